/**
 * Exposure: access records and copies in, one verdict for each copy out, with every reason (docs/formats/rules.md). Pure and deterministic: the order
 * and the repetition of records and copies change nothing. `Exposure` holds the whole procedure and says in which steps it goes; the rest
 * of this door is what its callers need around it.
 *
 * - Instants are whole UTC seconds, ids of records are texts, mailboxes are custodians.
 * - Records go in once each: rows with one id are united before (`mergeAccessRecords`).
 * - Copies go in as evidence hands them on; their Message-ID is trimmed already.
 * - Nothing here throws on what a log or a sender may hold.
 */
export {
  ALERT_LISTED,
  type Alerts,
  compareAlerts,
  type NewAlerts,
  type RecordFinding,
  type SuggestedSession,
} from './alert.ts';
export {
  type Attributed,
  type AttributionReason,
  isBeyondWindow,
  type Label,
  type TeachingKeys,
} from './attribution/attribution.ts';
export { MailboxIndex, type RecordMailbox } from './attribution/mailbox-index.ts';
export type { ScatteredSession } from './attribution/session-addresses.ts';
export { CAUSES, type Cause, type Deciding, narrowCauses } from './cause.ts';
export type { Coverage, FileFinding } from './coverage/coverage.ts';
export type { Gap, GapKind, MailboxGap } from './coverage/gap.ts';
export { type Change, type ChangeCounts, compareVersions, type VersionRow } from './difference.ts';
export { createReasonsWriter, type ExposureRow, toExposureLine } from './exchange/exposure-jsonl.ts';
export {
  createRecordLineWriter,
  type RecordLineWriter,
  type RecordRow,
  type RecordShare,
  type RecordSource,
} from './exchange/records-jsonl.ts';
export { Exposure, type LabelledRecord, type SentCandidate } from './exposure.ts';
export { type IndicatorKey, IndicatorWatch, type UnmatchedIndicator } from './indicator-watch.ts';
export {
  type InterestFolder,
  type InterestMailbox,
  type InterestOpening,
  type InterestSearch,
  type InterestTrail,
  type IntruderRecord,
  toInterestTrail,
} from './interest/interest.ts';
export { type InterestCounts, InterestTally, listResponseCustodians } from './interest/interest-tally.ts';
export {
  findCluesInMessage,
  findCluesInQuery,
  type ResponseClues,
  toResponseClues,
} from './interest/response-clues.ts';
export { type ChosenLead, chooseLeads } from './lead/choose-leads.ts';
export {
  formatLead,
  type LeadKey,
  type LeadKind,
  type LeadOwner,
  readLead,
  type TakeOver,
  takeOver,
} from './lead/lead.ts';
export { type Lead, type LeadGroup, LeadTally } from './lead/lead-tally.ts';
export type { LicenseChange } from './license-watch.ts';
export { createLogReader, type LogSpan, LogWatch, type SeenInLog } from './log-watch.ts';
export { type OperationBearing, type OperationTable, readOperationTable, toOperationKey } from './operation-table.ts';
export type { SuggestedReach } from './records/reach-log.ts';
export type { Reference } from './reference.ts';
export { toGapSentence, toLabelSentence, toReasonSentence, toVerdictWords } from './sentence.ts';
export { isInTime, matchesQuestion, type TextQuestion } from './text/text-question.ts';
export type { UnjudgedRecords } from './unjudged.ts';
export type { UnlistedOperation } from './unlisted-operations.ts';
export type { BindIdCounts, Unresolved } from './unresolved.ts';
export { toFolderKey } from './verdict/folder-map.ts';
export { type JudgedCopy, type MailboxJudge, settleArrival } from './verdict/mailbox-judge.ts';
export { toMessageId } from './verdict/message-id.ts';
export { PackedMessageIdIndex, type PackedMessageIds } from './verdict/message-id-join.ts';
export {
  type Judgement,
  type Reason,
  type ReasonCode,
  toStrength,
  toVerdict,
  VERDICTS,
  type Verdict,
} from './verdict/verdict.ts';
