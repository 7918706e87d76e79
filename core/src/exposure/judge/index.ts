/**
 * Judges the copies of one mailbox by its records, rule by rule (docs/formats/rules.md).
 */

export type { JudgedCopy, MailboxJudge } from './mailbox-judge.ts';
export { PackedMessageIdIndex, type PackedMessageIds } from './message-id-join.ts';
