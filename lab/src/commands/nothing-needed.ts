import { formatAmount, type Said, toSaid } from '@candor/core/base';
import type { Need } from './run-summary.ts';

export interface NeedFacts {
  readonly needs: readonly Need[];
  /** The evidence folder was looked at now: what arrived since, and what is missing. */
  readonly isLookedAt: boolean;
  readonly undecided: number;
}

export type NeedSaying =
  | { readonly state: 'nothing'; readonly said: Said<'nothing-needed', string> }
  | { readonly state: 'items'; readonly needs: readonly Need[] }
  | { readonly state: 'unknown'; readonly because: string };

/** Whether it may be said that nothing needs a person: only when nothing waits, arrived unread, or is undecided. */
export function sayNothingNeeded({ needs, isLookedAt, undecided }: NeedFacts): NeedSaying {
  if (needs.length > 0) return { state: 'items', needs };
  if (!isLookedAt)
    return { state: 'unknown', because: 'the incident file cannot be read, so new evidence was not looked for' };
  if (undecided > 0)
    return {
      state: 'unknown',
      because: `${formatAmount(undecided, 'record is', 'records are')} undecided; no verdict depends on ${undecided === 1 ? 'it' : 'them'} alone`,
    };
  return { state: 'nothing', said: toSaid('nothing-needed', 'Nothing needs your attention.') };
}
