import type { Store } from '../../adapters/store.ts';
import { findStanding } from '../store/delivery-store.ts';
import { SENDABLE_STATES } from '../store/wave-state-store.ts';
import { readHolds } from './holds.ts';

/**
 * Whether a claimed delivery may leave at this moment: its wave is not paused, its notice not withdrawn, nobody asked
 * for silence meanwhile.
 */
export async function isStillSendable(store: Store, id: number, at: number): Promise<boolean> {
  const row = await findStanding(store, id);
  if (row === null || row.noticeState === 'withdrawn') return false;
  if (!SENDABLE_STATES.some((state) => state === row.waveState)) return false;
  const holds = await readHolds(store, at);
  return (await holds.find(row.party, row.contact)) === null;
}
