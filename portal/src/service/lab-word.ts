import type { Instant } from '@candor/core/base';

/**
 * Until when the lab's statement is good. In memory: a portal that was put back to an older day has an older statement
 * on its disk, and must hear the lab before it serves anything.
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
