import type { Store } from './store.ts';

declare const inDecision: unique symbol;

/**
 * The store while a decision is recorded. Functions that write what parties are told take nothing else, so that no such
 * row is written without its document.
 */
export interface Deciding {
  readonly store: Store;
  readonly [inDecision]: true;
}
