/**
 * Notice: facts about one party in, the exact words and bytes of what it is told out (docs/formats/notice.md, docs/formats/code.md). Pure and
 * deterministic: the same facts give the same bytes on any machine, and no clock, locale or randomness is asked.
 *
 * - Texts: `NoticeFacts` are all that a notice says. Names and domains of parties are foreign text and are made safe here.
 *   `composeNotice` throws a `Refusal` (`notice-text-refused`) with every reason when a text by hand may not go out.
 * - Mail: `composeMail` makes the whole bytes of one mail and signs them through its argument; an address that relays could read in two
 *   ways is refused (`mail-address-refused`).
 * - Codes: 16 random bytes, printed with two check symbols. `readNoticeCode` reads what people type, in either printed form, and never throws.
 * - Verification: `checkNotice` says what a code, a domain and a received message amount to, on a page and on a command line alike
 *   (docs/formats/verify-site.md); `sealNotice` makes what it opens. What a stranger sent or serves is read without throwing.
 * - Deliveries: `advanceDelivery` is the whole protocol of sending, at most one accepted copy; `readReply` takes a server's words and never throws.
 */
export {
  type AddressStanding,
  type AffectedAddress,
  type AffectedAddresses,
  AffectedAddressTally,
  type AffectedMessage,
  isQuietMessage,
  PAGE_ADDRESSES,
  selectShownAddresses,
  TEXT_ADDRESSES,
} from './affected/affected-addresses.ts';
export {
  DIAGNOSTIC_CHARACTERS,
  type IncomingClass,
  type IncomingKind,
  type IncomingMail,
  type ReportedRecipient,
} from './bounce/incoming-mail.ts';
export { readIncoming } from './bounce/read-incoming.ts';
export {
  FORMER_CODE_SYMBOLS,
  formatNoticeCode,
  listPrintedForms,
  NOTICE_CODE_SYMBOLS,
  type NoticeCodeReading,
  type NoticeCodeSlip,
  readNoticeCode,
} from './code/notice-code.ts';
export { findPrintedCodes } from './code/printed-codes.ts';
export {
  type ChosenContacts,
  type ContactHistory,
  chooseContacts,
  chooseGuessed,
  chooseReminded,
  type RemindedContacts,
  SILENCE_SECONDS,
} from './contact/choose-contacts.ts';
export {
  CONTACT_ROWS_LIMIT,
  type ContactFlaw,
  type ContactProblem,
  type ListedContact,
  type ReadContactList,
  readContactCsv,
} from './contact/contact-list.ts';
export {
  DELAY_ALERT_SECONDS,
  findEndingDelays,
  findHold,
  findPastDelay,
  type Hold,
  isInForce,
} from './contact/hold.ts';
export {
  type ContactJudgement,
  type ContactSurroundings,
  type JudgedContact,
  judgeContacts,
} from './contact/judge-contacts.ts';
export {
  buildLadder,
  isGuessedRung,
  type Ladder,
  type LadderContact,
  type LadderSources,
  type LadderStep,
  RUNGS,
  type Rung,
  readContactAddress,
  type UnusableContact,
} from './contact/ladder.ts';
export { readSecurityTxt, type SecurityTxt } from './contact/read-security-txt.ts';
export { advanceDelivery, type DeliveryAdvance } from './delivery/advance-delivery.ts';
export {
  DATA_LEASE_SECONDS,
  INTENT_LEASE_SECONDS,
  isDue,
  isLeaseOver,
  MOST_WAIT_SECONDS,
  planRetry,
  type Retry,
} from './delivery/back-off.ts';
export type {
  Delivery,
  DeliveryClaim,
  DeliveryProgress,
  DeliveryState,
  DeliveryStateName,
} from './delivery/delivery.ts';
export type { DeliveryEvent, SmtpStage } from './delivery/delivery-event.ts';
export { readEnvelopeMark, toEnvelopeSender } from './delivery/envelope-sender.ts';
export { formatReply, REPLY_CHARACTERS, readReply, type SmtpReply, toSafeReply } from './delivery/smtp-reply.ts';
export { composeProbe, type ProbeFacts } from './gate/compose-probe.ts';
export {
  type GateCode,
  type GateFinding,
  refuse as toGateRefusal,
  warn as toGateWarning,
} from './gate/gate-finding.ts';
export { judgeKeyRecord, type KeyRecordExpectation } from './gate/judge-key-record.ts';
export { judgeMailboxes } from './gate/judge-mailboxes.ts';
export { judgeAuthentication, judgeLinks, judgePassage, type ProbePassage } from './gate/judge-received.ts';
export type {
  AuthenticationResult,
  DkimKeyRecord,
  DkimObservation,
  DkimSignatureObservation,
  DmarcObservation,
  LookedUpTexts,
  ProbeObservation,
  SpfObservation,
} from './gate/probe-observation.ts';
export { toTextRecord } from './gate/published-record.ts';
export { readReceived } from './gate/read-received.ts';
export { composeMail, type MailContent } from './message/compose-mail.ts';
export type { DkimKey } from './message/dkim-signature.ts';
export {
  type Approval,
  type ApprovedMatter,
  digestDocument,
  findOwnMailboxes,
  QUORUM,
  readApprovals,
  selectValidApprovals,
  signApproval,
  toApprovalMessage,
} from './operator/approval.ts';
export { type FormerKeySet, findKeySetAt, readFormerKeys, toFormerKeysText } from './operator/former-keys.ts';
export { fingerprintKeySet, type KeySet, readKeySet, toKeyRecord, toKeySet, toKeySetOf } from './operator/key-set.ts';
export { composeNotice } from './text/compose-notice.ts';
export { type AddedTexts, judgeHandTexts } from './text/hand-texts.ts';
export { findJurisdiction, type Jurisdiction, readCountryTlds } from './text/jurisdiction.ts';
export { LANGUAGES, type Language, type LocalText, toLanguage } from './text/language.ts';
export { isAtOrBelow, listLinkHosts } from './text/link-hosts.ts';
export type {
  AnnouncedPerson,
  ComposedNotice,
  NoticeFacts,
  NoticeFigures,
  NoticeKind,
  NoticeSignature,
  NoticeWave,
  PartyRelation,
  PreviousTelling,
  TellingOrganization,
  ToldParty,
  UnknownPart,
} from './text/notice-facts.ts';
export { toShownDomain } from './text/shown-domain.ts';
export { formatNoticeDay } from './text/writer.ts';
export { type Draft, type DraftedWave, draftWave, type LeftOut, type WaveOrder } from './wave/draft-wave.ts';
export { compareFigures, type FigureDifference } from './wave/figure-difference.ts';
export {
  commitAddresses,
  commitNotice,
  NOTICE_SALT_BYTES,
  type NoticeRecord,
  type NoticeSender,
  type RecordedAddresses,
  type RecordedNotice,
  toManifestText,
  toNoticeRecord,
  toRecordText,
  type WaveManifest,
} from './wave/notice-record.ts';
export { isRepeating, isToBeTold, type PartyNow, type Telling } from './wave/telling.ts';
export {
  buildWaveTree,
  climbWavePath,
  WAVE_TREE_DEPTH,
  WAVE_TREE_POSITIONS,
  type WaveLeaf,
  type WaveTree,
} from './wave/wave-tree.ts';
