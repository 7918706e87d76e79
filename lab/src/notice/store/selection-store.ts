import type { Store } from '../../adapters/store.ts';

/** The selection of a wave as it is stored, unread. */
export interface StoredSelection {
  readonly salt: Uint8Array;
  /** Canonical JSON. */
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
