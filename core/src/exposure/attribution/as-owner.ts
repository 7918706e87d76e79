import type { AuditRecord } from '@candor/core/evidence/record';

/** Logon types of the owner; a missing one counts as the owner's. */
const AS_OWNER: ReadonlySet<string> = new Set(['', '0', 'owner']);
const SERVICE_PRINCIPAL = 'serviceprincipal_';
/** The id of a neutral row is `<file>:<row>`. */
const NEUTRAL_ID = /:\d+$/;

/** The logon type is the owner's, as A9 reads it. */
export function isOwnersLogon({ logonType }: Pick<AuditRecord, 'logonType'>): boolean {
  return logonType === null || AS_OWNER.has(logonType.trim().toLowerCase());
}

/** App-only access: nobody signed in (docs/formats/rules.md, A8). A neutral row never is. */
export function isWithoutUser(record: AuditRecord): boolean {
  const { appId, clientAppId, userId, mailboxOwnerUpn, id } = record;
  if (appId === null && clientAppId === null) return false;
  if (userId !== null) return userId.toLowerCase().startsWith(SERVICE_PRINCIPAL);
  return mailboxOwnerUpn !== null || !NEUTRAL_ID.test(id);
}

export function comesAsOwner(record: AuditRecord): boolean {
  return isOwnersLogon(record) && !isWithoutUser(record);
}
