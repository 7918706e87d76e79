import { Worker } from 'node:worker_threads';
import type { ConsoleChange } from '@candor/core/contract/console';

const MAX_HEAP_MB = 1024;

export interface CallOrder {
  readonly state: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly person: string;
  /** The newest decision that the page of an act knew of; null: it does not say. */
  readonly seen: number | null;
}

export type CallAnswer =
  | { readonly is: 'answer'; readonly output: unknown; readonly seen: number | null }
  | {
      readonly is: 'refused' | 'changed';
      readonly reasons: readonly string[];
      readonly changes: readonly ConsoleChange[];
    }
  | { readonly is: 'fault'; readonly name: string };

interface Waiting {
  readonly order: CallOrder;
  readonly settle: (answer: CallAnswer) => void;
}

/** Threads that work in one incident: the engine blocks the thread that asks it, which never is the server's. */
export class CallPool {
  readonly #most: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: Waiting[] = [];
  readonly #running = new Set<Promise<unknown>>();

  /** @param most calls at once; further ones wait in order */
  constructor(most: number) {
    this.#most = most;
  }

  call(order: CallOrder): Promise<CallAnswer> {
    return new Promise((settle) => {
      this.#waiting.push({ order, settle });
      this.#next();
    });
  }

  /** Calls that wait are not begun any more. @param isPatient lets those that run end */
  async close(isPatient = false): Promise<void> {
    for (const { settle } of this.#waiting.splice(0)) settle({ is: 'fault', name: 'closed' });
    if (isPatient) await Promise.all(this.#running);
    await Promise.all([...this.#all].map((thread) => thread.terminate()));
  }

  #next(): void {
    const thread = this.#idle.pop() ?? (this.#all.size < this.#most ? this.#start() : null);
    if (thread === null) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) {
      this.#idle.push(thread);
      return;
    }
    const ended = this.#hear(thread, waiting).finally(() => this.#running.delete(ended));
    this.#running.add(ended);
  }

  #start(): Worker {
    const thread = new Worker(new URL('./call-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    thread.on('error', () => undefined);
    this.#all.add(thread);
    return thread;
  }

  /** A thread that ends takes one call with it: the next call gets another thread. */
  #hear(thread: Worker, { order, settle }: Waiting): Promise<void> {
    return new Promise((ended) => {
      const onMessage = (answer: CallAnswer): void => {
        thread.off('exit', onExit);
        this.#idle.push(thread);
        settle(answer);
        ended();
        this.#next();
      };
      const onExit = (): void => {
        thread.off('message', onMessage);
        this.#all.delete(thread);
        settle({ is: 'fault', name: 'thread ended' });
        ended();
        this.#next();
      };
      thread.once('message', onMessage);
      thread.once('exit', onExit);
      thread.postMessage(order);
    });
  }
}
