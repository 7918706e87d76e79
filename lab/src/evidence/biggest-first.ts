import type { Shard } from './shard.ts';

/** A shard under its number in the store. */
export interface WaitingShard {
  readonly id: number;
  readonly shard: Shard;
}

/**
 * Shards out of which the biggest is taken, of equal ones the first that came: a heap, because an incident has tens of
 * thousands.
 */
export class BiggestFirst {
  #heap: { readonly waiting: WaitingShard; readonly order: number }[] = [];
  #added = 0;

  add(waiting: WaitingShard): void {
    let at = this.#heap.push({ waiting, order: this.#added }) - 1;
    this.#added += 1;
    for (let above = (at - 1) >> 1; at > 0 && this.#isBefore(at, above); above = (at - 1) >> 1) {
      this.#swap(at, above);
      at = above;
    }
  }

  take(): WaitingShard | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || first === last) return first?.waiting;
    this.#heap[0] = last;
    for (let at = 0; ; ) {
      let best = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.#heap.length && this.#isBefore(below, best)) best = below;
      if (best === at) return first.waiting;
      this.#swap(at, best);
      at = best;
    }
  }

  clear(): void {
    this.#heap = [];
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    const more = a.waiting.shard.bytes - b.waiting.shard.bytes;
    return more > 0 || (more === 0 && a.order < b.order);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}
