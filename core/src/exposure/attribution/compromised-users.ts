import type { AuditRecord } from '@candor/core/evidence/record';

/** Maximum cached spellings; a large organization has as many users as people. */
const REMEMBERED = 100_000;

/**
 * Users whom the intruder uses: with a record labelled intruder by A1 to A5, anywhere and anytime
 * (docs/formats/rules.md, A8).
 */
export class CompromisedUsers {
  readonly #used = new Set<string>();
  /** Cache by the recorded text. */
  readonly #answers = new Map<string, boolean>();

  add(userId: string | null): void {
    const key = userId?.trim().toLowerCase() ?? '';
    if (key === '' || this.#used.has(key)) return;
    this.#used.add(key);
    this.#answers.clear();
  }

  /** A missing user is none. */
  has(userId: string | null): boolean {
    if (userId === null || this.#used.size === 0) return false;
    const known = this.#answers.get(userId);
    if (known !== undefined) return known;
    if (this.#answers.size >= REMEMBERED) this.#answers.clear();
    const answer = this.#used.has(userId.trim().toLowerCase());
    this.#answers.set(userId, answer);
    return answer;
  }
}

/** A refused sign-in shows no activity. */
export function isRefusedSignIn({ operation }: AuditRecord): boolean {
  return operation.toLowerCase() === 'userloginfailed';
}
