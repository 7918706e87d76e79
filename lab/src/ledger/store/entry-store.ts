import {
  type Entry,
  type EntryKind,
  HASH_BYTES,
  type Hashing,
  SALT_BYTES,
  toEntryText,
  writeCommitment,
} from '@candor/core/ledger';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { catchUp, entryColumns, KEY_KINDS } from './catch-up.ts';
import { markCommitted, readPendingHead } from './link-store.ts';
import { countEntries, restoreTree, saveTiles } from './stored-tree.ts';

export { countEntries, toTileSource } from './stored-tree.ts';

/** An entry in the store. */
export interface StoredEntry {
  readonly index: number;
  readonly commitment: Uint8Array;
  readonly kind: string;
  /** It is null once erased, and for entries of another incident. */
  readonly opening: { readonly entry: string; readonly salt: Uint8Array } | null;
}

/**
 * Appends one act to the log inside the caller's `store.transaction`, so that act and entry commit together. Returns
 * its position.
 * @throws Error when the log has not been started (`startLog`), or the body is of another kind.
 */
export async function appendEntry(store: Store, hashing: Hashing, entry: Entry): Promise<number> {
  return appendEntries(store, hashing, [entry]);
}

/**
 * The same for several, which cost little more than their hashes. Gives the position of the first. The head of the
 * chain of deliveries goes before them where the log lacks it, in place of a padding entry where there is one.
 */
export async function appendEntries(store: Store, hashing: Hashing, acts: readonly Entry[]): Promise<number> {
  await catchUp(store, hashing);
  const first = await countEntries(store);
  const [begins] = acts;
  const pending = begins === undefined || begins.kind === 'genesis' ? null : await readPendingHead(store);
  if (begins === undefined || pending === null) {
    await append(store, hashing, first, acts);
    return first;
  }
  const head = { kind: 'deliveries', at: begins.at, body: pending } as const;
  const isPadding = begins.kind === 'padding';
  await append(store, hashing, first, [head, ...(isPadding ? acts.slice(1) : acts)]);
  await markCommitted(store, pending.links, first);
  return isPadding ? first : first + 1;
}

async function append(store: Store, hashing: Hashing, first: number, entries: readonly Entry[]): Promise<void> {
  const startsLog = entries[0]?.kind === 'genesis';
  if ((first === 0) !== startsLog || entries.slice(1).some(({ kind }) => kind === 'genesis')) {
    throw new Error('a log begins with one genesis');
  }
  const tree = await restoreTree(store, hashing, first);
  const commitments = new Uint8Array(entries.length * HASH_BYTES);
  const appended = entries.map((entry, at) => {
    const [text, salt] = [toEntryText(entry), freshBytes(SALT_BYTES, 'entry', first + at)];
    writeCommitment(hashing, salt, text, commitments, at * HASH_BYTES);
    const commitment = commitments.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    return { ...entry, position: first + at, commitment, text, salt };
  });
  const rows: StoreValue[][] = appended.map((each) => [
    ...[each.position, each.commitment, each.kind, each.at, each.salt, each.text],
  ]);
  store.insertRows('ledger_entry', entryColumns, rows);
  store.home?.append(
    appended.map(({ position, commitment, kind, salt, text }) => ({
      ...{ position, commitment },
      opening: KEY_KINDS.includes(kind) ? { salt, entry: text } : null,
    })),
  );
  tree.append(commitments);
  await saveTiles(store, tree);
}

/**
 * Erases an entry's content and salt: it can no longer be linked, and the tree stays. Inside the caller's transaction.
 */
export async function eraseEntry(store: Store, index: number): Promise<void> {
  await store.db.updateTable('ledger_entry').set({ salt: null, entry: null }).where('position', '=', index).execute();
}

export async function readStoredEntry(store: Store, index: number): Promise<StoredEntry | null> {
  const row = await store.db
    .selectFrom('ledger_entry')
    .select(['position', 'commitment', 'kind', 'salt', 'entry'])
    .where('position', '=', index)
    .executeTakeFirst();
  return row === undefined ? null : toStoredEntry(row);
}

