import type { Instant } from '@candor/core/base';
import type { SearchableText } from '@candor/core/evidence/message';
import { type Condition, matchesConditions } from './condition.ts';
import { matchesSearch, type SearchQuery } from './search-query.ts';

/** A forwarding by its author: the intruder, nobody who is known, or one that cannot be read. */
export type ForwardingCode = 'forwarding' | 'forwarding-unattributed' | 'forwarding-unreadable';

/** A question that only a message's text can answer (F1, Q1). Plain data, to send to reader processes. */
export interface TextQuestion {
  readonly code: ForwardingCode | 'search-hit' | 'search-hit-unattributed' | 'search-unread';
  readonly record: string;
  /** A10b: instead of the code, what it takes is `linked-after`. */
  readonly isLinkedAfter: boolean;
  /** The closed interval of a forwarding, up to the time of a search; null: unlimited. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly asks:
    | { readonly of: 'nothing' }
    | { readonly of: 'conditions'; readonly conditions: readonly Condition[] }
    | { readonly of: 'search'; readonly query: SearchQuery };
}

/** The answer for one message, ignoring its times. */
export function matchesQuestion({ asks }: TextQuestion, text: SearchableText): boolean {
  switch (asks.of) {
    case 'nothing':
      return true;
    case 'conditions':
      return matchesConditions(asks.conditions, text);
    case 'search':
      return matchesSearch(asks.query, text);
  }
}
