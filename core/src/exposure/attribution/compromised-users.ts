import type { AuditRecord } from '@candor/core/evidence/record';

/** Distinct spellings that are remembered; a log of a large organization has as many users as it has people. */
const REMEMBERED = 100_000;

/**
 * Users whom the intruder uses: with a record labelled intruder by A1 to A5, wherever and whenever
 * (docs/formats/rules.md, A8).
 */
export class CompromisedUsers {
  readonly #used = new Set<string>();
  /** Answers by the text as recorded. */
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

/** A sign-in that was refused shows nobody at work. */
export function isRefusedSignIn({ operation }: AuditRecord): boolean {
  return operation.toLowerCase() === 'userloginfailed';
}
