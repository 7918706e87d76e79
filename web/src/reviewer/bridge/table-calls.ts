import type { Said } from '@candor/core/base';
import type { IndexedMessage, ReleaseStatement } from '@candor/core/review/seal';
import type { Call, Nothing } from './call.ts';
import type { MailDirection, MessageFeature, MessageQuery } from './message-query.ts';
import type { SearchError } from './query-text.ts';
import type { Direction, FoundKind, Mark, ReleasedVerdict } from './released-message.ts';

export type VerdictCounts = readonly number[];

/** A person named in messages; `place` identifies them in filters. */
export interface CountedAddress {
  readonly place: number;
  readonly address: string;
  readonly messages: number;
  readonly verdicts: VerdictCounts;
  readonly secrets: number;
}

/** Messages that each filter choice would show, with everything else unchanged. */
export interface Facets {
  readonly verdicts: Readonly<Record<ReleasedVerdict, number>>;
  readonly holds: Readonly<Record<MessageFeature, number>>;
  readonly ways: Readonly<Record<MailDirection, number>>;
  readonly people: readonly CountedAddress[];
  readonly custodians: readonly CountedAddress[];
  readonly first: number | null;
  readonly last: number | null;
}

export type TimelineUnit = 'month' | 'week' | 'year';

/** Messages by verdict over time: one bar per week if that fits, otherwise per month or year. */
export interface Timeline {
  readonly unit: TimelineUnit;
  /** In order, without gaps; `from` is the first second of a bar. */
  readonly bars: readonly { readonly from: number; readonly to: number; readonly verdicts: readonly number[] }[];
  /** Messages before the first bar, after the last, or undated: a wrong clock may say 1970. */
  readonly outside: { readonly before: number; readonly after: number; readonly undated: number };
}

/** One row of the list: what is shown of an unopened message. Texts come from senders. */
export interface MessageRow {
  readonly id: string;
  readonly verdict: ReleasedVerdict;
  readonly date: number | null;
  readonly subject: string;
  readonly direction: Direction;
  /** The recipient or sender shown; empty when the message names nobody. */
  readonly other: string;
  readonly others: number;
  readonly attachments: number;
  readonly marks: readonly Mark[];
  readonly kinds: readonly FoundKind[];
  readonly isNoted: boolean;
  /** Matching messages of its thread; 1 without threads. */
  readonly thread: number;
  /** It is null unless an attempt to open the message failed. */
  readonly flaw: string | null;
}

export interface FoundValue {
  /** The same for equal values in all releases of this party. */
  readonly id: string;
  readonly kind: string;
  readonly mask: string;
  readonly confidence: 'accepted' | 'certain' | 'likely';
  readonly messages: number;
  readonly message: string;
}

/** Reading texts stopped before its end; each reason has a sentence. */
export const READING_STOPS = [
  'denied',
  'fault',
  'lab-silent',
  'portal-broken',
  'portal-silent',
  'session-ended',
  'too-many',
] as const;
export type ReadingStop = (typeof READING_STOPS)[number];

/** Progress of reading texts. Texts that are neither read nor failed have not been opened. */
export interface BodyReading {
  readonly state: 'full' | 'reading' | 'resting' | 'stopped';
  /** Null unless it stopped. */
  readonly stoppedBy: ReadingStop | null;
  readonly read: number;
  /** The part of these that was searched in part: longer than a search keeps, or beyond a limit of the reader. */
  readonly inPart: number;
  readonly failed: number;
  readonly of: number;
}

/** What "no message matches" rests on. Only its owner makes one (`worker/table/search-coverage.ts`). */
export type SearchCoverage =
  /** The query asks nothing of texts: the index answers it. */
  | { readonly kind: 'index' }
  /** The query asks for notes, which were not read. */
  | { readonly kind: 'unread-notes' }
  | { readonly kind: 'every-text'; readonly of: number }
  | {
      readonly kind: 'some-texts';
      readonly searched: number;
      readonly of: number;
      readonly failed: number;
      readonly inPart: number;
      readonly unread: number;
    };

/** Size of a query's result. */
export interface Selected {
  readonly total: number;
  readonly messages: number;
  readonly of: number;
  readonly flaws: readonly SearchError[];
  /** Messages shown because they contain all words of a phrase, without a check that the words are adjacent. */
  readonly unsure: number;
  /** Whether the messages span several calendar years, so that days need their year. */
  readonly hasYears: boolean;
  /** Whether every row is loaded; the last ones of a long list come later. */
  readonly isWhole: boolean;
  readonly bodies: BodyReading;
  readonly coverage: Said<'no-match', SearchCoverage>;
}

/** Data of the first page: every figure is counted from the index, none is taken on trust. */
export interface Overview {
  readonly messages: number;
  readonly verdicts: Readonly<Record<ReleasedVerdict, { readonly messages: number; readonly secrets: number }>>;
  readonly marks: Readonly<Record<Mark, number>>;
  readonly people: readonly CountedAddress[];
  readonly custodians: readonly CountedAddress[];
  readonly doubts: readonly {
    readonly verdict: 'possible' | 'undetermined';
    readonly code: string;
    readonly sentence: string;
    readonly messages: number;
  }[];
  readonly timeline: Timeline;
  readonly first: number | null;
  readonly last: number | null;
  readonly statement: ReleaseStatement;
}

/** Table calls of pages. Every answer is of one moment; rows that load later give another. */
export interface TableCalls {
  readonly rows: Call<
    { readonly query: MessageQuery; readonly from: number; readonly count: number },
    Selected & { readonly rows: readonly MessageRow[] }
  >;
  readonly facets: Call<{ readonly query: MessageQuery }, Facets>;
  readonly timeline: Call<{ readonly query: MessageQuery }, Timeline>;
  readonly overview: Call<Nothing, Overview>;
  /** The position of a message among the matches, and its neighbours; null when it does not match. */
  readonly 'position-of': Call<
    { readonly query: MessageQuery; readonly id: string },
    {
      readonly position: number;
      readonly total: number;
      readonly previous: string | null;
      readonly next: string | null;
    } | null
  >;
  readonly ids: Call<
    { readonly query: MessageQuery; readonly from: number; readonly count: number },
    { readonly ids: readonly string[] }
  >;
  readonly 'indexed-message': Call<{ readonly id: string }, IndexedMessage | null>;
  readonly 'found-secrets': Call<Nothing, { readonly values: readonly FoundValue[] }>;
  readonly address: Call<{ readonly place: number }, { readonly address: string | null }>;
  /**
   * Reads all texts for the search in the background; each is fetched and recorded in the party's view receipts.
   * `retry` also reads those that could not be opened.
   */
  readonly 'read-bodies': Call<{ readonly want: 'read' | 'retry' | 'stop' }, BodyReading>;
  /** Messages with notes by the party, for the filter. */
  readonly 'set-noted': Call<{ readonly ids: readonly string[] }, Nothing>;
}

export interface TableEvents {
  readonly bodies: BodyReading;
}
