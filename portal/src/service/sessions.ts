import type { Instant, Runtime } from '@candor/core/base';

const IDLE_SECONDS = 15 * 60;
const MAX_SESSION_SECONDS = 8 * 60 * 60;
const TOKEN_BYTES = 32;
/** Concurrent sessions of one person; the oldest is dropped. */
const MAX_PER_PERSON = 8;

interface Session {
  readonly sign: string;
  readonly begun: Instant;
  seen: Instant;
}

/** A session as its owner sees it: without the token and without the place. */
export interface OwnSession {
  readonly begun: Instant;
  readonly seen: Instant;
  readonly isThis: boolean;
}

/**
 * Sessions, only in memory: a stolen or restored disk contains none. Keyed by the digest of the token, so that memory
 * contains no token either.
 */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #runtime: Pick<Runtime, 'sha256Hex'>;
  readonly #makeToken: (lengthBytes: number) => string;

  constructor(runtime: Pick<Runtime, 'sha256Hex'>, makeToken: (lengthBytes: number) => string) {
    this.#runtime = runtime;
    this.#makeToken = makeToken;
  }

  /** Returns the token for the cookie. */
  begin(sign: string, now: Instant): string {
    this.#forgetEnded(now);
    const own = [...this.#sessions].filter(([, session]) => session.sign === sign);
    const [oldest] = own;
    if (own.length >= MAX_PER_PERSON && oldest !== undefined) this.#sessions.delete(oldest[0]);
    const token = this.#makeToken(TOKEN_BYTES);
    this.#sessions.set(this.#runtime.sha256Hex(token), { sign, begun: now, seen: now });
    return token;
  }

  /** The person and id of a session; null if it is invalid or ended. Using a session extends it. */
  use(token: string, now: Instant): { readonly sign: string; readonly id: string } | null {
    const id = this.#runtime.sha256Hex(token);
    const session = this.#sessions.get(id);
    if (session === undefined) return null;
    if (hasEnded(session, now)) {
      this.#sessions.delete(id);
      return null;
    }
    session.seen = now;
    return { sign: session.sign, id };
  }

  /** Active sessions, oldest first. `id` is the asking one. */
  listOf(sign: string, id: string, now: Instant): readonly OwnSession[] {
    this.#forgetEnded(now);
    return [...this.#sessions]
      .filter(([, session]) => session.sign === sign)
      .map(([own, { begun, seen }]) => ({ begun, seen, isThis: own === id }));
  }

  end(id: string): void {
    this.#sessions.delete(id);
  }

  endAllOf(sign: string): void {
    this.endOthersOf(sign, '');
  }

  /** All sessions of a person except the asking one. */
  endOthersOf(sign: string, id: string): void {
    for (const [own, session] of this.#sessions) if (session.sign === sign && own !== id) this.#sessions.delete(own);
  }

  #forgetEnded(now: Instant): void {
    for (const [id, session] of this.#sessions) if (hasEnded(session, now)) this.#sessions.delete(id);
  }
}

function hasEnded({ begun, seen }: Session, now: Instant): boolean {
  return now - seen >= IDLE_SECONDS || now - begun >= MAX_SESSION_SECONDS;
}
