import type { DeliveryEvent, DeliveryStateName, SmtpReply } from '@candor/core/notice/delivery';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { DeliveryBook } from '../../src/notice/store/delivery-book.ts';

const TAKEN: SmtpReply = { code: 250, status: '2.0.0', text: 'queued' };
const NO_SUCH_USER: SmtpReply = { code: 550, status: '5.1.1', text: 'no such user' };

export interface Move {
  /** When; 1970-01-12T13:46:40Z where it does not matter. */
  readonly at?: number;
  readonly reason?: string;
  /** Only these deliveries; all by default. */
  readonly contact?: string;
  readonly id?: number;
  readonly notice?: number;
  readonly wave?: number;
  readonly from?: DeliveryStateName;
}

/**
 * Brings deliveries to a state by the events that lead a sender there, so that the chain of deliveries tells the same.
 * What a sender cannot undo is refused: `rewindDeliveries` forgets it first.
 */
export async function moveDeliveries(statePath: string, to: DeliveryStateName, move: Move = {}): Promise<void> {
  const { store, close } = await openStateForActing(statePath);
  try {
    await moveIn(store, to, move);
  } finally {
    await close();
  }
}

/** As `moveDeliveries`, in a state that is open. */
export async function moveIn(store: Store, to: DeliveryStateName, move: Move = {}): Promise<void> {
  const { at = 1_000_000, reason = 'it was silent' } = move;
  const book = new DeliveryBook({ store, now: () => at, host: '192.0.2.25:25' });
  for (const { id, state } of await listMoved(store, move)) {
    for (const toEvent of listEvents(state, to, at, reason)) {
      const { fence } = await store.db
        .selectFrom('notice_delivery')
        .select('fence')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const entry = await book.write(id, toEvent(fence));
      if (entry.is === 'refused') throw new Error(`delivery ${id} cannot go from ${state} to ${to}: ${entry.because}`);
    }
  }
}

/** As if no sender had ever taken these deliveries: only their approval is left in the chain. */
export async function rewindDeliveries(store: Store, move: Move = {}): Promise<void> {
  const moved = (await listMoved(store, move)).map(({ id }) => id);
  const of = store.db.selectFrom('notice_delivery').select('message_id').where('id', 'in', moved);
  await store.db.deleteFrom('ledger_link').where('delivery', 'in', of).where('event', '!=', 'approve').execute();
  await store.db.deleteFrom('notice_attempt').where('delivery_id', 'in', moved).execute();
  await store.db
    .updateTable('notice_delivery')
    .set({ state: 'approved', attempts: 0, fence: 0, failures: 0, failed_at: null, reason: null })
    .set({ claimed_by: null, lease_until: null, next_at: null })
    .where('id', 'in', moved)
    .execute();
}

async function listMoved(store: Store, { contact, id, notice, wave, from }: Move) {
  let query = store.db.selectFrom('notice_delivery').select(['id', 'state']).orderBy('id');
  if (contact !== undefined) query = query.where('contact', '=', contact);
  if (id !== undefined) query = query.where('id', '=', id);
  if (notice !== undefined) query = query.where('notice_id', '=', notice);
  if (wave !== undefined)
    query = query.where(
      'notice_id',
      'in',
      store.db.selectFrom('notice_notice').select('id').where('wave_id', '=', wave),
    );
  if (from !== undefined) query = query.where('state', '=', from);
  return query.execute();
}

type ToEvent = (fence: number) => DeliveryEvent;

function listEvents(from: string, to: DeliveryStateName, at: number, reason: string): readonly ToEvent[] {
  if (from === to) return [];
  const taken: ToEvent = (fence) => ({ event: 'reply', fence, stage: 'after-dot', reply: TAKEN, at });
  const events: Partial<Record<DeliveryStateName, readonly ToEvent[]>> = {
    approved: [from === 'inhibited' ? () => ({ event: 'permit' }) : (fence) => ({ event: 'release', fence })],
    intent: [toClaim(at)],
    data: [toClaim(at), toDot(at)],
    accepted: from === 'uncertain' ? [taken] : [toClaim(at), toDot(at), taken],
    bounced: [
      ...(from === 'accepted' || from === 'uncertain'
        ? [(): DeliveryEvent => ({ event: 'returned', says: 'failed', reason })]
        : [toClaim(at), toRefused(at)]),
    ],
    uncertain: [toClaim(at), toDot(at), (fence) => ({ event: 'failure', fence, stage: 'after-dot', reason, at })],
    deferred: [toClaim(at), (fence) => ({ event: 'failure', fence, stage: 'before-dot', reason, at })],
    inhibited: [() => ({ event: 'inhibit', reason })],
  };
  return events[to] ?? [];
}

const toClaim =
  (at: number): ToEvent =>
  () => ({ event: 'claim', by: 'one', at });

const toDot =
  (at: number): ToEvent =>
  (fence) => ({ event: 'data', fence, at });

const toRefused =
  (at: number): ToEvent =>
  (fence) => ({ event: 'reply', fence, stage: 'before-dot', reply: NO_SUCH_USER, at });
