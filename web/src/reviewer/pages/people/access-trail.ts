import type { Runtime } from '@candor/core/base';
import {
  followReceipts,
  NO_PREVIOUS_RECEIPT,
  type ReceiptHead,
  readReceipt,
  type ViewReceipt,
} from '@candor/core/review/access';

/** One line of "who opened what": an act, or messages that one person fetched in sequence. */
export interface TrailEntry {
  readonly act: ViewReceipt['act'];
  readonly reviewer: string;
  readonly from: string;
  readonly to: string;
  readonly records: number;
  /** Fetched files, or the request; the first of many. */
  readonly object: string | null;
  readonly release: string | null;
  readonly number: number;
}

/** View receipts of the party read so far, and whether they form a complete chain. */
export interface AccessTrail {
  readonly head: ReceiptHead;
  readonly state: 'whole' | 'broken';
  /** Receipts per person and act: `opened` counts messages. */
  readonly opened: ReadonlyMap<string, number>;
  /** Newest last; at most `MOST_ENTRIES`. */
  readonly entries: readonly TrailEntry[];
  readonly records: number;
  readonly first: string | null;
}

export const NO_TRAIL: AccessTrail = {
  head: { number: 0, hash: NO_PREVIOUS_RECEIPT },
  state: 'whole',
  opened: new Map(),
  entries: [],
  records: 0,
  first: null,
};

/** A table for people; the receipts themselves can be saved completely. */
const MOST_ENTRIES = 500;

/**
 * Extends a trail with the next receipts as the portal returned them: the hashed texts. A receipt in another form, or a
 * gap, breaks the trail for good, and what was valid stays: the portal was restored from a backup, or lies.
 */
export function followTrail(
  runtime: Pick<Runtime, 'sha256Hex'>,
  party: string,
  trail: AccessTrail,
  given: readonly unknown[],
): AccessTrail {
  if (trail.state === 'broken') return trail;
  const opened = new Map(trail.opened);
  const entries = [...trail.entries];
  let { head, first } = trail;
  let state: AccessTrail['state'] = 'whole';
  let followed = 0;
  for (const text of given) {
    const record = typeof text === 'string' ? readReceipt(text) : null;
    const next = record === null ? null : followReceipts(runtime, party, head, [record]);
    if (record === null || next === null) {
      state = 'broken';
      break;
    }
    head = next;
    first ??= record.at;
    followed += 1;
    if (record.act === 'object') opened.set(record.reviewer, (opened.get(record.reviewer) ?? 0) + 1);
    addEntry(entries, record);
  }
  return { head, state, opened, entries: entries.slice(-MOST_ENTRIES), records: trail.records + followed, first };
}

/** Files of a release are fetched together, and an export fetches thousands: one line each. */
function addEntry(entries: TrailEntry[], record: ViewReceipt): void {
  const last = entries.at(-1);
  const { act, reviewer, at, object, release, number } = record;
  const isSame = last?.act === act && last.reviewer === reviewer && last.release === release;
  if (last !== undefined && isSame && (act === 'object' || act === 'paper') && isSoon(last.to, at)) {
    entries[entries.length - 1] = { ...last, to: at, records: last.records + 1 };
    return;
  }
  entries.push({ act, reviewer, from: at, to: at, records: 1, object, release, number });
}

const MINUTE_CHARS = '2001-10-24T08:06'.length;

/** Within one minute of the clock. */
function isSoon(before: string, after: string): boolean {
  return before.slice(0, MINUTE_CHARS) === after.slice(0, MINUTE_CHARS);
}

/** Whether a trail contains what was seen before: the same receipt at the same place. Null before it gets there. */
export class SeenHead {
  readonly #seen: ReceiptHead;
  #state: 'ahead' | 'kept' | 'lost' = 'ahead';

  constructor(seen: ReceiptHead) {
    this.#seen = seen;
    if (seen.number === 0) this.#state = 'kept';
  }

  /** Called for each part: its head before, its receipts, its head after. */
  take(runtime: Pick<Runtime, 'sha256Hex'>, party: string, before: ReceiptHead, given: readonly unknown[]): void {
    const { number, hash } = this.#seen;
    const upTo = number - before.number;
    if (this.#state !== 'ahead' || upTo <= 0 || upTo > given.length) return;
    const records = given.slice(0, upTo).map((text) => (typeof text === 'string' ? readReceipt(text) : null));
    const head = records.every((record) => record !== null) ? followReceipts(runtime, party, before, records) : null;
    this.#state = head?.hash === hash ? 'kept' : 'lost';
  }

  end(): 'kept' | 'lost' {
    return this.#state === 'kept' ? 'kept' : 'lost';
  }
}
