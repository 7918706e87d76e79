import type { Instant } from '@candor/core/base';

/**
 * Which source the arrival came from (docs/formats/rules.md, Arrival). `earliest`: of two or three of Maildir time,
 * `From ` line and `Date`. `maildir`, `from-line` and `date` each stand for that one alone, which is no delivery
 * source.
 */
export type ArrivalSource = 'pst' | 'received' | 'earliest' | 'maildir' | 'from-line' | 'date' | 'unknown';

export interface Arrival {
  readonly at: Instant | null;
  readonly from: ArrivalSource;
}

/** The times that a copy has. Null, and 0, which programs write that have none: there is no such time. */
export interface ArrivalTimes {
  /** Delivery time of an item of a PST or MSG. */
  readonly outlook: Instant | null;
  /** Of the top `Received`. */
  readonly received: Instant | null;
  /** The number before the first dot of a file's name in a Maildir. */
  readonly maildir: Instant | null;
  /** Of the mbox `From ` line. */
  readonly fromLine: Instant | null;
  readonly date: Instant | null;
}

/**
 * File names and `From ` lines often tell when somebody saved the mail: they count only where nothing says that it is
 * older.
 */
export function toArrival({ outlook, received, maildir, fromLine, date }: ArrivalTimes): Arrival {
  if (isThere(outlook)) return { at: outlook, from: 'pst' };
  if (isThere(received)) return { at: received, from: 'received' };
  let found: Arrival = { at: null, from: 'unknown' };
  for (const [from, at] of [
    ['maildir', maildir],
    ['from-line', fromLine],
    ['date', date],
  ] as const) {
    if (isThere(at)) found = found.at === null ? { at, from } : { at: Math.min(found.at, at), from: 'earliest' };
  }
  return found;
}

function isThere(time: Instant | null): time is Instant {
  return time !== null && time !== 0;
}

/**
 * Whether a time of this source may show that a copy came after containment: the sender, or whoever saved the mail,
 * sets one that stands alone.
 */
export function isDeliverySource(source: ArrivalSource): boolean {
  return source === 'pst' || source === 'received' || source === 'earliest';
}
