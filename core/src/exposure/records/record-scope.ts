import type { AuditRecord } from '@candor/core/evidence/record';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';

/**
 * Whether a record is of all mailboxes, whatever it gives as its own (docs/formats/rules.md, Of). Exports are, but for
 * the request that exports one mailbox, and for rows of the neutral CSV that name one.
 */
export function isOfAllMailboxes(record: AuditRecord, mailbox: RecordMailbox): boolean {
  if (record.kind !== 'export') return false;
  const isOfOne = record.operation.toLowerCase() === 'new-mailboxexportrequest' || isNeutral(record);
  return !isOfOne || mailbox.state === 'unnamed';
}

/** A row of the neutral CSV has `<file>:<row>` for its id and no user; only there a folder may be a path. */
export function isNeutral({ id, userId, mailboxOwnerUpn }: AuditRecord): boolean {
  return userId === null && mailboxOwnerUpn === null && /:\d+$/.test(id);
}
