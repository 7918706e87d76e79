import type { AuditRecord } from '@candor/core/evidence/record';
import { isOfNamed, type RecordMailbox } from '../attribution/mailbox-index.ts';

/**
 * Whether a record applies to all mailboxes, whatever it names (docs/formats/rules.md, Of). Exports do, except those of
 * the mailboxes that their parameters name, and neutral rows that name one.
 */
export function isOfAllMailboxes(record: AuditRecord, mailbox: RecordMailbox): boolean {
  if (record.kind !== 'export') return false;
  return !(isOfNamed(record) || isNeutral(record)) || mailbox.state === 'unnamed';
}

/** A neutral row has `<file>:<row>` as id and no user; only there a folder may be a path. */
export function isNeutral({ id, userId, mailboxOwnerUpn }: AuditRecord): boolean {
  return userId === null && mailboxOwnerUpn === null && /:\d+$/.test(id);
}
