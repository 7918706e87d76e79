import type { Instant } from '@candor/core/base';
import type { Access, AccessRecords } from '../store/portal-store.ts';

interface Waiting {
  readonly accesses: readonly Access[];
  readonly settle: () => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * A commit costs as much as answering three requests, so receipts within this time share one. The delay is not
 * noticeable.
 */
const GATHERED_MS = 2;

/**
 * Writes view receipts before anything is served. Those that arrive together share a commit: a thousand separate
 * commits would take minutes.
 */
export class ReceiptWriter {
  readonly #store: AccessRecords;
  readonly #clock: () => Instant;
  #waiting: Waiting[] = [];
  /** One commit at a time: each receipt names the previous one. */
  #writing: Promise<void> = Promise.resolve();

  constructor(store: AccessRecords, clock: () => Instant) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Resolves when all are on disk. A receipt that cannot be written is a fault, and nothing may be served. */
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
