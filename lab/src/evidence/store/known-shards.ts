import type { Store } from '../../adapters/store/store.ts';
import { isNumber, isText, listOf, oneOf, readStored, type Shape, shapeOf } from '../../adapters/store/stored-json.ts';
import type { WaitingShard } from '../biggest-first.ts';
import type { ReaderItem } from '../protocol.ts';
import type { Shard } from '../shard.ts';
import { canOpen, UNREADABLE_CODES } from '../walk.ts';
import { markUnjudged } from './judged-file-store.ts';

const isItem: Shape<ReaderItem> = shapeOf<{
  readonly is: ReaderItem['is'];
  readonly raw: string;
  readonly location: string;
}>({
  is: oneOf('file', 'range', 'message'),
  raw: isText,
  location: isText,
}) as Shape<ReaderItem>;

const isShard = shapeOf<Shard>({ key: isText, custodian: isText, items: listOf(isItem), bytes: isNumber });

const LOCATION_INDEX = 'evidence_copy_location';

/** A shard as the store has it from an earlier run. */
export interface KnownShard {
  readonly id: number;
  readonly done: boolean;
  readonly current: boolean;
  /** Locations of its items that could not be opened. */
  readonly unopened: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

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

/** Batch size: a mailbox of one small file has its own shard, and there are tens of thousands. */
const SHARDS_AT_ONCE = 64;
/** Their bytes and their files, so that no reader waits long for its first shard. */
const BYTES_AT_ONCE = 4 * 1024 * 1024;
const FILES_AT_ONCE = 512;

/** Makes shards current in the store, then for readers. */
export class ShardRegister {
  readonly #store: Store;
  readonly #known: Map<string, KnownShard>;
  readonly #filesAtOnce: number;
  readonly #current = new Set<number>();
  #nextId: number;
  #new: WaitingShard[] = [];

  constructor(store: Store, known: Map<string, KnownShard>, filesAtOnce = FILES_AT_ONCE) {
    this.#store = store;
    this.#known = known;
    this.#filesAtOnce = filesAtOnce;
    this.#nextId = [...known.values()].reduce((most, { id }) => Math.max(most, id), 0) + 1;
  }

  /** Makes a shard current and removes remains of an earlier reading. Null when it is current already. */
  async take(shard: Shard): Promise<{ readonly id: number; readonly done: boolean } | null> {
    const known = this.#known.get(shard.key);
    if (known !== undefined && this.#current.has(known.id)) return null;
    const { id, done } = await this.#register(shard, known);
    this.#known.set(shard.key, { id, done, current: true, unopened: NONE });
    this.#current.add(id);
    return { id, done };
  }

  /** Whether those that were taken and are new have to be written now. */
  get isFull(): boolean {
    const sum = (of: (shard: Shard) => number) => this.#new.reduce((so, { shard }) => so + of(shard), 0);
    return (
      this.#new.length >= SHARDS_AT_ONCE ||
      sum(({ bytes }) => bytes) >= BYTES_AT_ONCE ||
      sum(({ items }) => items.length) >= this.#filesAtOnce
    );
  }

  /** Writes the new ones; none may be read before. */
  write(): void {
    const rows = this.#new.map(({ id, shard }) => [id, shard.custodian, JSON.stringify(shard), shard.key, 0, 1]);
    this.#store.insertRows('evidence_shard', ['id', 'custodian', 'job', 'key', 'done', 'current'], rows);
    this.#new = [];
  }

  /** Those of an earlier run that nothing leads to any more. */
  async forgetOthers(): Promise<void> {
    const stale = [...this.#known.values()].filter((shard) => shard.current && !this.#current.has(shard.id));
    for (const { id } of stale)
      await this.#store.db.updateTable('evidence_shard').set({ current: 0 }).where('id', '=', id).execute();
  }

  async #register(shard: Shard, known: KnownShard | undefined) {
    if (known === undefined) return this.#add(shard);
    const { db } = this.#store;
    if (known.done && shard.items.some(({ location, raw }) => known.unopened.has(location) && canOpen(raw))) {
      // The rows of the reading before stay, for the versions that were judged from them; nothing finds it by its key
      // any more.
      await db
        .updateTable('evidence_shard')
        .set({ key: `${shard.key} ${known.id}`, current: 0 })
        .where('id', '=', known.id)
        .execute();
      return this.#add(shard);
    }
    if (!known.current) await db.updateTable('evidence_shard').set({ current: 1 }).where('id', '=', known.id).execute();
    if (!known.done) await clearShard(this.#store, known.id);
    return known;
  }

  #add(shard: Shard) {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#new.push({ id, shard });
    return { id, done: false };
  }
}

async function clearShard(store: Store, id: number): Promise<void> {
  for (const table of ['evidence_copy', 'evidence_account', 'evidence_problem', 'evidence_file'] as const) {
    await store.db.deleteFrom(table).where('shard_id', '=', id).execute();
  }
}

/** What a shard was to read; null where there is no such shard. */
export async function findShard(store: Store, id: number): Promise<Shard | null> {
  const row = await store.db.selectFrom('evidence_shard').select('job').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : readStored(isShard, row.job, 'evidence_shard.job', id);
}

/**
 * Before the first row: to build it once a million are there would keep others from writing for seconds. Rows come in
 * the order of their locations, as a rule, so that it grows at few places.
 */
export function indexLocations(store: Store): Promise<void> {
  return store.createIndex(LOCATION_INDEX, 'evidence_copy', ['custodian', 'location']);
}

/** Deletes what every run finds again before it reads. */
export async function forgetWalk(store: Store): Promise<void> {
  await store.transaction(async () => {
    await markUnjudged(store);
    await store.db.deleteFrom('evidence_problem').where('origin', '=', 'walk').execute();
    await store.db.deleteFrom('evidence_file').where('purpose', '=', 'mailbox').where('shard_id', 'is', null).execute();
  });
}

export async function countCopies(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select((select) => select.fn.countAll<number>().as('copies'))
    .where('evidence_shard.current', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(row.copies);
}
