import type { AuditRecord, Contradiction } from './audit-record.ts';

type Field = readonly [name: Contradiction, read: (row: AuditRecord) => string | number | null];

/** Words for the numbers of `LogonType`, in lower case. */
const LOGON_TYPES: ReadonlyMap<string, string> = new Map([
  ['owner', '0'],
  ['admin', '1'],
  ['delegated', '2'],
]);

const FIELDS: readonly Field[] = [
  ['AppId', ({ appId }) => appId],
  ['ClientAppId', ({ clientAppId }) => clientAppId],
  ['CreationTime', ({ time }) => time],
  ['LogonType', ({ logonType }) => toLogonKey(logonType)],
  ['MailboxGuid', ({ mailboxGuid }) => toKey(mailboxGuid)],
  ['MailboxOwnerUPN', ({ mailboxOwnerUpn }) => toKey(mailboxOwnerUpn)],
  ['UserId', ({ userId }) => toKey(userId)],
];

export function isContradiction(text: string): text is Contradiction {
  return FIELDS.some(([name]) => name === text);
}

/** Fields in which rows with one id differ, where both have it, or any of them did before. */
export function findContradictions(rows: readonly AuditRecord[]): readonly Contradiction[] {
  return FIELDS.flatMap(([name, read]) => {
    const values = new Set(rows.map(read));
    values.delete(null);
    return values.size > 1 || rows.some(({ contradicts }) => contradicts.includes(name)) ? [name] : [];
  });
}

function toKey(text: string | null): string | null {
  const key = text?.trim().toLowerCase() ?? '';
  return key === '' ? null : key;
}

function toLogonKey(text: string | null): string | null {
  const key = toKey(text);
  return key === null ? null : (LOGON_TYPES.get(key) ?? key);
}
