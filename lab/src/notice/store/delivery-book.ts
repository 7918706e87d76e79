import {
  advanceDelivery,
  type Delivery,
  type DeliveryAttempt,
  type DeliveryEvent,
  type DeliveryState,
  type DeliveryStateName,
  toAttempt,
  toLateReply,
} from '@candor/core/notice/delivery';
import type { Selectable } from 'kysely';
import type { Schema } from '../../adapters/store/schema.ts';
import type { Store } from '../../adapters/store/store.ts';
import { chain, type NewEvent } from './chain-store.ts';

/** The state columns of a delivery. */
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

const attemptColumns = ['delivery_id', 'attempt', 'fence', 'event', 'host', 'reply', 'made_at'];

/** What became of an event: the delivery as it is now, or why nothing changed. */
export type BookEntry =
  | { readonly is: 'written'; readonly delivery: Delivery }
  | { readonly is: 'refused'; readonly because: 'fenced' | 'not-due' | 'wrong-state' | 'unknown' };

export interface BookOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly host: string | null;
  /** Digest of the settings that the gate judged: every final dot is written under them. */
  readonly gate?: string;
  /** Who decided, and the log entry of it, where people settle. */
  readonly who?: readonly string[];
  readonly entry?: number;
  /** Called with attempts whose mark is durable, before anybody is notified. */
  readonly journal?: (attempts: readonly { readonly messageId: string; readonly attempt: number }[]) => void;
}

interface Waiting {
  readonly work: () => Promise<void>;
  readonly isDurable: boolean;
  readonly done: () => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * The one writer of deliveries in a process. What several sessions want to write in the same turn is written in one
 * transaction, so that one wait for the disk serves them all; across processes the store lets one transaction in at a
 * time, and each row is read again inside it.
 */
export class DeliveryBook {
  readonly #options: BookOptions;
  #waiting: Waiting[] = [];
  #isWriting = false;
  #marked: { readonly messageId: string; readonly attempt: number }[] = [];
  /** Links of the transaction that `run` has open: they are added together, before it ends. Null outside of one. */
  #links: NewEvent[] | null = null;

  constructor(options: BookOptions) {
    this.#options = options;
  }

  /** Applies one event. `data` is on disk and in the journal when it returns. */
  async write(id: number, event: DeliveryEvent): Promise<BookEntry> {
    let entry: BookEntry = { is: 'refused', because: 'unknown' };
    await this.run(event.event === 'data', async () => {
      entry = await this.apply(id, event);
    });
    return entry;
  }

  /** Runs work in a transaction that it may share; durable if it or a companion must be. */
  run(isDurable: boolean, work: () => Promise<void>): Promise<void> {
    return new Promise((done, fail) => {
      this.#waiting.push({ work, isDurable, done, fail });
      if (this.#isWriting) return;
      this.#isWriting = true;
      // After this turn, so that what other sessions want meanwhile comes along.
      setImmediate(() => void this.#writeWaiting());
    });
  }

  /** Applies one event inside the running transaction. */
  async apply(id: number, event: DeliveryEvent): Promise<BookEntry> {
    const { db } = this.#options.store;
    const row = await db
      .selectFrom('notice_delivery')
      .select([...progressColumns, 'message_id'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return { is: 'refused', because: 'unknown' };
    const before = toDelivery(row);
    const advance = advanceDelivery(before, event);
    const at = this.#options.now();
    const { host } = this.#options;
    if (advance.is === 'refused') {
      // A reply to a superseded claim settles nothing, but is stored for whoever settles by hand.
      if (event.event === 'reply') {
        await this.#link(row.message_id, event, at);
        this.#record(id, toLateReply(before, event, at, host));
      }
      return advance;
    }
    const { delivery } = advance;
    await this.#link(row.message_id, event, at);
    await db
      .updateTable('notice_delivery')
      .set({ ...toProgressRow(delivery), changed_at: at })
      .where('id', '=', id)
      .execute();
    const attempt = toAttempt(delivery, event, at, host);
    if (attempt !== null) this.#record(id, attempt);
    if (delivery.state === 'data') this.#marked.push({ messageId: row.message_id, attempt: delivery.attempts });
    return { is: 'written', delivery };
  }

  /** The event as a link of the chain, in the transaction that changes the delivery. */
  async #link(delivery: string, event: DeliveryEvent, at: number): Promise<void> {
    const { store, host, gate = null, who = [], entry = null } = this.#options;
    const isDot = event.event === 'data';
    const link = { at, delivery, host, who, entry, gate: isDot ? gate : null, event };
    if (this.#links === null) await chain(store, [link]);
    else this.#links.push(link);
  }

  #record(id: number, { attempt, fence, event, host, reply, at }: DeliveryAttempt): void {
    this.#options.store.insertRows('notice_attempt', attemptColumns, [[id, attempt, fence, event, host, reply, at]]);
  }

  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      this.#marked = [];
      try {
        await this.#options.store.transaction(async () => {
          this.#links = [];
          for (const item of batch) await item.work();
          await chain(this.#options.store, this.#links);
        });
        this.#options.journal?.(this.#marked);
      } catch (cause) {
        for (const item of batch) item.fail(cause);
        continue;
      } finally {
        this.#links = null;
      }
      const durable = batch.filter(({ isDurable }) => isDurable);
      for (const item of batch) if (!item.isDurable) item.done();
      // The next batch is written while this one waits for the disk.
      if (durable.length > 0) void this.#sync(durable);
    }
    this.#isWriting = false;
  }

  async #sync(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#options.store.sync();
      for (const item of batch) item.done();
    } catch (cause) {
      for (const item of batch) item.fail(cause);
    }
  }
}

type ProgressRow = Pick<Selectable<Schema['notice_delivery']>, (typeof progressColumns)[number]>;

/** Reads a row's progress. A row that says nothing sensible is a fault of the program: nothing else writes them. */
function toDelivery(row: ProgressRow): Delivery {
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

/** How many deliveries of some waves are in each state, and when the next try is due. */
export interface DeliveryCounts {
  readonly states: Readonly<Record<DeliveryStateName, number>>;
  readonly all: number;
  /** Null means that nothing waits for another try. */
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
