import type { Store } from '../../adapters/store.ts';

/**
 * Gives up a wave that nobody was told by: its words are kept, its messages go, and its codes may be drawn again.
 * Inside the caller's transaction.
 */
export async function discardWave(store: Store, wave: number): Promise<void> {
  const ids = store.db.selectFrom('notice_notice').select('id').where('wave_id', '=', wave);
  await store.db.deleteFrom('notice_delivery').where('notice_id', 'in', ids).execute();
  await store.db.updateTable('notice_notice').set({ state: 'discarded' }).where('wave_id', '=', wave).execute();
  await store.db.updateTable('notice_wave').set({ state: 'discarded' }).where('id', '=', wave).execute();
}
