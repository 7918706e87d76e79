import type { Instant } from '@candor/core/base';

/**
 * Whether a delivery source says when a copy arrived (docs/formats/rules.md, Arrival). `delivery`: one that shows it
 * for D1 too. `dated`: one that may only repeat the `Date`. `none`: nothing but when somebody saved or dated the mail.
 */
export type ArrivalSource = 'delivery' | 'dated' | 'none';

/**
 * Which witness gives the arrival. `log`: a delivery log. `sibling`: a `Received` of what the own sent mail became in
 * another mailbox. `earliest` stands in states of rules before 2027-01 only.
 */
export type ArrivalWitness =
  | 'pst'
  | 'received'
  | 'log'
  | 'sibling'
  | 'maildir'
  | 'from-line'
  | 'date'
  | 'earliest'
  | 'unknown';

/** Whether a server said so, not a person or program that sent or saved the message. */
export function isServersWitness(witness: string): boolean {
  return witness === 'pst' || witness === 'received';
}

export interface Arrival {
  readonly at: Instant | null;
  readonly from: ArrivalWitness;
  readonly source: ArrivalSource;
  readonly latest: Instant | null;
}

/** The times of a copy. Null and 0, which some programs write, mean that there is no such time. */
export interface ArrivalTimes {
  readonly outlook: Instant | null;
  /** The earliest `Received`, and the latest. */
  readonly received: Instant | null;
  readonly lastReceived: Instant | null;
  /** The number before the first dot of a file's name in a Maildir. */
  readonly maildir: Instant | null;
  readonly fromLine: Instant | null;
  readonly date: Instant | null;
}

/** Seconds by which a copy without a delivery source may have come later than its times say. */
export const DOUBT_SECONDS = 24 * 60 * 60;

/** Zones differ from each other by a multiple of this. */
const ZONE_STEP_SECONDS = 15 * 60;

/**
 * Reads the arrival from a copy's own times: the earliest counts. Maildir names and `From ` lines often tell when
 * somebody saved the mail, so far from the `Date` they are no delivery source; and one that is the `Date` in whatever
 * zone proves nothing that the `Date` does not.
 */
export function toArrival(times: ArrivalTimes): Arrival {
  const { date } = times;
  const sources: Instant[] = [];
  let source: ArrivalSource = 'none';
  for (const at of [times.outlook, times.received, times.lastReceived]) {
    if (!isThere(at)) continue;
    sources.push(at);
    source = 'delivery';
  }
  for (const at of [times.maildir, times.fromLine]) {
    if (!isThere(at) || !isThere(date) || Math.abs(at - date) > DOUBT_SECONDS) continue;
    sources.push(at);
    if ((at - date) % ZONE_STEP_SECONDS !== 0) source = 'delivery';
    else if (source === 'none') source = 'dated';
  }
  const { at, from } = findEarliest(times);
  return { at, from, source, latest: toLatest(at, date, sources) };
}

function findEarliest(times: ArrivalTimes): Pick<Arrival, 'at' | 'from'> {
  let found: Pick<Arrival, 'at' | 'from'> = { at: null, from: 'unknown' };
  for (const [from, at] of [
    ['pst', times.outlook],
    ['received', times.received],
    ['maildir', times.maildir],
    ['from-line', times.fromLine],
    ['date', times.date],
  ] as const) {
    if (isThere(at) && (found.at === null || at < found.at)) found = { at, from };
  }
  return found;
}

/** Without a source a copy may have come a day later than all its times. */
function toLatest(arrived: Instant | null, date: Instant | null, sources: readonly Instant[]): Instant | null {
  if (arrived === null) return null;
  const known = sources.length > 0 ? sources : [arrived + DOUBT_SECONDS];
  return Math.max(...known, ...(isThere(date) ? [date] : []));
}

/** A further delivery source, found outside the copy. */
export interface DeliveryProof {
  readonly from: 'log' | 'sibling';
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** The arrival as a further delivery source makes it. */
export function addProof(arrival: Arrival, date: Instant | null, proof: DeliveryProof): Arrival {
  const isEarlier = arrival.at === null || proof.earliest < arrival.at;
  const others = arrival.source === 'none' ? date : arrival.latest;
  return {
    at: isEarlier ? proof.earliest : arrival.at,
    from: isEarlier ? proof.from : arrival.from,
    source: 'delivery',
    latest: Math.max(proof.latest, isThere(others) ? others : proof.latest),
  };
}

function isThere(time: Instant | null): time is Instant {
  return time !== null && time !== 0;
}
