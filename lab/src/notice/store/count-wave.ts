import type { Store } from '../../adapters/store.ts';
import { listDeliveries } from './wave-store.ts';

/** How the parties of a wave can be written to. */
export interface WaveCounts {
  readonly deliveries: number;
  /** Parties with a notice for which no address is left: letters or the telephone. */
  readonly unreachable: readonly string[];
  /** Notices to guessed contacts alone, which give counts only. */
  readonly guessed: number;
  readonly notices: number;
}

export async function countWave(store: Store, wave: number): Promise<WaveCounts> {
  const deliveries = await listDeliveries(store, wave);
  const reached = new Set(deliveries.map(({ notice_id }) => notice_id));
  const notices = await store.db
    .selectFrom('notice_notice')
    .select(['id', 'party', 'guessed'])
    .where('wave_id', '=', wave)
    .orderBy('id')
    .execute();
  return {
    deliveries: deliveries.length,
    unreachable: notices.filter(({ id }) => !reached.has(Number(id))).map(({ party }) => party),
    guessed: notices.filter(({ guessed }) => guessed === 1).length,
    notices: notices.length,
  };
}
