import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { GivenAnswers } from './given-answers.ts';

/** A token opens the console this long, once. */
const TOKEN_MS = 60_000;
const SESSION_MS = 12 * 3600 * 1000;
const IDLE_MS = 3600 * 1000;
const SECRET_BYTES = 32;
/** Browsers and profiles of one person; the oldest session ends for a further one. */
const MAX_SESSIONS = 16;

export interface Session {
  /** What its acts were answered. */
  readonly acts: GivenAnswers;
  /** Digests: what lies in memory opens nothing. */
  readonly cookie: Buffer;
  readonly key: Buffer;
  readonly endsAtMs: number;
  usedAtMs: number;
}

/** What a browser holds: a cookie, which scripts cannot read, and a key, which other ports of this name cannot. */
export interface SessionSecrets {
  readonly cookie: string;
  readonly key: string;
}

/** Sessions of the person at this machine. They end with the process. */
export class Sessions {
  readonly #nowMs: () => number;
  #token: { readonly digest: Buffer; readonly endsAtMs: number } | null = null;
  #sessions: Session[] = [];

  /** @param nowMs a clock that nobody sets */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** A new token; the one before opens nothing any more. */
  issueToken(): string {
    const token = randomBytes(SECRET_BYTES).toString('base64url');
    this.#token = { digest: digest(token), endsAtMs: this.#nowMs() + TOKEN_MS };
    return token;
  }

  /** Null for a token that is spent, late or invented. One wrong try spends none: nobody can lock a person out. */
  open(token: string): SessionSecrets | null {
    const issued = this.#token;
    if (issued === null || this.#nowMs() >= issued.endsAtMs || !timingSafeEqual(issued.digest, digest(token)))
      return null;
    this.#token = null;
    const cookie = randomBytes(SECRET_BYTES).toString('base64url');
    const key = randomBytes(SECRET_BYTES).toString('base64url');
    const nowMs = this.#nowMs();
    const acts = new GivenAnswers();
    const session = { acts, cookie: digest(cookie), key: digest(key), endsAtMs: nowMs + SESSION_MS, usedAtMs: nowMs };
    this.#sessions = [...this.#sessions, session].slice(-MAX_SESSIONS);
    return { cookie, key };
  }

  /** The session to which both belong; null where none goes on. Keeps it from becoming idle. */
  admit(cookie: string | undefined, key: string | undefined): Session | null {
    if (cookie === undefined || key === undefined) return null;
    const nowMs = this.#nowMs();
    this.#sessions = this.#sessions.filter(({ endsAtMs, usedAtMs }) => nowMs < endsAtMs && nowMs - usedAtMs < IDLE_MS);
    const [asCookie, asKey] = [digest(cookie), digest(key)];
    const found = this.#sessions.find(
      (session) => timingSafeEqual(session.cookie, asCookie) && timingSafeEqual(session.key, asKey),
    );
    if (found === undefined) return null;
    found.usedAtMs = nowMs;
    return found;
  }

  end(cookie: string | undefined): void {
    if (cookie === undefined) return;
    const ended = digest(cookie);
    this.#sessions = this.#sessions.filter((session) => !timingSafeEqual(session.cookie, ended));
  }
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
