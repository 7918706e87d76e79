/**
 * Judges the copies of one mailbox by its records, rule by rule (docs/formats/rules.md).
 */

export { toFolderKey } from './folder-map.ts';
export { type JudgedCopy, type MailboxJudge, settleArrival } from './mailbox-judge.ts';
export { toMessageId } from './message-id.ts';
export { PackedMessageIdIndex, type PackedMessageIds } from './message-id-join.ts';
