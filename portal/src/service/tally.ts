/** Keys that are counted apart at once; beyond them all new ones count as one, so that nobody fills the memory. */
const MOST_KEYS = 200_000;
const OTHERS = '';

/** Counts by key within one window of time after the other. */
export class Tally {
  readonly #seconds: number;
  readonly #clock: () => number;
  readonly #counts = new Map<string, number>();
  #window = -1;

  constructor(seconds: number, clock: () => number) {
    this.#seconds = seconds;
    this.#clock = clock;
  }

  /** Counts one more, and gives how many that makes. */
  add(key: string): number {
    this.#turn();
    const counted = this.#counts.has(key) || this.#counts.size < MOST_KEYS ? key : OTHERS;
    const count = (this.#counts.get(counted) ?? 0) + 1;
    this.#counts.set(counted, count);
    return count;
  }

  /** How many there were of a key, without counting one. */
  count(key: string): number {
    this.#turn();
    return this.#counts.get(key) ?? (this.#counts.size < MOST_KEYS ? 0 : (this.#counts.get(OTHERS) ?? 0));
  }

  /** Until the counts begin anew. */
  get secondsLeft(): number {
    return this.#seconds - (this.#clock() % this.#seconds);
  }

  #turn(): void {
    const window = Math.floor(this.#clock() / this.#seconds);
    if (window === this.#window) return;
    this.#window = window;
    this.#counts.clear();
  }
}
