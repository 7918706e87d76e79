/** A cache with a size limit; evicts the least recently used entry. */
export class RecentCache<Value> {
  readonly #values = new Map<string, Value>();
  readonly #most: number;
  readonly #measure: (value: Value) => number;
  #size = 0;

  constructor(most: number, measure: (value: Value) => number) {
    this.#most = most;
    this.#measure = measure;
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    this.#values.set(key, value);
    this.#size += this.#measure(value);
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#most) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#values.get(key);
    if (value === undefined) return;
    this.#values.delete(key);
    this.#size -= this.#measure(value);
  }

  clear(): void {
    this.#values.clear();
    this.#size = 0;
  }
}
