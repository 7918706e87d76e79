import type { Store } from '../../adapters/store/store.ts';
import { type Stamp, toLogStamp } from '../stamp.ts';

/** A log or a mailbox at one moment. */
export interface Arrival extends Pick<Stamp, 'stamp' | 'files' | 'bytes'> {
  readonly purpose: 'mailbox' | 'access';
  readonly place: string;
}

/** With the version in which it was first judged. */
export interface RegisteredArrival extends Arrival {
  readonly version: number;
  readonly isCurrent: boolean;
}

/**
 * Registers what a version was judged from, in the transaction that completes it, so that each arrival is in exactly
 * one version however a run ends. What an earlier version had in the same form keeps that version.
 */
export async function registerArrivals(
  store: Store,
  version: number,
  mailboxes: readonly Arrival[],
  at: number,
): Promise<void> {
  const found = [...mailboxes, ...(await listReadLogs(store))];
  const rows = await store.db.selectFrom('evidence_arrival').selectAll().execute();
  const known = new Map(rows.map((row) => [toKey(row), row]));
  // Of thousands of mailboxes a few are new.
  store.insertRows(
    'evidence_arrival',
    ['purpose', 'place', 'stamp', 'files', 'bytes'],
    found
      .filter((arrival) => !known.has(toKey(arrival)))
      .map(({ purpose, place, stamp, files, bytes }) => [purpose, place, stamp, files, bytes]),
    { version, registered_at: at, current: 1 },
  );
  const now = new Set(found.map(toKey));
  for (const row of rows) {
    const current = now.has(toKey(row)) ? 1 : 0;
    if (row.current !== current)
      await store.db.updateTable('evidence_arrival').set({ current }).where('id', '=', row.id).execute();
  }
}

function toKey({ purpose, place, stamp }: Pick<Arrival, 'purpose' | 'place' | 'stamp'>): string {
  return `${purpose}\0${place}\0${stamp}`;
}

/** The logs as the run that is being completed read them. */
async function listReadLogs({ db }: Store): Promise<Arrival[]> {
  const rows = await db
    .selectFrom('evidence_file')
    .select(['path', 'size', 'modified', 'format'])
    .where('purpose', '=', 'access')
    .orderBy('path')
    .execute();
  return rows.map(({ path, size, modified, format }) => ({
    purpose: 'access',
    place: path,
    stamp: toLogStamp(size, modified, format !== 'unreadable'),
    files: 1,
    bytes: size,
  }));
}

/** All of them, in registration order. */
export async function listArrivals({ db }: Store): Promise<RegisteredArrival[]> {
  const rows = await db.selectFrom('evidence_arrival').selectAll().orderBy('id').execute();
  return rows.map(({ purpose, place, stamp, files, bytes, version, current }) => ({
    purpose,
    place,
    stamp,
    files,
    bytes,
    version,
    isCurrent: current === 1,
  }));
}
