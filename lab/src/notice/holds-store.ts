import type { Hold } from '@candor/core/notice';
import type { Store } from '../adapters/store.ts';

/** Every hold that was ever recorded, oldest first. */
export async function readHolds(store: Store): Promise<readonly Hold[]> {
  const rows = await store.db.selectFrom('notice_hold').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: Number(row.id),
    kind: row.kind === 'delay' ? 'delay' : 'do-not-contact',
    party: row.party,
    contact: row.contact,
    askedBy: row.asked_by,
    why: row.why,
    until: row.until,
    endedAt: row.ended_at,
  }));
}
