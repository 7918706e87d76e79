import type { Problem } from '@candor/core/base';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { UNREAD_DIGEST } from '../unread-digest.ts';

/** A delivery log as an earlier run read it. */
export interface ImportedLog {
  readonly id: number;
  readonly path: string;
  readonly size: number;
  readonly modified: string;
}

export function findDeliveryLogs({ db }: Store): Promise<readonly ImportedLog[]> {
  return db
    .selectFrom('evidence_file')
    .select(['id', 'path', 'size', 'modified'])
    .where('purpose', '=', 'arrivals')
    .execute();
}

/** With its rows and problems. */
export async function dropDeliveryLog(store: Store, { id, path }: Pick<ImportedLog, 'id' | 'path'>): Promise<void> {
  await store.deleteInSteps('evidence_delivery', 'file_id = ?', [id]);
  await dropDeliveryProblems(store.db, path);
  await store.db.deleteFrom('evidence_file').where('id', '=', id).execute();
}

function dropDeliveryProblems(db: Store['db'], path: string) {
  return db.deleteFrom('evidence_problem').where('origin', '=', 'arrivals').where('file', '=', path).execute();
}

/** A log with its place in the custody record; `sha256` null where it could not be opened. Gives its id. */
export async function insertDeliveryLog(
  { db }: Store,
  log: {
    readonly path: string;
    readonly size: number;
    readonly modified: string;
    readonly sha256: string | null;
    readonly rows: number;
  },
): Promise<number> {
  const { path, size, modified, sha256, rows } = log;
  const shared = { custodian: null, purpose: 'arrivals', raw: null, shard_id: null, container: null } as const;
  const { id } = await db
    .insertInto('evidence_file')
    .values({
      ...shared,
      ...{ path, size, modified, rows, unit: null, truncated: null, holes: null },
      ...{ format: sha256 === null ? 'unreadable' : 'csv', sha256: sha256 ?? UNREAD_DIGEST },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** After all its rows: what was read. */
export async function completeDeliveryLog(
  { db }: Store,
  id: number,
  read: Pick<ImportedLog, 'modified'> & { readonly sha256: string; readonly rows: number },
): Promise<void> {
  await db
    .updateTable('evidence_file')
    .set({ format: 'csv', ...read })
    .where('id', '=', id)
    .execute();
}

export function insertDeliveries(store: Store, fileId: number, rows: readonly (readonly StoreValue[])[]): void {
  store.insertRows('evidence_delivery', ['custodian', 'name', 'at'], rows, { file_id: fileId });
}

export async function keepDeliveryProblems(store: Store, path: string, problems: readonly Problem[]): Promise<void> {
  await dropDeliveryProblems(store.db, path);
  store.insertRows(
    'evidence_problem',
    ['origin', 'file', 'code', 'place', 'text', 'weight'],
    problems.map(({ code, place, text, weight }) => ['arrivals', path, code, place, text, weight]),
  );
}

/** Problems of logs that the incident file names no more, and could not be opened when it did. */
export async function forgetDeliveryProblems({ db }: Store): Promise<void> {
  const taken = db.selectFrom('evidence_file').select('path').where('purpose', '=', 'arrivals');
  await db.deleteFrom('evidence_problem').where('origin', '=', 'arrivals').where('file', 'not in', taken).execute();
}

/** The first and the last time that the logs give for an id in a mailbox. */
export interface LoggedTimes {
  readonly earliest: number;
  readonly latest: number;
}

/** Mailboxes that a delivery log names. */
export async function listLoggedMailboxes({ db }: Store): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('evidence_delivery').select('custodian').distinct().execute();
  return new Set(rows.map(({ custodian }) => custodian));
}

/** What the logs say of a mailbox, by id as recorded. */
export async function readLoggedTimes(store: Store, custodian: string): Promise<ReadonlyMap<string, LoggedTimes>> {
  const times = new Map<string, LoggedTimes>();
  const query = store.db
    .selectFrom('evidence_delivery')
    .select(({ fn }) => ['name', fn.min<number>('at').as('earliest'), fn.max<number>('at').as('latest')])
    .where('custodian', '=', custodian)
    .groupBy('name');
  for await (const rows of store.stream(query))
    for (const { name, earliest, latest } of rows) times.set(name, { earliest, latest });
  return times;
}
