import { HASH_BYTES, type Hashing, LogTree, TILE_HASHES, type TileSource } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';

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

/** Tiles of the store, cut to the size that is asked for: a log that has gone on still knows what it was. */
export function toTileSource(store: Store): TileSource {
  return async (level, index, width) => {
    const hashes = await readTile(store, level, index);
    return hashes === null || hashes.length < width * HASH_BYTES ? null : hashes.subarray(0, width * HASH_BYTES);
  };
}

/** The tree of so many entries, ready to grow. */
export async function restoreTree(store: Store, hashing: Hashing, size: number): Promise<LogTree> {
  const source = toTileSource(store);
  const edges = new Map<number, Uint8Array>();
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_HASHES)) {
    const edge = await source(level, Math.floor(count / TILE_HASHES), count % TILE_HASHES);
    if (edge !== null) edges.set(level, edge);
  }
  return LogTree.restore(hashing, size, (level) => edges.get(level));
}

/** Keeps what has grown. Inside the caller's transaction. */
export async function saveTiles(store: Store, tree: LogTree): Promise<void> {
  for (const { level, index, hashes } of tree.takeChanges()) {
    await store.db
      .insertInto('ledger_tile')
      .values({ level, position: index, hashes })
      .onConflict((conflict) => conflict.columns(['level', 'position']).doUpdateSet({ hashes }))
      .execute();
  }
}

/** The hashes of a tile as they are kept; null where there is no such tile. */
export async function readTile(store: Store, level: number, index: number): Promise<Uint8Array | null> {
  const row = await store.db
    .selectFrom('ledger_tile')
    .select('hashes')
    .where('level', '=', level)
    .where('position', '=', index)
    .executeTakeFirst();
  return row?.hashes ?? null;
}

export async function listTilePlaces(
  store: Store,
): Promise<readonly { readonly level: number; readonly position: number }[]> {
  return store.db.selectFrom('ledger_tile').select(['level', 'position']).execute();
}
