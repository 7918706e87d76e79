import type { AuditRecord } from '@candor/core/evidence/record';

/** A row of the neutral CSV has `<file>:<row>` for its id and no user; only there a folder may be a path. */
export function isNeutral({ id, userId, mailboxOwnerUpn }: AuditRecord): boolean {
  return userId === null && mailboxOwnerUpn === null && /:\d+$/.test(id);
}
