import type { Shard } from './shard.ts';

export interface WaitingShard {
  readonly id: number;
  readonly shard: Shard;
}

/** Shards that wait to be read, while more are being found. */
export class ShardQueue {
  readonly #waiting: WaitingShard[] = [];
  readonly #idle: ((next: WaitingShard | null) => void)[] = [];
  #ended = false;
  /** Whether anything was ever in it. */
  used = false;
  /** Whether the reading was given up. */
  stopped = false;

  add(shard: WaitingShard): void {
    this.used = true;
    if (this.stopped) return;
    const idle = this.#idle.shift();
    if (idle === undefined) this.#waiting.push(shard);
    else idle(shard);
  }

  /** No more shards come. */
  end(): void {
    this.#ended = true;
    for (const idle of this.#idle.splice(0)) idle(null);
  }

  /** Gives up: what waits is not read. */
  stop(): void {
    this.stopped = true;
    this.#waiting.length = 0;
    this.end();
  }

  /** The biggest shard, so that no reader is left alone with it at the end; waits for one. Null when there are no more. */
  next(): Promise<WaitingShard | null> {
    let biggest = -1;
    let bytes = -1;
    for (const [at, { shard }] of this.#waiting.entries()) {
      if (shard.bytes <= bytes) continue;
      biggest = at;
      bytes = shard.bytes;
    }
    const [found] = biggest === -1 ? [] : this.#waiting.splice(biggest, 1);
    if (found !== undefined) return Promise.resolve(found);
    if (this.#ended) return Promise.resolve(null);
    return new Promise((settle) => this.#idle.push(settle));
  }
}
