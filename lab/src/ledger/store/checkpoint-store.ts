import type { SignedSize } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';

/** A checkpoint as it was signed. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** The newest checkpoint that was signed; null where none was. */
export async function findNewestCheckpoint(store: Store): Promise<SignedCheckpoint | null> {
  const newest = await store.db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'root', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest ?? null;
}

/** Every checkpoint that was signed, by size, and when the state says it was. */
export async function listCheckpoints(
  store: Store,
): Promise<readonly (SignedCheckpoint & { readonly madeAt: number })[]> {
  return store.db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'root', 'note', 'made_at as madeAt'])
    .orderBy('size')
    .execute();
}

/** Sizes at which the log was signed, ascending, and when. */
export async function listSignedSizes(store: Store): Promise<readonly SignedSize[]> {
  return store.db.selectFrom('ledger_checkpoint').select(['size', 'made_at as at']).orderBy('size').execute();
}

/** The root of the checkpoint of this size; null where none was signed. */
export async function findCheckpointRoot(store: Store, size: number): Promise<Uint8Array | null> {
  const kept = await store.db
    .selectFrom('ledger_checkpoint')
    .select('root')
    .where('size', '=', size)
    .executeTakeFirst();
  return kept?.root ?? null;
}

/** The size of the last earlier checkpoint; null without one. */
export async function findSizeBefore(store: Store, size: number): Promise<number | null> {
  const before = await store.db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .where('size', '<', size)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return before?.size ?? null;
}

/** Entries that a published checkpoint covers. */
export async function countPublished(store: Store): Promise<number> {
  const published = await store.db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .where('published_at', 'is not', null)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return published?.size ?? 0;
}

/** Keeps a checkpoint that was just signed, in the home of a shared log as well. */
export async function insertCheckpoint(
  store: Store,
  { size, root, note }: SignedCheckpoint,
  at: number,
): Promise<void> {
  await store.db
    .insertInto('ledger_checkpoint')
    .values({ size, root, note, made_at: at, published_at: null })
    .execute();
  store.home?.keepCheckpoint({ size, root, note, made_at: at });
}

export async function markPublished(store: Store, size: number, at: number): Promise<void> {
  await store.db.updateTable('ledger_checkpoint').set({ published_at: at }).where('size', '=', size).execute();
}
