import { BiggestFirst, type WaitingShard } from './biggest-first.ts';

/** Files of all shards that wait: each takes half a kilobyte. More of them are found when some were read. */
const WAITING_FILES = 100_000;

/** Shards that wait to be read, while more are being found. */
export class ShardQueue {
  readonly #limitFiles: number;
  readonly #waiting = new BiggestFirst();
  #waitingFiles = 0;
  #seen: (() => void) | null = null;
  readonly #idle: ((next: WaitingShard | null) => void)[] = [];
  #ended = false;
  /** Whether anything was ever in it. */
  used = false;
  /** Whether the reading was given up. */
  stopped = false;

  constructor(limitFiles: number = WAITING_FILES) {
    this.#limitFiles = limitFiles;
  }

  add(shard: WaitingShard): void {
    this.used = true;
    if (this.stopped) return;
    const idle = this.#idle.shift();
    if (idle === undefined) {
      this.#waiting.add(shard);
      this.#waitingFiles += shard.shard.items.length;
    } else {
      idle(shard);
    }
  }

  /** Settles when there is room for another shard, or nothing is read any more. */
  async room(): Promise<void> {
    while (this.#waitingFiles >= this.#limitFiles && !this.stopped)
      await new Promise<void>((settle) => {
        this.#seen = settle;
      });
  }

  /** No more shards come. */
  end(): void {
    this.#ended = true;
    for (const idle of this.#idle.splice(0)) idle(null);
  }

  /** Gives up: what waits is not read. */
  stop(): void {
    this.stopped = true;
    this.#waiting.clear();
    this.#seen?.();
    this.end();
  }

  /**
   * The biggest shard, so that no reader is left alone with it at the end; waits for one. Null when there are no more.
   */
  next(): Promise<WaitingShard | null> {
    const found = this.#waiting.take();
    if (found !== undefined) {
      this.#waitingFiles -= found.shard.items.length;
      this.#seen?.();
      return Promise.resolve(found);
    }
    if (this.#ended) return Promise.resolve(null);
    return new Promise((settle) => this.#idle.push(settle));
  }
}
