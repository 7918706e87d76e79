import { compareUtf8 } from '@candor/core/base';

/**
 * The values of the smallest of many keys, in whatever order they come: a list that must be short and may not depend on
 * the order of a log.
 */
export class FirstKeys<Value> {
  readonly #limit: number;
  #kept = new Map<string, Value>();
  /** Once there were enough: the last key that may still be one of the first. */
  #bound: string | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key);
  }

  /**
   * Keeps the value unless enough keys before it are known. Such a key never comes back, so what is kept has seen all
   * of its own.
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
