/**
 * Reads the incident file: YAML into a validated `Incident`, or all its problems at once with their lines
 * (docs/formats/incident-file.md). `readIncident` never throws for any content.
 */

export type { ClockSettings } from './clock-settings.ts';
export type {
  DkimSettings,
  ImapSettings,
  InboxSettings,
  LogSettings,
  NoticeContact,
  NoticeSender,
  NoticeSettings,
  Operator,
  RelaySettings,
  TextByLanguage,
} from './disclosure.ts';
export { describeList, type EditedList, editList, type ListChange, type ListEdit, readList } from './edit-list.ts';
export { toEvidencePath } from './evidence-path.ts';
export { type ListedFolder, readFolderList } from './folder-list.ts';
export {
  type AcceptedRecord,
  type AccessFile,
  type Acquisition,
  type ArrivalLog,
  type Covers,
  type DeclaredGap,
  type DeclaredGapKind,
  type ExposureInputs,
  type FindingSettings,
  type Incident,
  type Interest,
  type Interval,
  type Intruder,
  listLogFiles,
  type Mailbox,
  type MailboxKind,
  type OwnApplication,
  type Policy,
  type Reach,
  type ReachMethod,
  toExposureInputs,
  toMailboxId,
  type Window,
} from './incident.ts';
export type { IncidentLines } from './incident-lines.ts';
export { type IncidentReading, type NamedPath, readIncident } from './read-incident.ts';
export type { ReviewSettings } from './review-settings.ts';
export type { WatchSettings } from './watch-settings.ts';
