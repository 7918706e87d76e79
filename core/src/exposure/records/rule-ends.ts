import type { Instant } from '@candor/core/base';

/** When rules, settings and memberships ended, by anyone. */
export class RuleEnds {
  readonly #times = new Map<string, Instant[]>();
  #isSorted = true;

  add(key: string, time: Instant): void {
    const times = this.#times.get(key);
    if (times === undefined) this.#times.set(key, [time]);
    else times.push(time);
    this.#isSorted = false;
  }

  /** The first strictly later end with one of these keys; null when none. */
  findAfter(keys: readonly string[], time: Instant): Instant | null {
    if (!this.#isSorted) for (const times of this.#times.values()) times.sort((a, b) => a - b);
    this.#isSorted = true;
    let first: Instant | null = null;
    for (const key of keys) {
      const found = firstAfter(this.#times.get(key) ?? [], time);
      if (found !== null && (first === null || found < first)) first = found;
    }
    return first;
  }
}

function firstAfter(sorted: readonly Instant[], time: Instant): Instant | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return sorted[low] ?? null;
}
