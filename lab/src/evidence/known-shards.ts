import type { Store } from '../adapters/store.ts';
import type { Shard } from './shard.ts';
import { canOpen, UNREADABLE_CODES } from './walk.ts';

/** A shard as the store has it from an earlier run. */
export interface KnownShard {
  readonly id: number;
  readonly done: boolean;
  readonly current: boolean;
  /** Locations of its items that could not be opened. */
  readonly unopened: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** One that was found in this run. */
export function toCurrent(id: number, done: boolean): KnownShard {
  return { id, done, current: true, unopened: NONE };
}

export async function listShards(store: Store): Promise<Map<string, KnownShard>> {
  const rows = await store.db.selectFrom('evidence_shard').select(['id', 'key', 'done', 'current']).execute();
  const problems = await store.db
    .selectFrom('evidence_problem')
    .select(['shard_id', 'place'])
    .where('origin', '=', 'shard')
    .where('code', 'in', UNREADABLE_CODES)
    .execute();
  const unopened = new Map<number | null, Set<string>>();
  for (const { shard_id, place } of problems) {
    const places = unopened.get(shard_id);
    if (places === undefined) unopened.set(shard_id, new Set([place]));
    else places.add(place);
  }
  return new Map(
    rows.map(({ id, key, done, current }) => [
      key,
      { id, done: done === 1, current: current === 1, unopened: unopened.get(id) ?? NONE },
    ]),
  );
}

/** Makes a shard current, with what was left of an earlier reading of it cleared away. */
export async function registerShard(
  store: Store,
  shard: Shard,
  known: KnownShard | undefined,
): Promise<{ readonly id: number; readonly done: boolean }> {
  if (known === undefined) return { id: await insertShard(store, shard), done: false };
  if (known.done && shard.items.some(({ location, raw }) => known.unopened.has(location) && canOpen(raw))) {
    // The rows of the reading before stay, for the versions that were judged from them; nothing finds it by its key any more.
    await store.db
      .updateTable('evidence_shard')
      .set({ key: `${shard.key} ${known.id}`, current: 0 })
      .where('id', '=', known.id)
      .execute();
    return { id: await insertShard(store, shard), done: false };
  }
  if (!known.current)
    await store.db.updateTable('evidence_shard').set({ current: 1 }).where('id', '=', known.id).execute();
  if (!known.done) await clearShard(store, known.id);
  return known;
}

async function insertShard(store: Store, shard: Shard): Promise<number> {
  const { id } = await store.db
    .insertInto('evidence_shard')
    .values({ custodian: shard.custodian, job: JSON.stringify(shard), key: shard.key, done: 0, current: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function clearShard(store: Store, id: number): Promise<void> {
  for (const table of ['evidence_copy', 'evidence_account', 'evidence_problem', 'evidence_file'] as const) {
    await store.db.deleteFrom(table).where('shard_id', '=', id).execute();
  }
}
