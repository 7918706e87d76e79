import type { Delivery, DeliveryState } from '@candor/core/notice/delivery';
import type { Selectable } from 'kysely';
import type { NoticeDeliveryTable } from '../../adapters/schema-notice.ts';

/** The columns that say where a delivery stands. */
export const progressColumns = [
  'state',
  'attempts',
  'fence',
  'claimed_by',
  'lease_until',
  'next_at',
  'failures',
  'failed_at',
  'reason',
] as const;

export type ProgressRow = Pick<Selectable<NoticeDeliveryTable>, (typeof progressColumns)[number]>;

/** Reads a row's progress. A row that says nothing sensible is a fault of the program: nothing else writes them. */
export function toDelivery(row: ProgressRow): Delivery {
  const { attempts, fence, failures, failed_at: failedAt } = row;
  return { ...toState(row), attempts, fence, failures, failedAt };
}

function toState({
  state,
  claimed_by: by,
  lease_until: leaseUntil,
  next_at: nextAt,
  reason,
}: ProgressRow): DeliveryState {
  switch (state) {
    case 'composed':
    case 'approved':
    case 'accepted':
      return { state };
    case 'intent':
    case 'data':
      return { state, claim: { by: by ?? '', leaseUntil: leaseUntil ?? 0 } };
    case 'deferred':
      return { state, nextAt: nextAt ?? 0, reason: reason ?? '' };
    case 'bounced':
    case 'uncertain':
    case 'inhibited':
      return { state, reason: reason ?? '' };
    default:
      throw new Error(`a delivery is in no state that is known: ${state}`);
  }
}

/** The columns of a delivery's progress. */
export function toProgressRow(delivery: Delivery): ProgressRow {
  const claim = 'claim' in delivery ? delivery.claim : null;
  return {
    state: delivery.state,
    attempts: delivery.attempts,
    fence: delivery.fence,
    claimed_by: claim?.by ?? null,
    lease_until: claim?.leaseUntil ?? null,
    next_at: delivery.state === 'deferred' ? delivery.nextAt : null,
    failures: delivery.failures,
    failed_at: delivery.failedAt,
    reason: 'reason' in delivery ? delivery.reason : null,
  };
}
