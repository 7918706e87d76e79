import type { AuditRecord } from '@candor/core/evidence/record';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';

/**
 * Whether a record applies to all mailboxes, whatever it names (docs/formats/rules.md, Of). Exports do, except requests
 * for one mailbox and neutral rows that name one.
 */
export function isOfAllMailboxes(record: AuditRecord, mailbox: RecordMailbox): boolean {
  if (record.kind !== 'export') return false;
  const isOfOne = record.operation.toLowerCase() === 'new-mailboxexportrequest' || isNeutral(record);
  return !isOfOne || mailbox.state === 'unnamed';
}

/** A neutral row has `<file>:<row>` as id and no user; only there a folder may be a path. */
export function isNeutral({ id, userId, mailboxOwnerUpn }: AuditRecord): boolean {
  return userId === null && mailboxOwnerUpn === null && /:\d+$/.test(id);
}
