import type { Instant } from '@candor/core/base';

/** Places for times in the beginning; doubled when an index is beyond them. */
const FIRST_PLACES = 64;

/** No row has this index. */
const ABSENT = Number.NaN;
/** A row has this index and cannot be read. */
const UNREADABLE = Number.POSITIVE_INFINITY;

/** Times of the rows of a search by their `ResultIndex`; each index keeps its first row: eight bytes a row. */
export class IndexTimes {
  #times = new Float64Array(FIRST_PLACES).fill(ABSENT);
  #largest = 0;

  note(index: number, time: Instant | null): void {
    if (index >= this.#times.length) this.#grow(index);
    if (index > this.#largest) this.#largest = index;
    if (Number.isNaN(this.#times[index])) this.#times[index] = time ?? UNREADABLE;
  }

  /** Indices from 1 to `largest` that no row has, as runs. */
  listMissing(largest: number): readonly { readonly first: number; readonly last: number }[] {
    const runs: { first: number; last: number }[] = [];
    for (let index = 1; index <= largest; index += 1) {
      if (this.#has(index)) continue;
      const run = runs.at(-1);
      if (run !== undefined && run.last === index - 1) run.last = index;
      else runs.push({ first: index, last: index });
    }
    return runs;
  }

  /** All rows can be read and are in order of time, forwards or backwards. */
  get isOrdered(): boolean {
    let isRising = true;
    let isFalling = true;
    let before: number | null = null;
    for (let index = 1; index <= this.#largest; index += 1) {
      const time = this.#times[index] ?? ABSENT;
      if (Number.isNaN(time)) continue;
      if (time === UNREADABLE) return false;
      if (before !== null && time < before) isRising = false;
      if (before !== null && time > before) isFalling = false;
      before = time;
    }
    return isRising || isFalling;
  }

  /** From the row before a run of missing ones to the row after it; null without one of them. */
  findBetween(first: number, last: number): { readonly from: Instant; readonly to: Instant } | null {
    if (!this.#has(first - 1) || !this.#has(last + 1)) return null;
    const ends = [this.#times[first - 1] ?? ABSENT, this.#times[last + 1] ?? ABSENT];
    return { from: Math.min(...ends), to: Math.max(...ends) };
  }

  #has(index: number): boolean {
    return index >= 1 && index <= this.#largest && !Number.isNaN(this.#times[index] ?? ABSENT);
  }

  #grow(index: number): void {
    const larger = new Float64Array(Math.max(index + 1, this.#times.length * 2)).fill(ABSENT);
    larger.set(this.#times);
    this.#times = larger;
  }
}
