import type { Store } from '../../adapters/store.ts';
import { listMessagesOf } from '../../notice/store/delivery-store.ts';
import { findNoticeState } from '../../notice/store/notice-store.ts';
import type { EnrollmentAct } from '../store/act-store.ts';

/**
 * How far telling all contacts has come.
 * - `none`: no announcement, or it was discarded or withdrawn. · `drafted`: two people have not approved it. ·
 *   `under-way`: some contacts are not settled.
 * - `unreached`: every delivery came back. · `told`: all are settled, and somebody was reached; `at` is when the last
 *   of them was.
 */
export type Announcement =
  | { readonly is: 'none' }
  | { readonly is: 'drafted'; readonly notice: number; readonly wave: number }
  | { readonly is: 'under-way'; readonly notice: number; readonly wave: number; readonly open: number }
  | { readonly is: 'unreached'; readonly notice: number; readonly wave: number }
  | {
      readonly is: 'told';
      readonly notice: number;
      readonly wave: number;
      readonly at: number;
      /** Who accepted it. */
      readonly contacts: readonly string[];
    };

/** Reads it from the deliveries themselves: a bounce that comes later counts. */
export async function readAnnouncement(store: Store, acts: readonly EnrollmentAct[]): Promise<Announcement> {
  const notice = acts.findLast(({ act }) => act === 'announced')?.notice ?? null;
  if (notice === null) return { is: 'none' };
  const row = await findNoticeState(store, notice);
  if (row === null || row.state === 'discarded' || row.state === 'withdrawn') return { is: 'none' };
  const known = { notice, wave: row.wave_id };
  if (row.state === 'composed') return { is: 'drafted', ...known };
  const deliveries = await listMessagesOf(store, notice);
  const accepted = deliveries.filter(({ state }) => state === 'accepted');
  const open = deliveries.filter(({ state }) => !['accepted', 'bounced', 'inhibited'].includes(state)).length;
  if (open > 0) return { is: 'under-way', ...known, open };
  if (accepted.length === 0) return { is: 'unreached', ...known };
  return {
    is: 'told',
    ...known,
    at: Math.max(...accepted.map(({ changed_at: at }) => at)),
    contacts: accepted.map(({ contact }) => contact),
  };
}
