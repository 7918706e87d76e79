/**
 * What a person must review before trusting the verdicts: suspicious sessions, unjudged records, new rules and
 * consents, silent logs.
 */

export {
  ALERT_LISTED,
  type Alerts,
  compareAlerts,
  type LicenseChange,
  type NewAlerts,
  type RecordFinding,
  type SuggestedSession,
} from './alert.ts';
export type { Contradictory, Doubts } from './doubt-watch.ts';
export { type IndicatorKey, IndicatorWatch, type UnmatchedIndicator } from './indicator-watch.ts';
export type { LinkedAfter } from './linked-watch.ts';
export { createLogReader, type LogSpan, LogWatch, type SeenInLog } from './log-watch.ts';
export type { UnjudgedRecords } from './unjudged.ts';
export type { UnlistedOperation } from './unlisted-operations.ts';
