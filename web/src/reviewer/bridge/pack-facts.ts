import type { ReleaseStatement } from '@candor/core/review/seal';
import type { FoundKind, Mark, ReleasedVerdict } from './released-message.ts';

export type CountByVerdict = Readonly<Record<ReleasedVerdict, number>>;

/** A person named in messages. */
export interface CountedAddress {
  readonly address: string;
  readonly messages: number;
  readonly verdicts: CountByVerdict;
}

export interface PackFacts {
  readonly messages: number;
  readonly verdicts: CountByVerdict;
  readonly marks: Readonly<Record<Mark, number>>;
  readonly found: readonly CountedKind[];
  /** First and last date of a message; null when none has one. */
  readonly written: Span | null;
  /** First and last record behind the verdicts: when the intruder was active. */
  readonly recorded: Span | null;
  readonly people: readonly CountedAddress[];
  readonly custodians: readonly CountedAddress[];
  readonly attachments: { readonly messages: number; readonly files: number; readonly types: readonly CountedType[] };
  readonly doubts: readonly CountedDoubt[];
  /** The organization's statement: its window, and what it does not know. Null when absent. */
  readonly statement: ReleaseStatement | null;
}

export interface CountedKind {
  readonly kind: FoundKind;
  readonly messages: number;
  readonly values: number | null;
  /** Values with a check that random text hardly ever passes, and those that a person accepted. */
  readonly certain: number | null;
  readonly accepted: number | null;
}

export interface Span {
  readonly first: string;
  readonly last: string;
}

export interface CountedType {
  /** By content, never by name. */
  readonly type: string;
  readonly files: number;
}

export interface CountedDoubt {
  readonly code: string;
  readonly sentence: string;
  readonly messages: number;
}
