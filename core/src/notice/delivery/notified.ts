import { formatCount, formatTime, type Instant, type Said, toSaid } from '@candor/core/base';
import type { DeliveryStateName } from './delivery.ts';

/** What became of the notices of one party. */
export interface PartyDelivery {
  /** A letter was posted, and that was not taken back. */
  readonly posted: boolean;
  readonly deliveries: readonly {
    readonly state: DeliveryStateName;
    /** The relay took it once, whatever came back since. */
    readonly wasTaken: boolean;
  }[];
}

/**
 * Parties with an approved notice that was not withdrawn. Nobody knows who read it, so no number says "reached". A
 * party may count in several.
 */
export interface NotifiedCounts {
  readonly prepared: number;
  /** Our relay took a message of it. */
  readonly sent: number;
  /** Every message that left was refused for good or came back. */
  readonly returned: number;
  readonly posted: number;
  /** Sent and not returned, or posted. */
  readonly notified: number;
  /** The time until which bounces were read; null: none were read. */
  readonly readUntil: Instant | null;
}

/** What may be said of who was notified: never what was only approved. */
export function countNotified(
  parties: Iterable<PartyDelivery>,
  readUntil: Instant | null,
): Said<'notified', NotifiedCounts> {
  const counts = { prepared: 0, sent: 0, returned: 0, posted: 0, notified: 0 };
  for (const { posted, deliveries } of parties) {
    counts.prepared += 1;
    if (posted) counts.posted += 1;
    const isThere = deliveries.some(({ state }) => state === 'accepted');
    if (isThere || deliveries.some(({ wasTaken }) => wasTaken)) counts.sent += 1;
    if (!isThere && deliveries.some(({ state }) => state === 'bounced')) counts.returned += 1;
    if (isThere || posted) counts.notified += 1;
  }
  return toSaid('notified', { ...counts, readUntil });
}

/** The four numbers, with the time that bounds them. */
export function toNotifiedWords({ value }: Said<'notified', NotifiedCounts>): string {
  const { prepared, sent, returned, posted, readUntil } = value;
  const until = readUntil === null ? 'no bounces were read' : `bounces read until ${formatTime(readUntil)}`;
  return `prepared ${formatCount(prepared)}, sent ${formatCount(sent)} (our relay took it), returned ${formatCount(returned)}, posted ${formatCount(posted)}; ${until}`;
}