/** Every entry in order, from one position up to (without) another, in batches. */
export async function* streamEntries(store: Store, from = 0, to?: number): AsyncGenerator<StoredEntry[]> {
  let query = store.db
    .selectFrom('ledger_entry')
    .select(['position', 'commitment', 'kind', 'salt', 'entry'])
    .where('position', '>=', from)
    .orderBy('position');
  if (to !== undefined) query = query.where('position', '<', to);
  for await (const rows of store.stream(query)) yield rows.map(toStoredEntry);
}

function toStoredEntry(row: {
  readonly position: number;
  readonly commitment: Uint8Array;
  readonly kind: string;
  readonly salt: Uint8Array | null;
  readonly entry: string | null;
}): StoredEntry {
  const opening = row.entry === null || row.salt === null ? null : { entry: row.entry, salt: row.salt };
  return { index: row.position, commitment: row.commitment, kind: row.kind, opening };
}

/** Commitments from one position up to (without) another, one behind the other. */
export async function readCommitments(store: Store, from: number, to: number): Promise<Uint8Array> {
  const rows = await store.db
    .selectFrom('ledger_entry')
    .select('commitment')
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute();
  const commitments = new Uint8Array(rows.length * HASH_BYTES);
  rows.forEach(({ commitment }, at) => {
    commitments.set(commitment, at * HASH_BYTES);
  });
  return commitments;
}

/** Positions of the entries of these kinds, in order, and what they say; null once erased. */
export async function listEntriesOfKind(
  store: Store,
  kinds: readonly EntryKind[],
): Promise<readonly { readonly position: number; readonly entry: string | null }[]> {
  return store.db
    .selectFrom('ledger_entry')
    .select(['position', 'entry'])
    .where('kind', 'in', kinds)
    .orderBy('position')
    .execute();
}

/**
 * When an entry was made.
 * @throws Error when there is none at this position.
 */
export async function readEntryTime(store: Store, position: number): Promise<number> {
  const { made_at } = await store.db
    .selectFrom('ledger_entry')
    .select('made_at')
    .where('position', '=', position)
    .executeTakeFirstOrThrow();
  return made_at;
}

/** At most so many entries from a position, in order, as far as the tree needs them. */
export async function listCommitments(
  store: Store,
  from: number,
  most: number,
): Promise<readonly { readonly position: number; readonly commitment: Uint8Array; readonly kind: string }[]> {
  return store.db
    .selectFrom('ledger_entry')
    .select(['position', 'commitment', 'kind'])
    .where('position', '>=', from)
    .orderBy('position')
    .limit(most)
    .execute();
}

/** The newest entry of another kind than these; null without one. */
export async function findLastEntry(
  store: Store,
  except: readonly string[],
): Promise<{ readonly kind: string; readonly made_at: number } | null> {
  const entry = await store.db
    .selectFrom('ledger_entry')
    .select(['kind', 'made_at'])
    .where('kind', 'not in', except)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry ?? null;
}

/** The newest entry of a kind; null without one. */
export async function findNewestEntryOf(
  store: Store,
  kind: EntryKind,
): Promise<{ readonly position: number; readonly madeAt: number; readonly entry: string | null } | null> {
  const row = await store.db
    .selectFrom('ledger_entry')
    .select(['position', 'made_at as madeAt', 'entry'])
    .where('kind', '=', kind)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Kinds of entries that no person's act makes. */
export const NO_ACTS: readonly string[] = ['padding', 'deliveries', 'decisions', 'genesis', 'app', 'elsewhere', 'void'];

/** Entries that record an act; null before the log starts. */
export async function countActs(store: Store): Promise<number | null> {
  if ((await countEntries(store)) === 0) return null;
  const { acts } = await store.db
    .selectFrom('ledger_entry')
    .select(({ fn }) => fn.countAll<number>().as('acts'))
    .where('kind', 'not in', NO_ACTS)
    .executeTakeFirstOrThrow();
  return Number(acts);
}
