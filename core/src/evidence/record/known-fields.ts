import type { AuditRecord } from './audit-record.ts';

type Identity = Pick<AuditRecord, 'id' | 'time' | 'operation' | 'kind'>;

const ABSENT: Omit<AuditRecord, keyof Identity> = {
  mailboxGuid: null,
  mailboxOwnerUpn: null,
  mailboxOwnerSid: null,
  userId: null,
  objectId: null,
  parameters: [],
  items: [],
  folders: [],
  sessions: [],
  tokens: [],
  appId: null,
  clientAppId: null,
  ip: null,
  addresses: [],
  client: null,
  logonType: null,
  userType: null,
  failed: false,
  contradicts: [],
  throttled: false,
  operationCount: null,
  lossy: null,
  query: null,
  crossMailbox: false,
  destMailboxGuid: null,
  destMailboxOwnerUpn: null,
  modified: [],
  target: null,
  workload: null,
  fileName: null,
};

/** A record of a source that has only some fields; all others are absent. */
export function toAuditRecord({ id, time, operation, kind, ...known }: Identity & Partial<AuditRecord>): AuditRecord {
  return { id, time, operation, kind, ...ABSENT, ...known };
}
