import type { GapKind } from '@candor/core/exposure/coverage';
import type { Counted } from '../numerals.ts';

/** The verdicts of exposed messages, strongest first. */
export const EXPOSED_VERDICTS = ['accessed', 'presumed', 'partial', 'possible'] as const;

/** What a message may be told as, strongest first; `undecided`: it rests on undecided records alone. */
export const NOTIFIED_CLASSES = [...EXPOSED_VERDICTS, 'undecided', 'undetermined'] as const;

/** Texts in the details of a notice, in one language. */
export interface DetailPhrases {
  readonly detailsHeading: string;
  readonly allFiguresHeading: string;
  readonly addedHeading: string;
  readonly customersHeading: string;
  /** `{organization}`, `{domain}`, `{span}`, `{n}`. */
  readonly customers: Counted;
  readonly wordsHeading: string;
  readonly words: Readonly<Record<NotifiedClass, string>>;
  readonly wordsBulk: string;
  readonly wordsHeld: string;
  readonly notDelayed: string;
  /** `{n}` of `{told}`. */
  readonly countedMessages: Counted;
  /** `{from}`, `{to}`: moments. The second where the intruder's last record is later than our containment. */
  readonly windowMoments: string;
  readonly windowMomentsOpen: string;
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

export type ExposedVerdict = (typeof EXPOSED_VERDICTS)[number];
export type NotifiedClass = (typeof NOTIFIED_CLASSES)[number];
