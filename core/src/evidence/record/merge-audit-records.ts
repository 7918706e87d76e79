import { compareUtf8 } from '@candor/core/base';
import { toAddresses } from './address-fields.ts';
import type { AuditRecord } from './audit-record.ts';
import { findContradictions } from './contradiction.ts';
import { distinctItems, distinctModified, distinctParameters, distinctTexts } from './distinct.ts';
import { isPurge } from './purge.ts';

type Nullable<T> = T | null;

/**
 * Merges all rows of an id into one record (docs/formats/access-records.md, Rows of one id): unites items and folders,
 * fills empty fields, throttled if any row is, lossy only if every row is. On contradictions a complete row beats a
 * lossy one, then the smaller value wins (UTF-8 order), so the order of rows does not matter. Pass **every** row at
 * once: merging a merged record again can settle a contradiction differently. Null for no rows.
 */
export function mergeAuditRecords(rows: readonly AuditRecord[]): AuditRecord | null {
  const [first] = rows;
  if (first === undefined || rows.length === 1) return first ?? null;
  const whole = rows.filter((row) => row.lossy === null);
  const lossy = rows.filter((row) => row.lossy !== null);
  const ranked = [whole, lossy];
  const text = (field: (row: AuditRecord) => Nullable<string>) => settle(ranked, field, compareUtf8);
  const number = (field: (row: AuditRecord) => Nullable<number>) => settle(ranked, field, (a, b) => a - b);

  const operation = text((row) => row.operation || null) ?? '';
  // The kind belongs to the operation: a row without one is only `other` because it says nothing.
  const settled = settle(ranked, (row) => (row.operation === operation ? row.kind : null), compareUtf8) ?? first.kind;
  const parameters = distinctParameters(rows.flatMap((row) => row.parameters));
  // One row may say that the action purges while another lost its parameters.
  const kind = isPurge({ operation, parameters }) ? 'other' : settled;
  return {
    id: first.id,
    time: number((row) => row.time) ?? first.time,
    operation,
    kind,
    mailboxGuid: text((row) => row.mailboxGuid),
    mailboxOwnerUpn: text((row) => row.mailboxOwnerUpn),
    mailboxOwnerSid: text((row) => row.mailboxOwnerSid),
    userId: text((row) => row.userId),
    objectId: text((row) => row.objectId),
    parameters,
    items: distinctItems(rows.flatMap((row) => row.items)),
    folders: distinctTexts(rows.flatMap((row) => row.folders)),
    sessions: distinctTexts(rows.flatMap((row) => row.sessions)),
    tokens: distinctTexts(rows.flatMap((row) => row.tokens)),
    appId: text((row) => row.appId),
    clientAppId: text((row) => row.clientAppId),
    ip: text((row) => row.ip),
    addresses: toAddresses(rows.flatMap(({ ip, addresses }) => (ip === null ? [] : [ip, ...addresses]))).addresses,
    client: text((row) => row.client),
    logonType: text((row) => row.logonType),
    userType: text((row) => row.userType),
    failed: rows.every((row) => row.failed),
    contradicts: findContradictions(rows),
    throttled: rows.some((row) => row.throttled),
    operationCount: number((row) => row.operationCount),
    lossy: whole.length > 0 ? null : settle([lossy], (row) => row.lossy, compareUtf8),
    query: text((row) => row.query),
    crossMailbox: rows.some((row) => row.crossMailbox),
    destMailboxGuid: text((row) => row.destMailboxGuid),
    destMailboxOwnerUpn: text((row) => row.destMailboxOwnerUpn),
    modified: distinctModified(rows.flatMap((row) => row.modified)),
    target: text((row) => row.target),
    workload: text((row) => row.workload),
    fileName: text((row) => row.fileName),
  };
}

/** The smallest value of the first group with any value. */
function settle<T>(
  groups: readonly (readonly AuditRecord[])[],
  field: (row: AuditRecord) => Nullable<T>,
  compare: (a: T, b: T) => number,
): Nullable<T> {
  for (const group of groups) {
    let best: Nullable<T> = null;
    for (const row of group) {
      const value = field(row);
      if (value !== null && (best === null || compare(value, best) < 0)) best = value;
    }
    if (best !== null) return best;
  }
  return null;
}
