import { Worker } from 'node:worker_threads';

/** More readers of one incident wait for the disk, and each takes memory. */
const MAX_READERS = 2;
const MAX_HEAP_MB = 1024;

export interface ReadingOrder {
  readonly state: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly person: string;
}

export type ReadingAnswer =
  | { readonly is: 'answer'; readonly output: unknown }
  | { readonly is: 'refused'; readonly reasons: readonly string[] }
  | { readonly is: 'fault'; readonly name: string };

interface Waiting {
  readonly order: ReadingOrder;
  readonly settle: (answer: ReadingAnswer) => void;
}

/** Threads that read one incident: the engine blocks the thread that asks it, which never is the server's. */
export class ReaderPool {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: Waiting[] = [];

  read(order: ReadingOrder): Promise<ReadingAnswer> {
    return new Promise((settle) => {
      this.#waiting.push({ order, settle });
      this.#next();
    });
  }

  async close(): Promise<void> {
    for (const { settle } of this.#waiting.splice(0)) settle({ is: 'fault', name: 'closed' });
    await Promise.all([...this.#all].map((reader) => reader.terminate()));
  }

  #next(): void {
    const reader = this.#idle.pop() ?? (this.#all.size < MAX_READERS ? this.#start() : null);
    if (reader === null) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#idle.push(reader);
    else this.#hear(reader, waiting);
  }

  #start(): Worker {
    const reader = new Worker(new URL('./reader-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    reader.on('error', () => undefined);
    this.#all.add(reader);
    return reader;
  }

  /** A thread that ends takes one call with it: the next call gets another thread. */
  #hear(reader: Worker, { order, settle }: Waiting): void {
    const onMessage = (answer: ReadingAnswer): void => {
      reader.off('exit', onExit);
      this.#idle.push(reader);
      settle(answer);
      this.#next();
    };
    const onExit = (): void => {
      reader.off('message', onMessage);
      this.#all.delete(reader);
      settle({ is: 'fault', name: 'reader ended' });
      this.#next();
    };
    reader.once('message', onMessage);
    reader.once('exit', onExit);
    reader.postMessage(order);
  }
}
