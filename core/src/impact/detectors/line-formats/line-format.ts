import type { Confidence, FindingKind, Hints } from '../finding.ts';

/** A secret whose place in a line tells what it is: a row of data. */
export interface LineFormat {
  readonly name: string;
  readonly kind: Extract<FindingKind, 'credential' | 'access-code' | 'secret-key'>;
  readonly hints: Hints;
  /** With the flag `g`. Its last group is the value. */
  readonly shape: RegExp;
  readonly confidence: Confidence;
  readonly passes?: (value: string) => boolean;
  /** Where the form is documented. */
  readonly source: string;
  /** A text that holds one, and the value. */
  readonly example: readonly [text: string, value: string];
}
