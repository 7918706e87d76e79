import type { Instant } from '@candor/core/base';

/** How far A8a and A10b look around a record and around the window. */
export const NEAR_SECONDS = 24 * 60 * 60;

/**
 * Whether some time of a set is within 24 hours of another. Only the first and last of each day are kept: a million
 * records take no more than the days on which they are.
 */
export class NearTimes {
  readonly #days = new Map<number, { first: Instant; last: Instant }>();

  get isEmpty(): boolean {
    return this.#days.size === 0;
  }

  add(time: Instant): void {
    const day = toDay(time);
    const known = this.#days.get(day);
    if (known === undefined) this.#days.set(day, { first: time, last: time });
    else if (time < known.first) known.first = time;
    else if (time > known.last) known.last = time;
  }

  addAll(other: NearTimes): void {
    for (const { first, last } of other.#days.values()) {
      this.add(first);
      this.add(last);
    }
  }

  isNear(time: Instant): boolean {
    const day = toDay(time);
    if (this.#days.has(day)) return true;
    const before = this.#days.get(day - 1);
    if (before !== undefined && before.last >= time - NEAR_SECONDS) return true;
    const after = this.#days.get(day + 1);
    return after !== undefined && after.first <= time + NEAR_SECONDS;
  }
}

function toDay(time: Instant): number {
  return Math.floor(time / NEAR_SECONDS);
}
