/**
 * Finds the gaps of each mailbox's log: times for which nothing says that the log is complete.
 */

export { type CoverageBand, type KnownCoverage, toCoverageBands } from './bands.ts';
export type { Coverage, FileFinding } from './coverage.ts';
export type { Gap, GapKind, MailboxGap } from './gap.ts';
