import type { Sentence } from '@candor/core/review/quoted';

// What the lab asks a confined process about quotations, and what comes back: addresses and digests of sentences, no
// text.

/** `quotations`: what a message quotes. `sentences`: what it says itself. */
export interface QuotationTask {
  readonly asks: 'quotations' | 'sentences';
  readonly wanted: readonly { readonly location: string; readonly sha256: string }[];
}

export interface FoundBlock {
  /** They come from its head, in lower case. */
  readonly addresses: readonly string[];
  readonly sentences: readonly Sentence[];
}

/** `changed`: the evidence is not what it was. */
export type QuotationAnswer =
  | { readonly is: 'quotations'; readonly blocks: readonly FoundBlock[] }
  | { readonly is: 'sentences'; readonly sentences: readonly Sentence[] }
  | { readonly is: 'changed' };
