/**
 * Reading evidence from disk. Mailboxes: `walkMailbox` finds the files of one, `planShards` cuts them into shards,
 * `ReaderProcess.read` reads a shard in a confined process and hands out copies, accounts and problems bit by bit, in
 * the order of the evidence. Every byte of a file ends in a message, structure or quarantine (`assertReconciled`).
 * Evidence is opened read-only and never through a link. `readOriginal` gives the bytes of one copy again and checks
 * their digest.
 */
export {
  addAccounts,
  assertReconciled,
  type ByteAccount,
  type FileAccount,
  type ItemAccount,
  type Quarantine,
} from './account.ts';
export type { EvidenceFile } from './evidence-file.ts';
export { type CutSizes, type PlanStep, planShards } from './plan-shards.ts';
export {
  BULK_FLAG,
  type CarriedQuestion,
  type CopyRow,
  DRAFT_FLAG,
  type ItemReading,
  packAddresses,
  type ReaderItem,
  unpackAddresses,
} from './protocol.ts';
export {
  type Original,
  type OriginalPlace,
  readOriginal,
} from './read-original.ts';
export { ReaderProcess, type ShardStep } from './read-shard.ts';
export { findNetworkWall, READER_LIMITS, type ReaderLimits } from './reader-child.ts';
export type { Shard } from './shard.ts';
export { type Walk, walkMailbox } from './walk.ts';
