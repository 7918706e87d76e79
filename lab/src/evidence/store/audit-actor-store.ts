import type { ActorKeys, AuditRecord, Need } from '@candor/core/evidence/record';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { accessActorColumns, type StoredActor, toActor, toActorValues, toStoredActor } from './stored-record.ts';

/**
 * Actors that are remembered while writing, about 10 MB; a session lives for hours, and one that comes back later gets
 * a second number.
 */
const rememberedActors = 20_000;
/** Actors that are remembered while reading in an order that has nothing to do with theirs, about 20 MB. */
const heldActors = 100_000;

/**
 * Gives each combination of operation, mailbox, user, address, application and session a number, and writes the new
 * ones.
 */
export class ActorWriter {
  readonly #store: Store;
  readonly #known = new Map<string, number>();
  readonly #recent: RecentActor[] = [];
  #nextId: number;
  #rows: StoreValue[][] = [];

  constructor(store: Store, firstId: number) {
    this.#store = store;
    this.#nextId = firstId;
  }

  toId(record: AuditRecord): number {
    const recent = this.#recent;
    for (let at = 0; at < recent.length; at += 1) {
      const actor = recent[at];
      if (actor === undefined || !isSameActor(actor.record, record)) continue;
      // The one that was met last is looked at first.
      for (let to = at; to > 0; to -= 1) recent[to] = recent[to - 1] ?? actor;
      recent[0] = actor;
      return actor.id;
    }
    const id = this.#look(record);
    recent.unshift({ id, record: toStoredActor(record) });
    if (recent.length > recentActors) recent.pop();
    return id;
  }

  #look(record: AuditRecord): number {
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

interface RecentActor {
  readonly id: number;
  readonly record: StoredActor;
}

/** Actors that follow each other in a log: some people at work at once, each with a Bind and a Sync. */
const recentActors = 8;

/** Most texts are the very same object as in the record before, so that comparing them costs nothing. */
function isSameActor(a: StoredActor, b: StoredActor): boolean {
  return (
    a.kind === b.kind &&
    a.operation === b.operation &&
    a.mailboxGuid === b.mailboxGuid &&
    a.mailboxOwnerUpn === b.mailboxOwnerUpn &&
    a.mailboxOwnerSid === b.mailboxOwnerSid &&
    a.userId === b.userId &&
    a.ip === b.ip &&
    a.appId === b.appId &&
    a.clientAppId === b.clientAppId &&
    a.client === b.client &&
    a.logonType === b.logonType &&
    a.userType === b.userType &&
    isSameList(a.addresses, b.addresses) &&
    isSameList(a.contradicts, b.contradicts) &&
    isSameList(a.tokens, b.tokens) &&
    isSameList(a.sessions, b.sessions)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
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
  readonly #texts = new SharedTexts();

  constructor(store: Store) {
    this.#store = store;
  }

  /** `ids` may repeat. */
  async find(ids: Iterable<number>): Promise<(id: number) => StoredActor> {
    const missing = new Set<number>();
    for (const id of ids) if (!this.#known.has(id)) missing.add(id);
    if (missing.size > 0) {
      if (this.#known.size > heldActors) {
        this.#known.clear();
        for (const id of ids) missing.add(id);
      }
      const found = await this.#store.findRows('evidence_access_actor', 'id', missing);
      for (const actor of found) this.#known.set(actor.id, this.#texts.share(toActor(actor)));
    }
    return (id) => {
      const actor = this.#known.get(id);
      if (actor === undefined) throw new Error(`actor ${id} is not in the store`);
      return actor;
    };
  }
}

/** Lets actors hold the same text once: nearly all differ in nothing but session and token. */
class SharedTexts {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();

  share(actor: StoredActor): StoredActor {
    if (this.#texts.size > heldTexts) this.#texts.clear();
    if (this.#lists.size > heldTexts) this.#lists.clear();
    return {
      operation: this.#text(actor.operation),
      kind: actor.kind,
      mailboxGuid: this.#nullable(actor.mailboxGuid),
      mailboxOwnerUpn: this.#nullable(actor.mailboxOwnerUpn),
      mailboxOwnerSid: this.#nullable(actor.mailboxOwnerSid),
      userId: this.#nullable(actor.userId),
      ip: this.#nullable(actor.ip),
      appId: this.#nullable(actor.appId),
      clientAppId: this.#nullable(actor.clientAppId),
      client: this.#nullable(actor.client),
      logonType: this.#nullable(actor.logonType),
      userType: this.#nullable(actor.userType),
      sessions: this.#list(actor.sessions),
      tokens: actor.tokens,
      addresses: actor.addresses,
      contradicts: actor.contradicts,
    };
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }

  #nullable(text: string | null): string | null {
    return text === null ? null : this.#text(text);
  }

  #list(list: readonly string[]): readonly string[] {
    const [only] = list;
    if (list.length !== 1 || only === undefined) return list;
    const known = this.#lists.get(only);
    if (known === undefined) this.#lists.set(only, list);
    return known ?? list;
  }
}

/** Distinct texts that are shared; a log has some hundred. */
const heldTexts = 20_000;

const NEEDS: readonly Need[] = ['none', 'one', 'every'];

/** Tells of actors, by number, what is needed of their records. */
export async function selectActors(store: Store, needs: (keys: ActorKeys) => Need): Promise<(id: number) => Need> {
  const wanted = new Uint8Array(await findNextActorId(store));
  for await (const rows of store.stream(store.db.selectFrom('evidence_access_actor').selectAll())) {
    for (const row of rows) wanted[row.id] = NEEDS.indexOf(needs(toActor(row)));
  }
  return (id) => NEEDS[wanted[id] ?? 0] ?? 'none';
}
