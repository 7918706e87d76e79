/** Maximum number of keys; beyond it all new keys share one counter, so that nobody can fill the memory. */
const MAX_KEYS = 200_000;
const OTHERS = '';

export class Tally {
  readonly #seconds: number;
  readonly #clock: () => number;
  readonly #counts = new Map<string, number>();
  #window = -1;

  constructor(seconds: number, clock: () => number) {
    this.#seconds = seconds;
    this.#clock = clock;
  }

  add(key: string): number {
    this.#turn();
    const counted = this.#counts.has(key) || this.#counts.size < MAX_KEYS ? key : OTHERS;
    const count = (this.#counts.get(counted) ?? 0) + 1;
    this.#counts.set(counted, count);
    return count;
  }

  count(key: string): number {
    this.#turn();
    return this.#counts.get(key) ?? (this.#counts.size < MAX_KEYS ? 0 : (this.#counts.get(OTHERS) ?? 0));
  }

  /** Time until the counts reset. */
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
