import type { GapSeries, Stretch } from './gap-series.ts';
import { countBelow } from './timed-records.ts';

/**
 * Records that stand behind gaps of two series, by the numbers of those gaps, in order of time: so both numbers grow.
 */
interface Pairs {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** How many records the gaps of two series have in common, told without looking at each record for each copy. */
export class SharedRecords {
  readonly #pairs = new WeakMap<GapSeries, WeakMap<GapSeries, Pairs>>();

  count(a: GapSeries, aStretches: readonly Stretch[], b: GapSeries, bStretches: readonly Stretch[]): number {
    const { first, second } = this.#pairsOf(a, b);
    let count = 0;
    for (const own of aStretches) {
      for (const other of bStretches) {
        const low = Math.max(countBelow(first, own.low), countBelow(second, other.low));
        const high = Math.min(countBelow(first, own.high), countBelow(second, other.high));
        count += Math.max(high - low, 0);
      }
    }
    return count;
  }

  #pairsOf(a: GapSeries, b: GapSeries): Pairs {
    const known = this.#pairs.get(a)?.get(b);
    if (known !== undefined) return known;
    const gaps = new Map(a.records());
    const pairs: [number, number][] = [];
    for (const [id, gap] of b.records()) {
      const other = gaps.get(id);
      if (other !== undefined) pairs.push([other, gap]);
    }
    const made = {
      first: Float64Array.from(pairs, ([gap]) => gap),
      second: Float64Array.from(pairs, ([, gap]) => gap),
    };
    const of = this.#pairs.get(a) ?? new WeakMap<GapSeries, Pairs>();
    of.set(b, made);
    this.#pairs.set(a, of);
    return made;
  }
}
