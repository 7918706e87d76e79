import { Refusal, type Runtime } from '@candor/core/base';
import { commitSelection, readSelection, type Selection } from '@candor/core/notice/selection';
import { readManifestText } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { requireWave, type StoredWave } from './wave-store.ts';

/** The selection of a wave as it is stored, unread. */
export interface StoredSelection {
  readonly salt: Uint8Array;
  /** This is canonical JSON. */
  readonly document: string;
}

/** Null for a wave that was composed before selections were kept. */
export async function readSelectionRow(store: Store, wave: number): Promise<StoredSelection | null> {
  const row = await store.db
    .selectFrom('notice_selection')
    .select(['salt', 'document'])
    .where('wave_id', '=', wave)
    .executeTakeFirst();
  return row ?? null;
}

/** Replaces what was kept of a wave that is composed again. Inside the caller's transaction. */
export async function keepSelection(store: Store, wave: number, { salt, document }: StoredSelection): Promise<void> {
  await store.db.deleteFrom('notice_selection').where('wave_id', '=', wave).execute();
  await store.db.insertInto('notice_selection').values({ wave_id: wave, salt, document }).execute();
}

/** The newest wave with a selection that two people approved, before this one or of all; null without one. */
export async function findSelectedBefore(store: Store, wave: number | null): Promise<number | null> {
  let query = store.db
    .selectFrom('notice_wave')
    .innerJoin('notice_selection', 'notice_selection.wave_id', 'notice_wave.id')
    .select('notice_wave.id')
    .where('notice_wave.entry', 'is not', null)
    .orderBy('notice_wave.id', 'desc')
    .limit(1);
  if (wave !== null) query = query.where('notice_wave.id', '<', wave);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : Number(row.id);
}

/** What keeps the stored selection from being the one in the manifest, in words; null where it is, or needs none. */
export async function findSelectionFault(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  { id, manifest }: Pick<StoredWave, 'id' | 'manifest'>,
): Promise<string | null> {
  const read = readManifestText(manifest);
  if (read === null) return 'its manifest has another form than this program writes';
  if (read.selection === undefined) return null;
  const stored = await readSelectionRow(store, id);
  if (stored === null) return 'its selection document was taken out of this state';
  const selection = readSelection(stored.document);
  if (selection === null || commitSelection(runtime, stored.salt, stored.document) !== read.selection)
    return 'its selection document is not the one in its manifest';
  return selection.wave === id && selection.kind === read.kind ? null : 'its selection document is of another wave';
}

/**
 * The selection that the manifest of a wave commits to; null for a wave of a former version.
 * @throws Refusal `wave-differs` where it is gone or another one.
 */
export async function readSealedSelection(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  { id, manifest }: Pick<StoredWave, 'id' | 'manifest'>,
): Promise<Selection | null> {
  const fault = await findSelectionFault(store, runtime, { id, manifest });
  if (fault !== null) throw new Refusal('wave-differs', [`wave ${id}: ${fault}`]);
  if (readManifestText(manifest)?.selection === undefined) return null;
  return readSelection((await readSelectionRow(store, id))?.document ?? '');
}

/** @throws Refusal `wave-differs` also for a wave that has none. */
export async function requireSelection(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  wave: number,
): Promise<Selection> {
  const selection = await readSealedSelection(store, runtime, await requireWave(store, wave));
  if (selection === null) throw new Refusal('wave-differs', [`wave ${wave}: it has no selection document`]);
  return selection;
}
