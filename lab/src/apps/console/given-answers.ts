import { createHash } from 'node:crypto';
import type { CallAnswer } from './call-pool.ts';

/**
 * What acts of one session were answered. A page names each of its acts; one that comes again, by a second press or
 * after a lost answer, does nothing and gets the same answer. Kept while the session lasts.
 */
export class GivenAnswers {
  readonly #given = new Map<string, { readonly of: string; readonly answer: Promise<CallAnswer> }>();

  /** Null: the page has used this name for something else. */
  once(request: string, asked: string, act: () => Promise<CallAnswer>): Promise<CallAnswer> | null {
    const of = createHash('sha256').update(asked).digest('base64url');
    const given = this.#given.get(request);
    if (given !== undefined) return given.of === of ? given.answer : null;
    const answer = act();
    this.#given.set(request, { of, answer });
    return answer;
  }
}
