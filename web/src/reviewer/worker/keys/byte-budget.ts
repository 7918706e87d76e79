/** Keeps what was used last, up to so many bytes. */
export class ByteBudget {
  readonly #budgetBytes: number;
  readonly #kept = new Map<string, Uint8Array>();
  #usedBytes = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  find(name: string): Uint8Array | null {
    const found = this.#kept.get(name);
    if (found === undefined) return null;
    // A map keeps the order in which members were put in.
    this.#kept.delete(name);
    this.#kept.set(name, found);
    return found;
  }

  keep(name: string, bytes: Uint8Array): void {
    if (bytes.length > this.#budgetBytes) return;
    this.#drop(name);
    this.#kept.set(name, bytes);
    this.#usedBytes += bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#usedBytes <= this.#budgetBytes) break;
      this.#drop(oldest);
    }
  }

  /** What was decrypted does not lie about in memory that nobody needs. */
  clear(): void {
    for (const bytes of this.#kept.values()) bytes.fill(0);
    this.#kept.clear();
    this.#usedBytes = 0;
  }

  #drop(name: string): void {
    this.#usedBytes -= this.#kept.get(name)?.length ?? 0;
    this.#kept.delete(name);
  }
}
