import type { Instant } from '@candor/core/base';

const LIFE_SECONDS = 5 * 60;
const CHALLENGE_BYTES = 32;
/** Maximum number; the oldest are dropped, so that a flood cannot fill the memory. */
const MAX_CHALLENGES = 100_000;

/** The purpose of a challenge: signing in, or registering a passkey for a key. */
export type ChallengeUse = { readonly use: 'sign-in' } | { readonly use: 'register'; readonly sign: string };

/** Issued challenges, each valid once. */
export class Challenges {
  readonly #given = new Map<string, { readonly use: ChallengeUse; readonly until: Instant }>();
  readonly #makeToken: (lengthBytes: number) => string;

  constructor(makeToken: (lengthBytes: number) => string) {
    this.#makeToken = makeToken;
  }

  give(use: ChallengeUse, now: Instant): string {
    for (const [challenge, { until }] of this.#given) {
      if (until > now && this.#given.size < MAX_CHALLENGES) break;
      this.#given.delete(challenge);
    }
    const challenge = this.#makeToken(CHALLENGE_BYTES);
    this.#given.set(challenge, { use, until: now + LIFE_SECONDS });
    return challenge;
  }

  /** Whether it was issued for this purpose and not used; marks it as used. */
  take(challenge: string, use: ChallengeUse, now: Instant): boolean {
    const given = this.#given.get(challenge);
    this.#given.delete(challenge);
    if (given === undefined || given.until <= now || given.use.use !== use.use) return false;
    return given.use.use !== 'register' || (use.use === 'register' && given.use.sign === use.sign);
  }
}
