import type { Store } from '../../adapters/store.ts';
import { sendableWaveStates } from './claim-deliveries.ts';
import { readHolds } from './holds.ts';

/** Whether a claimed delivery may leave at this moment: its wave is not paused, its notice not withdrawn, nobody asked for silence meanwhile. */
export async function isStillSendable(store: Store, id: number, at: number): Promise<boolean> {
  const row = await store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .innerJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(['delivery.contact', 'notice.party', 'notice.state as noticeState', 'wave.state as waveState'])
    .where('delivery.id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.noticeState === 'withdrawn') return false;
  if (!sendableWaveStates.some((state) => state === row.waveState)) return false;
  const holds = await readHolds(store, at);
  return (await holds.find(row.party, row.contact)) === null;
}
