import { compareUtf8 } from '@candor/core/base';

/**
 * Keeps the values of the smallest keys in any input order: for a short list that must not depend on the log's order.
 */
export class FirstKeys<Value> {
  readonly #limit: number;
  #kept = new Map<string, Value>();
  /** When full: the largest key that may still be kept. */
  #bound: string | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key);
  }

  /**
   * Keeps the value unless enough smaller keys are known. A dropped key never returns, so kept ones have seen all their
   * values.
   */
  set(key: string, value: Value): void {
    if (this.#bound !== null && compareUtf8(key, this.#bound) > 0) return;
    this.#kept.set(key, value);
    if (this.#kept.size >= this.#limit * 2) this.#kept = new Map(this.#cut());
  }

  /** Sorted by UTF-8 bytes. */
  values(): readonly Value[] {
    return this.#cut().map(([, value]) => value);
  }

  #cut(): [string, Value][] {
    const first = [...this.#kept].sort(([a], [b]) => compareUtf8(a, b)).slice(0, this.#limit);
    if (first.length === this.#limit) this.#bound = first.at(-1)?.[0] ?? null;
    return first;
  }
}
