import type { AccessRecord } from '@candor/core/evidence';
import type { Store, StoreValue } from '../adapters/store.ts';
import { accessActorColumns, type StoredActor, type StoredRecordRow, toActor, toActorValues } from './stored-record.ts';

/** Actors that are remembered at once; a log has some thousands, and beyond this the same one gets a second number. */
const rememberedActors = 100_000;

/** Gives each combination of operation, mailbox, user, address, application and session a number, and writes the new ones. */
export class ActorWriter {
  readonly #store: Store;
  readonly #known = new Map<string, number>();
  #nextId: number;
  #rows: StoreValue[][] = [];

  constructor(store: Store, firstId: number) {
    this.#store = store;
    this.#nextId = firstId;
  }

  toId(record: AccessRecord): number {
    const values = toActorValues(record);
    const key = values.join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= rememberedActors) this.#known.clear();
    const id = this.#nextId;
    this.#nextId += 1;
    this.#known.set(key, id);
    this.#rows.push([id, ...values]);
    return id;
  }

  /** Writes what was met since the last time; rows that name an actor are written after it. */
  write(): void {
    this.#store.insertRows('evidence_access_actor', accessActorColumns, this.#rows);
    this.#rows = [];
  }
}

export async function findNextActorId(store: Store): Promise<number> {
  const { last } = await store.db
    .selectFrom('evidence_access_actor')
    .select((select) => select.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

/** Looks actors up for streamed rows, and keeps those that it has met. */
export class ActorReader {
  readonly #store: Store;
  readonly #known = new Map<number, StoredActor>();

  constructor(store: Store) {
    this.#store = store;
  }

  async find(rows: readonly StoredRecordRow[]): Promise<(id: number) => StoredActor> {
    const missing = new Set<number>();
    for (const { actor_id: id } of rows) if (!this.#known.has(id)) missing.add(id);
    if (missing.size > 0) {
      if (this.#known.size > rememberedActors) {
        this.#known.clear();
        for (const { actor_id: id } of rows) missing.add(id);
      }
      const found = await this.#store.db
        .selectFrom('evidence_access_actor')
        .selectAll()
        .where('id', 'in', [...missing])
        .execute();
      for (const actor of found) this.#known.set(actor.id, toActor(actor));
    }
    return (id) => {
      const actor = this.#known.get(id);
      if (actor === undefined) throw new Error(`actor ${id} is not in the store`);
      return actor;
    };
  }
}

/** Actors of which something is to be seen, by number; null when they are too many to name them. */
export async function selectActors(store: Store, isWanted: (actor: StoredActor) => boolean): Promise<number[] | null> {
  const wanted: number[] = [];
  for await (const rows of store.stream(store.db.selectFrom('evidence_access_actor').selectAll())) {
    for (const row of rows) if (isWanted(toActor(row))) wanted.push(row.id);
    if (wanted.length > namedActors) return null;
  }
  return wanted;
}

/** Values of one `IN` list; engines take some ten thousand. */
const namedActors = 5_000;
