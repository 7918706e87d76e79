/**
 * Evidence: untrusted bytes in, copies and access records out. Bytes enter only through `readX`, which never throws on what a sender or a
 * log may hold: what cannot be read becomes a quarantined range or an unreadable row, with its reason.
 */

export { type AccessReader, createAccessReader } from './audit/access-reader.ts';
export type {
  AccessContainer,
  AccessFileReading,
  AccessItem,
  AccessKind,
  AccessRecord,
  AccessRow,
  AccessSource,
  ForeignRows,
  Lossy,
  OtherOperation,
} from './audit/access-record.ts';
export type { ForeignLog } from './audit/container/foreign-forms.ts';
export type { ForeignRowTaker } from './audit/container/row-collector.ts';
export { mergeAccessRecords } from './audit/merge-access-records.ts';
export { isGrant, isMailAccess, isOutlookRule, showsMail } from './audit/record/access-kind.ts';
export { type RowReading, readAccessRow } from './audit/record/access-row.ts';
export { readNetworkAddress } from './audit/record/network-address.ts';
export { isPurge } from './audit/record/purge.ts';
export { type RowUnit, toRowPlace } from './audit/row-place.ts';
export { skipBlankLines } from './container/blank-lines.ts';
export { isPropertyList, PROPERTY_LIST_BYTES, readEmlxCount } from './container/emlx.ts';
export {
  createListedItemCounter,
  type ListedItem,
  type ListedItemCounter,
} from './container/listed-items.ts';
export { readModifiedUtf7 } from './container/modified-utf7.ts';
export { createLayout, type Layout, type Placement, WHOLE_EVIDENCE } from './container/placement.ts';
export { type EvidenceFormat, RECOGNITION_BYTES, recogniseFormat } from './container/recognise.ts';
export { toIdKey } from './id-key.ts';
export {
  type DkimSettings,
  type ImapSettings,
  type InboxSettings,
  type LogSettings,
  NOTICE_LANGUAGES,
  type NoticeContact,
  type NoticeLanguage,
  type NoticeSender,
  type NoticeSettings,
  type Operator,
  type RelaySettings,
  type TextByLanguage,
} from './incident/disclosure.ts';
export { toEvidencePath } from './incident/evidence-path.ts';
export { type ListedFolder, readFolderList } from './incident/folder-list.ts';
export {
  type AccessFile,
  type Acquisition,
  type Covers,
  type DeclaredGap,
  type DeclaredGapKind,
  type ExposureInputs,
  type FindingSettings,
  type Incident,
  type Interest,
  type Interval,
  type Intruder,
  type Mailbox,
  type MailboxKind,
  type Policy,
  type Reach,
  type ReachMeans,
  toExposureInputs,
  toMailboxId,
  type Window,
} from './incident/incident.ts';
export type { IncidentLines } from './incident/incident-lines.ts';
export { type IncidentReading, type NamedPath, readIncident } from './incident/read-incident.ts';
export type { ReviewSettings } from './incident/review-settings.ts';
export { type EnvelopeAddress, readEnvelopeAddress, readMailDomain } from './message/address/envelope-address.ts';
export { type Arrival, type ArrivalSource, type ArrivalTimes, isDeliverySource, toArrival } from './message/arrival.ts';
export type { AddressRole, AddressUse, Copy, MessageReading } from './message/copy.ts';
export { decodeEncodedWords } from './message/field/encoded-word.ts';
export { findHeaderStart } from './message/field/header-block.ts';
export { type MessageLimit, weighLimits } from './message/limits.ts';
export { isFromLine, readFromLineTime } from './message/mbox/from-line.ts';
export { type MboxBoundaryScan, scanMboxBoundaries } from './message/mbox/mbox-boundaries.ts';
export type { MboxListener, MboxMessage } from './message/mbox/mbox-message.ts';
export { createMboxSplitter, type MboxSplitter } from './message/mbox/mbox-splitter.ts';
export {
  createMessageReader,
  type MessageReader,
  type MessageReaderOptions,
  type MessageResult,
} from './message/message-reader.ts';
export { endsLinesWithReturns } from './message/mime/line-ends.ts';
export { type PartRange, type PartRanges, readPartRanges } from './message/part-ranges.ts';
export type { SearchableText } from './message/searchable-text.ts';
export type { ShownAddress } from './message/shown-address.ts';
export {
  readShownMessage,
  readShownText,
  type ShownMessage,
  type ShownMultipart,
  type ShownPart,
} from './message/shown-message.ts';
export { readWholeMessage, type WholeMessage, type WholePart } from './message/whole-message.ts';
export { isReadForLeads, readSignInRow, type SignIn, type SignInRow } from './sign-in/sign-in.ts';
