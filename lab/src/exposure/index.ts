/**
 * Judging in the state: records are attributed, copies judged, leads and interest read from what was judged.
 */
export type { AccessFileUse } from './access-file-use.ts';
export { openTextReaders } from './ask-texts.ts';
export type { DayTotals } from './day-tally.ts';
export { ExposureCount } from './exposure-count.ts';
export { readIntruderRecords } from './intruder-records.ts';
export {
  dropForeignCovers,
  type ExposureOutcome,
  findForeignFiles,
  judgeExposure,
  readFileFindings,
} from './judge-exposure.ts';
export { type LabelledBatch, labelRecords } from './label-records.ts';
export { listReached } from './list-reached.ts';
export { LISTED_COPIES } from './mailbox-summary.ts';
export { readOpenings } from './read-openings.ts';
export { settleArrivals } from './settle-arrivals.ts';
export { type StrongRecords, StrongRecordTally } from './strong-records.ts';
