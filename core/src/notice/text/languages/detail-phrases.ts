import type { GapKind } from '@candor/core/exposure/coverage';
import type { Counted } from '../numerals.ts';

/** The notified verdicts, strongest first. */
export const NOTIFIED_VERDICTS = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;

/** Texts in the details of a notice, in one language. */
export interface DetailPhrases {
  readonly detailsHeading: string;
  readonly allFiguresHeading: string;
  readonly addedHeading: string;
  readonly customersHeading: string;
  /** `{organization}`, `{domain}`, `{span}`, `{n}`. */
  readonly customers: Counted;
  readonly wordsHeading: string;
  readonly words: Readonly<Record<NotifiedVerdict, string>>;
  readonly wordsBulk: string;
  readonly wordsHeld: string;
  readonly notDelayed: string;
  /** `{n}` of `{told}`. */
  readonly countedMessages: Counted;
  /** `{from}`, `{to}`: moments. */
  readonly windowMoments: string;
  /** `{first}`, `{last}`: moments. */
  readonly recordedMoments: string;
  /** `{domains}`. */
  readonly boundDomains: string;
  /** `{version}`, `{digest}`. */
  readonly origin: string;
  /** The same where one figure follows from a list that people made. */
  readonly originListed: string;
  readonly logMeaning: string;
  readonly codeMeaning: string;
  readonly gapsHeading: string;
  /** `{n}` mailboxes, `{gap}`. */
  readonly gapRow: Counted;
  readonly gaps: Readonly<Record<GapKind, string>>;
}

export type NotifiedVerdict = (typeof NOTIFIED_VERDICTS)[number];
