import type { ReleaseStatement } from '@candor/core/review/seal';
import type { FoundKind, Mark, ReleasedVerdict } from './released-message.ts';

export type CountByVerdict = Readonly<Record<ReleasedVerdict, number>>;

/** Somebody who stands in messages. */
export interface CountedAddress {
  readonly address: string;
  readonly messages: number;
  readonly verdicts: CountByVerdict;
}

/** What the messages of a release say when they are counted: nothing of their content but who, when and what kind. */
export interface PackFacts {
  readonly messages: number;
  readonly verdicts: CountByVerdict;
  readonly marks: Readonly<Record<Mark, number>>;
  /** What a search found, by kind, in the order of the kinds. */
  readonly found: readonly CountedKind[];
  /** First and last date of a message, null when none has one. */
  readonly written: Span | null;
  /** First and last record behind the verdicts: when the intruder was seen at these messages. */
  readonly recorded: Span | null;
  /** Addresses of the party's own domains, most messages first. */
  readonly people: readonly CountedAddress[];
  /** Addresses of the organization in whose mailboxes they were. */
  readonly custodians: readonly CountedAddress[];
  readonly attachments: { readonly messages: number; readonly files: number; readonly types: readonly CountedType[] };
  /** Why a message is in doubt, by rule; most messages first. */
  readonly doubts: readonly CountedDoubt[];
  /**
   * What the organization said beside the messages: its window, and what it does not know. Null when it said nothing.
   */
  readonly statement: ReleaseStatement | null;
}

/** Messages that hold a kind of finding, and the distinct values in them. */
export interface CountedKind {
  readonly kind: FoundKind;
  readonly messages: number;
  readonly values: number;
  /** Of the values, those with a test that hardly anything passes by chance, and those that a person took in. */
  readonly certain: number;
  readonly accepted: number;
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
