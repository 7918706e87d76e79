import type { GapKind } from '@candor/core/exposure';
import type { Counted, Numerals } from '../numerals.ts';
import type { Addressed } from './addressed.ts';
import type { AnnouncementPhrases } from './announcement/phrases.ts';

/** The verdicts that are told, strongest first. */
export const TOLD_VERDICTS = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;
export type ToldVerdict = (typeof TOLD_VERDICTS)[number];

/**
 * Everything that a notice can say, in one language. A translation is one object of this type: a missing or misspelt key does not compile, and
 * a test compares the placeholders of all languages. Phrases stand in the order in which a notice uses them.
 */
export interface Phrases {
  readonly numerals: Numerals;

  readonly subject: {
    /** By what is the worst that is known; `{n}`, `{organization}`, `{window}`. */
    readonly stolen: Counted;
    readonly secrets: Counted;
    readonly partial: Counted;
    readonly possible: Counted;
    readonly undetermined: Counted;
    readonly fraud: Counted;
    /** A correction that leaves nothing. */
    readonly none: string;
    /** A correction that leaves nothing, because mail that the party was told of is in no evidence any more. */
    readonly gone: string;
    readonly update: string;
    /** In front of a subject. */
    readonly supplement: string;
    readonly correction: string;
    readonly reminder: string;
    /** `{from}`, `{to}`: short dates. */
    readonly window: string;
  };

  /** `{name}`, `{domains}`; of a person `{domains}` is the address. */
  readonly to: Addressed<{ readonly named: string; readonly unnamed: string }>;
  /** `{domains}` and `{n}` that are not shown. */
  readonly moreDomains: string;

  /** First sentence by kind; `{previous}`. */
  readonly reminder: string;
  readonly supplement: string;
  readonly correction: string;

  readonly fraudHeading: string;
  /** `{n}`, `{before}`, `{span}`. */
  readonly fraud: Addressed<Counted>;

  /** `{organization}`, `{span}`: what is said when the incident file says nothing. */
  readonly happened: string;
  /** The window inside a sentence: `{from}`, `{to}`; `{from}` alone when both are one day. */
  readonly span: string;
  readonly spanOneDay: string;

  /** `{previous}`. */
  readonly changedHeading: string;
  /** In a notice that comes for another reason than its figures. */
  readonly unchanged: string;
  /** `{n}`, `{before}`, `{mailboxes}`, `{dated}`, `{counted}`; a colon follows from the phrase. */
  readonly concerned: Addressed<Counted>;
  readonly mailboxes: Counted;
  /** Where the subject names a smaller number than this sentence: what that one counts; `{n}`, never 0. */
  readonly counted: Readonly<Record<'stolen' | 'secrets' | 'partial' | 'possible', Counted>>;
  /** `{dates}`. */
  readonly dated: string;
  /** `{first}`, `{last}`; `{first}` alone when both are one day. */
  readonly dates: string;
  readonly datesOneDay: string;
  readonly none: Addressed<string>;
  readonly gone: Addressed<string>;
  /** Behind a figure that changed; `{n}`, or a text. */
  readonly before: string;
  readonly notExamined: string;
  readonly noDate: string;
  readonly verdicts: Readonly<Record<ToldVerdict, Counted>>;
  readonly secrets: Counted;
  /** A sentence: addresses are not messages, and stand apart from them. */
  readonly affectedAddresses: Counted;
  readonly bulk: Counted;
  readonly held: Counted;
  readonly intruderSent: Counted;

  /** To persons: the second where of no message it is known that it was read or taken. */
  readonly consequences: string;
  readonly consequencesIfRead: string;

  readonly actionsHeading: string;
  readonly changeSecrets: Counted;
  readonly changeUnexamined: string;
  readonly warnStaff: Counted;
  readonly distrust: string;
  readonly passOn: string;
  readonly dutyController: string;
  readonly duty: string;

  readonly checkHeading: string;
  /** `{page}`. */
  readonly checkPage: Addressed<string>;
  readonly checkDns: string;
  /** `{n}` entries; the root follows on a line of its own. */
  readonly checkLog: Counted;
  readonly checkWebSiteNumber: string;
  /** `{telephone}`. */
  readonly checkTelephone: string;
  readonly asksNothing: string;

  readonly unknownHeading: string;
  readonly unknownGaps: Counted;
  readonly unknownMessages: Counted;
  readonly unknownNothing: string;
  /** `{date}`. */
  readonly nextUpdate: string;
  readonly nextUpdateOpen: string;
  /** `{date}`, `{page}`. */
  readonly readable: string;
  /** To persons: one of the first two, and one of the last two. The same text stands on paper, which nobody can answer. */
  readonly contact: {
    /** `{reply}`. */
    readonly address: string;
    readonly answer: string;
    /** `{telephone}`. */
    readonly telephone: string;
    readonly webSiteNumber: string;
  };

  readonly detailsHeading: string;
  readonly allFiguresHeading: string;
  readonly addedHeading: string;
  readonly customersHeading: string;
  /** `{organization}`, `{domain}`, `{span}`, `{n}`. */
  readonly customers: Counted;
  readonly wordsHeading: string;
  readonly words: Readonly<Record<ToldVerdict, string>>;
  readonly wordsBulk: string;
  readonly wordsHeld: string;
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

  readonly announcement: AnnouncementPhrases;

  /** The three lines of an update: `{to}`, `{previous}`. */
  readonly updateUnchanged: string;
  /** `{page}`, `{code}`. */
  readonly updateCheck: string;
}
