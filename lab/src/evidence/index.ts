/**
 * Reading evidence from disk: `walkMailbox` finds the files of a mailbox, `planShards` cuts them into shards,
 * `ReaderProcess` reads a shard in a confined process. Every byte of a file ends in a message, structure or quarantine.
 * Evidence is opened read-only and never through a link.
 */
export type { MboxAccount } from './account.ts';
export { type ChangedEvidence, EvidenceComparison, type MoreChanged } from './evidence-comparison.ts';
export { toRawPath } from './file-name.ts';
export { FOREIGN_CODES, toForeignWords } from './foreign-problem.ts';
export { readOutlookFile } from './outlook-file.ts';
export { planShards } from './plan-shards.ts';
export { ReaderProcess } from './read-shard.ts';
export { READER_LIMITS, type ReaderLimits } from './reader-child.ts';
export { streamRecordPlaces } from './record-places.ts';
export type { Shard } from './shard.ts';
export { toDigest } from './unread-digest.ts';
export { findRoot, toUnreadable, UNREADABLE_CODES, walkInOrder, walkMailbox } from './walk.ts';
