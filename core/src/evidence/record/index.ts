/**
 * One `AuditRecord` per event of any log: reads a row's fields, and merges rows with one id
 * (docs/formats/access-records.md).
 */

export { isFileAccess, isMailAccess, isOutlookRule, showsMail } from './access-kind.ts';
export type {
  AccessFileReading,
  AccessItem,
  AccessKind,
  AccessRow,
  AccessSource,
  AuditRecord,
  Contradiction,
  ForeignRows,
  Lossy,
  MissingRows,
  ModifiedProperty,
  OtherOperation,
} from './audit-record.ts';
export { isContradiction } from './contradiction.ts';
export { isConsent, isDirectoryChange, isKeyChange } from './directory-change.ts';
export type { ActorKeys, LearningPass, Need } from './learning-pass.ts';
export { mergeAuditRecords } from './merge-audit-records.ts';
export { readNetworkAddress } from './network-address.ts';
export { isPurge } from './purge.ts';
export { type RowUnit, toRowPlace } from './row-place.ts';
