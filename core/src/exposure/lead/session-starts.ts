import type { Instant } from '@candor/core/base';

interface Session {
  start: Instant;
  isAtOwners: boolean;
  record: string;
  address: string | null;
  isMoved: boolean;
}

/** Where each session began, and whether it was seen at a second address. */
export class SessionStarts {
  readonly #sessions = new Map<string, Session>();

  see(id: string, time: Instant, record: string, address: string | null, isAtOwners: boolean): void {
    const session = this.#sessions.get(id);
    if (session === undefined) {
      this.#sessions.set(id, { start: time, isAtOwners, record, address, isMoved: false });
      return;
    }
    if (address !== null && session.address !== null && address !== session.address) session.isMoved = true;
    session.address ??= address;
    if (time >= session.start) return;
    session.start = time;
    session.isAtOwners = isAtOwners;
    session.record = record;
  }

  isMoved(id: string): boolean {
    return this.#sessions.get(id)?.isMoved ?? false;
  }

  /** The record with which it began, if that was at an owner's address. */
  findOwnStart(id: string): string | null {
    const session = this.#sessions.get(id);
    return session?.isAtOwners === true ? session.record : null;
  }
}
