import type { Confidence } from '../finding.ts';

export interface TokenFormat {
  readonly name: string;
  /** One of these, two characters or more, stands in every token of the form. None: the form has nothing fixed. */
  readonly holds: readonly string[];
  /** What stands before and behind is no character of a word. */
  readonly shape: RegExp;
  readonly confidence: Confidence;
}

export interface DocumentedFormat extends TokenFormat {
  /** Where the issuer documents the form. */
  readonly source: string;
  readonly example: string;
}
