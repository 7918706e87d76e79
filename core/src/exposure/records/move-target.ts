import { toIdKey } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';

/** Whether a `Copy` or `Move` takes the messages into another mailbox than its own (docs/formats/rules.md, W1). */
export function goesIntoAnotherMailbox(record: AuditRecord, guids: readonly string[], address: string | null): boolean {
  const operation = record.operation.toLowerCase();
  if (operation !== 'copy' && operation !== 'move') return false;
  const { crossMailbox, destMailboxGuid, destMailboxOwnerUpn, mailboxGuid, mailboxOwnerUpn } = record;
  if (crossMailbox) return true;
  if (destMailboxGuid !== null && destMailboxGuid !== mailboxGuid && !guids.includes(destMailboxGuid)) return true;
  if (destMailboxOwnerUpn === null) return false;
  const owner = toIdKey(destMailboxOwnerUpn);
  return [mailboxOwnerUpn, address].every((own) => own === null || toIdKey(own) !== owner);
}
