import type { Instant } from '@candor/core/base';

/** What a person said about when the organization became aware of the breach. Kept as it was said, never changed. */
export interface AwareFact {
  readonly at: Instant;
  readonly by: string;
  readonly how: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  /** Time zone of the machine that recorded it. */
  readonly zone: string;
  /** The value of `notice.discovered` in the incident file then; null: nothing. */
  readonly stated: Instant | null;
}

/** When the organization became aware, and on whose word. */
export type Awareness =
  | {
      readonly is: 'said';
      readonly at: Instant;
      readonly fact: AwareFact;
      readonly superseded: readonly AwareFact[];
      /** What the incident file says now, as a second source. */
      readonly stated: Instant | null;
    }
  /** The incident file says when, and nobody who or by what. */
  | { readonly is: 'stated'; readonly at: Instant }
  | { readonly is: 'unknown' };

/** @param facts oldest first: the newest counts, before what the incident file says */
export function findAwareness(facts: readonly AwareFact[], stated: Instant | null): Awareness {
  const fact = facts.at(-1);
  if (fact !== undefined) return { is: 'said', at: fact.at, fact, superseded: facts.slice(0, -1), stated };
  return stated === null ? { is: 'unknown' } : { is: 'stated', at: stated };
}

export function toAwareTime(awareness: Awareness): Instant | null {
  return awareness.is === 'unknown' ? null : awareness.at;
}
