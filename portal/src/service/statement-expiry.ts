import type { Instant } from '@candor/core/base';

/**
 * The expiry of the lab's statement. Only in memory: a portal restored from an older backup has an older statement on
 * disk and must hear from the lab before it serves anything.
 */
export class StatementExpiry {
  #until: Instant | null = null;

  hear(until: Instant): void {
    this.#until = until;
  }

  isFresh(now: Instant): boolean {
    return this.#until !== null && now <= this.#until;
  }
}
