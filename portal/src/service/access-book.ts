import type { Instant } from '@candor/core/base';
import type { Access, AccessRecords } from '../store/portal-store.ts';

interface Waiting {
  readonly accesses: readonly Access[];
  readonly settle: () => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * A commit costs as much as answering three requests, so those of a moment share one. Nobody notices a wait of this
 * length.
 */
const GATHERED_MS = 2;

/**
 * Writes access records before anything is served. Those of a moment share one commit: waiting for the disk once for
 * each of a thousand fetches would make a reader wait for minutes.
 */
export class ReceiptWriter {
  readonly #store: AccessRecords;
  readonly #clock: () => Instant;
  #waiting: Waiting[] = [];
  /** One commit at a time: each record names the one before it. */
  #writing: Promise<void> = Promise.resolve();

  constructor(store: AccessRecords, clock: () => Instant) {
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * Resolves when all of them are on the disk. A record that cannot be written is a fault, and nothing may be served.
   */
  record(...accesses: readonly Access[]): Promise<void> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ accesses, settle, fail });
      if (this.#waiting.length > 1) return;
      setTimeout(() => {
        this.#writing = this.#writing.then(() => this.#write());
      }, GATHERED_MS);
    });
  }

  async #write(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      await this.#store.append(
        waiting.flatMap(({ accesses }) => accesses),
        this.#clock(),
      );
    } catch (cause) {
      for (const { fail } of waiting) fail(cause);
      return;
    }
    for (const { settle } of waiting) settle();
  }
}
