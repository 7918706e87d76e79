import { toIdKey } from '@candor/core/base';
import type { AuditRecord, Lossy } from './audit-record.ts';
import { isObject, toNested, toText } from './loose-value.ts';

type Transfer = Pick<
  AuditRecord,
  'operation' | 'mailboxGuid' | 'mailboxOwnerUpn' | 'crossMailbox' | 'destMailboxGuid' | 'destMailboxOwnerUpn'
>;

export function isTransfer(operation: string): boolean {
  const name = operation.toLowerCase();
  return name === 'copy' || name === 'move';
}

/** Whether a `Copy` or `Move` may go into another mailbox (W1), as far as the record alone shows. */
export function mayLeaveMailbox(record: Transfer): boolean {
  const { operation, mailboxGuid, mailboxOwnerUpn, crossMailbox, destMailboxGuid, destMailboxOwnerUpn } = record;
  if (!isTransfer(operation)) return false;
  if (crossMailbox || (destMailboxGuid !== null && destMailboxGuid !== mailboxGuid)) return true;
  if (destMailboxOwnerUpn === null) return false;
  return mailboxOwnerUpn === null || toIdKey(destMailboxOwnerUpn) !== toIdKey(mailboxOwnerUpn);
}

/** Why its `AffectedItems` are incomplete, or null: they must be a list that is not empty, each item with its id. */
export function findTransferLoss(affectedItems: unknown): Lossy | null {
  const list = toNested(affectedItems);
  if (!Array.isArray(list)) return 'no-list';
  const hasId = (element: unknown) => {
    const item = toNested(element);
    return isObject(item) && toText(item['InternetMessageId']) !== null;
  };
  return list.length > 0 && list.every(hasId) ? null : 'no-ids';
}
