import { formatCount, formatTime, type Instant, type Said, toSaid } from '@candor/core/base';
import type { DeliveryStateName } from './delivery.ts';
import type { TakenBy } from './follow-links.ts';
import { type DeliveryOutcome, toOutcome } from './outcome.ts';

/** What became of the notices of one party. */
export interface PartyDelivery {
  /** A letter was posted, and that was not taken back. */
  readonly posted: boolean;
  readonly deliveries: readonly {
    readonly state: DeliveryStateName;
    /** What the chain shows of its being taken, whatever came back since. */
    readonly takenBy: TakenBy | null;
  }[];
}

/**
 * Parties with an approved notice that was not withdrawn. Nobody knows who read it, so no number says "reached". A
 * party may count in several.
 */
export interface NotifiedCounts {
  readonly prepared: number;
  /** Our relay took a message of it: its reply is in the chain. */
  readonly sent: number;
  /** Not `sent`, but settled by two people, or by mail that came back. */
  readonly settled: number;
  /** Neither `sent` nor `settled`, but said to be sent by a version that kept no chain. */
  readonly carriedOver: number;
  /** Every message that left was refused for good or came back. */
  readonly returned: number;
  readonly posted: number;
  /** Sent, settled or carried over, and not returned; or posted. */
  readonly notified: number;
  /** The time until which bounces were read; null: none were read. */
  readonly readUntil: Instant | null;
}

const THERE: ReadonlySet<string> = new Set<DeliveryOutcome['is']>(['sent', 'settled', 'carried-over']);

/** What may be said of who was notified: never what was only approved. */
export function countNotified(
  parties: Iterable<PartyDelivery>,
  readUntil: Instant | null,
): Said<'notified', NotifiedCounts> {
  const counts = { prepared: 0, sent: 0, returned: 0, posted: 0, notified: 0, settled: 0, carriedOver: 0 };
  for (const { posted, deliveries } of parties) {
    counts.prepared += 1;
    if (posted) counts.posted += 1;
    const isThere = deliveries.some(({ state, takenBy }) => THERE.has(toOutcome(state, takenBy).is));
    const takers = new Set(deliveries.map(({ takenBy }) => takenBy));
    if (takers.has('relay')) counts.sent += 1;
    else if (takers.has('people') || takers.has('mail')) counts.settled += 1;
    else if (takers.has('carried-over')) counts.carriedOver += 1;
    if (!isThere && deliveries.some(({ state }) => state === 'bounced')) counts.returned += 1;
    if (isThere || posted) counts.notified += 1;
  }
  return toSaid('notified', { ...counts, readUntil });
}

/** The four numbers, with the time that bounds them. */
export function toNotifiedWords({ value }: Said<'notified', NotifiedCounts>): string {
  const { prepared, sent, returned, posted, settled, carriedOver, readUntil } = value;
  const until = readUntil === null ? 'no bounces were read' : `bounces read until ${formatTime(readUntil)}`;
  const apart = [
    settled === 0 ? '' : `, settled without its reply ${formatCount(settled)}`,
    carriedOver === 0 ? '' : `, carried over from before deliveries were chained ${formatCount(carriedOver)}`,
  ].join('');
  return `prepared ${formatCount(prepared)}, sent ${formatCount(sent)} (our relay took it)${apart}, returned ${formatCount(returned)}, posted ${formatCount(posted)}; ${until}`;
}
