import {
  type Entry,
  HASH_BYTES,
  type Hashing,
  LogTree,
  TILE_HASHES,
  type TileSource,
  toEntryText,
  writeCommitment,
} from '@candor/core/ledger';
import type { Store, StoreValue } from '../adapters/store.ts';

/** An entry that is to be appended. */
export interface SaltedEntry extends Entry {
  /** 32 fresh random bytes. */
  readonly salt: Uint8Array;
}

/** An entry as it lies in the store. */
export interface StoredEntry {
  readonly index: number;
  readonly commitment: Uint8Array;
  readonly kind: string;
  /** Text and salt; null once erased. */
  readonly opening: { readonly entry: string; readonly salt: Uint8Array } | null;
}

const entryColumns = ['position', 'commitment', 'kind', 'made_at', 'salt', 'entry'];

/** Entries in the store, published or not. */
export async function countEntries(store: Store): Promise<number> {
  const last = await store.db
    .selectFrom('ledger_entry')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? 0 : last.position + 1;
}

/**
 * Appends one act to the log, inside the caller's running `store.transaction`, so that act and entry stand or fall together. Gives its position.
 * @throws Error when the log has not been started (`startLog`), or the body is not one of its kind.
 */
export async function appendEntry(store: Store, hashing: Hashing, entry: Entry, salt: Uint8Array): Promise<number> {
  return appendEntries(store, hashing, [{ ...entry, salt }]);
}

/** The same for several, which cost little more than their hashes. Gives the position of the first. */
export async function appendEntries(store: Store, hashing: Hashing, entries: readonly SaltedEntry[]): Promise<number> {
  const first = await countEntries(store);
  const startsLog = entries[0]?.kind === 'genesis';
  if ((first === 0) !== startsLog || entries.slice(1).some(({ kind }) => kind === 'genesis')) {
    throw new Error('a log begins with one genesis');
  }
  const tree = await restoreTree(store, hashing, first);
  const commitments = new Uint8Array(entries.length * HASH_BYTES);
  const rows: StoreValue[][] = entries.map((entry, at) => {
    const text = toEntryText(entry);
    writeCommitment(hashing, entry.salt, text, commitments, at * HASH_BYTES);
    const commitment = commitments.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    return [first + at, commitment, entry.kind, entry.at, entry.salt, text];
  });
  store.insertRows('ledger_entry', entryColumns, rows);
  tree.append(commitments);
  await saveTiles(store, tree);
  return first;
}

/** Forgets what an entry said and its salt: nobody can link it any more, and the tree stays as it is. Inside the caller's transaction. */
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

/** Tiles of the store, cut to the size that is asked for: a log that has gone on still knows what it was. */
export function toTileSource(store: Store): TileSource {
  return async (level, index, width) => {
    const row = await store.db
      .selectFrom('ledger_tile')
      .select('hashes')
      .where('level', '=', level)
      .where('position', '=', index)
      .executeTakeFirst();
    return row === undefined || row.hashes.length < width * HASH_BYTES
      ? null
      : row.hashes.subarray(0, width * HASH_BYTES);
  };
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

async function restoreTree(store: Store, hashing: Hashing, size: number): Promise<LogTree> {
  const source = toTileSource(store);
  const edges = new Map<number, Uint8Array>();
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_HASHES)) {
    const edge = await source(level, Math.floor(count / TILE_HASHES), count % TILE_HASHES);
    if (edge !== null) edges.set(level, edge);
  }
  return LogTree.restore(hashing, size, (level) => edges.get(level));
}

async function saveTiles(store: Store, tree: LogTree): Promise<void> {
  for (const { level, index, hashes } of tree.takeChanges()) {
    await store.db
      .insertInto('ledger_tile')
      .values({ level, position: index, hashes })
      .onConflict((conflict) => conflict.columns(['level', 'position']).doUpdateSet({ hashes }))
      .execute();
  }
}
