import type { DeliveryStateName } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store.ts';

/** How many deliveries of some waves are in each state, and when the next try is due. */
export interface DeliveryCounts {
  readonly states: Readonly<Record<DeliveryStateName, number>>;
  readonly all: number;
  /** Null: nothing waits for another try. */
  readonly nextAt: number | null;
}

export async function countDeliveries(store: Store, waves: readonly number[]): Promise<DeliveryCounts> {
  const states: Record<DeliveryStateName, number> = {
    composed: 0,
    approved: 0,
    intent: 0,
    data: 0,
    deferred: 0,
    accepted: 0,
    bounced: 0,
    uncertain: 0,
    inhibited: 0,
  };
  const rows = await store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .select(({ fn }) => ['delivery.state', fn.countAll<number>().as('count'), fn.min('delivery.next_at').as('nextAt')])
    .where('notice.wave_id', 'in', [...waves])
    .groupBy('delivery.state')
    .execute();
  let nextAt: number | null = null;
  for (const row of rows) {
    states[row.state as DeliveryStateName] = Number(row.count);
    if (row.state === 'deferred') nextAt = row.nextAt;
  }
  return { states, all: rows.reduce((sum, { count }) => sum + Number(count), 0), nextAt };
}
