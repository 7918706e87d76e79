import { compareUtf8 } from '@candor/core/base';
import { CITED, type Cited, NOTHING_CITED } from './cited.ts';

/** Records per block; a block is scanned at each end of a range. */
const BLOCK = 64;

/**
 * Record ids in a fixed order, of which any range can be cited: half a million ambiguous records may apply to each copy
 * and must not be visited for each. A tree over blocks holds the first ids of each branch.
 */
export class CitedRow {
  readonly #sorted: readonly string[];
  /** By position: the rank of the id among all. */
  readonly #ranks: Int32Array;
  /** A binary tree in an array: leaves are blocks, each node has the lowest ranks below it, padded with -1. */
  readonly #tree: Int32Array;
  readonly #leaves: number;

  constructor(ids: readonly string[]) {
    const order = Int32Array.from(ids, (_, at) => at);
    order.sort((a, b) => compareUtf8(ids[a] ?? '', ids[b] ?? ''));
    this.#sorted = Array.from(order, (at) => ids[at] ?? '');
    this.#ranks = new Int32Array(ids.length);
    for (let rank = 0; rank < order.length; rank += 1) this.#ranks[order[rank] ?? 0] = rank;
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(Math.ceil(ids.length / BLOCK), 1)));
    this.#tree = new Int32Array(this.#leaves * 2 * CITED).fill(-1);
    for (let leaf = 0; leaf * BLOCK < ids.length; leaf += 1) {
      const lowest = new Lowest();
      lowest.addAll(this.#ranks, leaf * BLOCK, Math.min((leaf + 1) * BLOCK, ids.length));
      lowest.write(this.#tree, (this.#leaves + leaf) * CITED);
    }
    for (let node = this.#leaves - 1; node > 0; node -= 1) {
      const lowest = new Lowest();
      lowest.addAll(this.#tree, node * 2 * CITED, (node * 2 + 2) * CITED);
      lowest.write(this.#tree, node * CITED);
    }
  }

  get length(): number {
    return this.#ranks.length;
  }

  /** The records at positions from `low` (inclusive) to `high` (exclusive). */
  cite(low: number, high: number): Cited {
    if (low >= high) return NOTHING_CITED;
    const lowest = new Lowest();
    const firstBlock = Math.ceil(low / BLOCK);
    const endBlock = Math.floor(high / BLOCK);
    if (firstBlock >= endBlock) {
      lowest.addAll(this.#ranks, low, high);
    } else {
      lowest.addAll(this.#ranks, low, firstBlock * BLOCK);
      lowest.addAll(this.#ranks, endBlock * BLOCK, high);
      let left = this.#leaves + firstBlock;
      let right = this.#leaves + endBlock;
      for (; left < right; left >>= 1, right >>= 1) {
        if ((left & 1) === 1) lowest.addAll(this.#tree, left * CITED, ++left * CITED);
        if ((right & 1) === 1) lowest.addAll(this.#tree, --right * CITED, (right + 1) * CITED);
      }
    }
    return { first: lowest.toList().map((rank) => this.#sorted[rank] ?? ''), count: high - low };
  }

  /** Yields the ids at these ranks, for a caller that walks all of them. */
  *idsAt(low: number, high: number): Generator<string> {
    for (let at = low; at < high; at += 1) yield this.#sorted[this.#ranks[at] ?? 0] ?? '';
  }
}

class Lowest {
  readonly #kept = new Int32Array(CITED);
  #size = 0;

  addAll(values: Int32Array, from: number, to: number): void {
    const kept = this.#kept;
    for (let at = from; at < to; at += 1) {
      const value = values[at] ?? -1;
      if (value < 0 || (this.#size === CITED && value > (kept[CITED - 1] ?? 0))) continue;
      let place = this.#size < CITED ? this.#size++ : CITED - 1;
      for (; place > 0 && (kept[place - 1] ?? 0) > value; place -= 1) kept[place] = kept[place - 1] ?? 0;
      kept[place] = value;
    }
  }

  write(target: Int32Array, at: number): void {
    target.set(this.#kept.subarray(0, this.#size), at);
  }

  toList(): number[] {
    return [...this.#kept.subarray(0, this.#size)];
  }
}
