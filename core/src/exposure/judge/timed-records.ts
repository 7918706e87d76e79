import type { Instant } from '@candor/core/base';
import type { CitedRecord } from '../records/mailbox-records.ts';
import type { Cited } from '../verdict/cited.ts';
import { CitedRow } from '../verdict/cited-row.ts';

/** Records by time, from which any range can be cited. */
export class TimedRecords {
  readonly #times: Float64Array;
  readonly #row: CitedRow;

  constructor(records: readonly CitedRecord[]) {
    const sorted = [...records].sort((a, b) => a.time - b.time);
    this.#times = Float64Array.from(sorted, ({ time }) => time);
    this.#row = new CitedRow(sorted.map(({ id }) => id));
  }

  /** Cites records with a time from `from` (inclusive) to `before` (exclusive). */
  cite(from: Instant, before: Instant = Number.POSITIVE_INFINITY): Cited {
    return this.#row.cite(countBelow(this.#times, from), countBelow(this.#times, before));
  }
}

/** Number of sorted numbers that are smaller. */
export function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
