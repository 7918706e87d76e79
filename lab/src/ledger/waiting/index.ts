/**
 * Waits that the log measures: how much of one is over now, what it still lacks, and which acts wait.
 */
export { findCommitted } from './committed-link.ts';
export {
  CHANGE_BY_PERIODS,
  findEarlyKey,
  findNewKey,
  findRunningWait,
  KEY_WAIT_SECONDS,
  type NewKey,
  type RunningWait,
  readLogTimes,
} from './wait.ts';
export {
  countShownAlone,
  ENROLLMENT_BY_PERIODS,
  readShownAlone,
  SHOWN_ALONE,
  SHOWN_SECONDS,
  toShownWords,
} from './waited-acts.ts';
