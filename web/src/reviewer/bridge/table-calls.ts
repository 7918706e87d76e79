import type { IndexedMessage, ReleaseStatement } from '@candor/core/review/seal';
import type { Call, Nothing } from './call.ts';

import type { MailDirection, MessageFeature, MessageQuery } from './message-query.ts';
import type { SearchError } from './query-text.ts';
import type { Direction, FoundKind, Mark, ReleasedVerdict } from './released-message.ts';

/** Messages by verdict, in the order of `VERDICTS`. */
export type VerdictCounts = readonly number[];

/** Somebody who stands in messages; `place` is what filters are set by. */
export interface CountedAddress {
  readonly place: number;
  readonly address: string;
  readonly messages: number;
  readonly verdicts: VerdictCounts;
  readonly secrets: number;
}

/** How many messages each choice of a filter would show, with everything else as it is. */
export interface Facets {
  readonly verdicts: Readonly<Record<ReleasedVerdict, number>>;
  readonly holds: Readonly<Record<MessageFeature, number>>;
  readonly ways: Readonly<Record<MailDirection, number>>;
  /** Of the party; most messages first. */
  readonly people: readonly CountedAddress[];
  readonly custodians: readonly CountedAddress[];
  readonly first: number | null;
  readonly last: number | null;
}

export type TimelineUnit = 'month' | 'week' | 'year';

/** Messages by verdict over time: one bar a week where that can be drawn, else a month or a year. */
export interface Timeline {
  readonly unit: TimelineUnit;
  /** In order, without a hole; `from` is the first second of a bar. */
  readonly bars: readonly { readonly from: number; readonly to: number; readonly verdicts: readonly number[] }[];
  /** Messages that stand before the first bar, behind the last, or have no date: a wrong clock may say 1970. */
  readonly outside: { readonly before: number; readonly after: number; readonly undated: number };
}

/** One row of the list: what is shown of a message that nobody opened yet. Texts are senders'. */
export interface MessageRow {
  readonly id: string;
  readonly verdict: ReleasedVerdict;
  readonly date: number | null;
  readonly subject: string;
  readonly direction: Direction;
  /** Whom it went to, or whom it came from; empty when the message names nobody. */
  readonly other: string;
  /** People beside that one on the same side. */
  readonly others: number;
  readonly attachments: number;
  readonly marks: readonly Mark[];
  /** What a search found in it. */
  readonly kinds: readonly FoundKind[];
  readonly isNoted: boolean;
  /** Messages of its thread that match; 1 where threads are not asked for. */
  readonly thread: number;
  /** Why it could not be opened when somebody tried. */
  readonly flaw: string | null;
}

/** A password or key that a search found, wherever it stands. The value itself is in the messages only. */
export interface FoundValue {
  /** The same for equal values, in every release of this party. */
  readonly id: string;
  readonly kind: string;
  readonly mask: string;
  readonly confidence: 'accepted' | 'certain' | 'likely';
  /** How many messages hold it, and the newest of them. */
  readonly messages: number;
  readonly message: string;
}

/** How far the bodies are read. */
export interface BodyReading {
  readonly state: 'full' | 'reading' | 'resting' | 'stopped';
  readonly read: number;
  readonly failed: number;
  /** Messages of the release. */
  readonly of: number;
}

/** How many of them are here. */
export interface Selected {
  /** Rows that match; threads where these are asked for. */
  readonly total: number;
  /** Messages that match. */
  readonly messages: number;
  /** Messages without any filter. */
  readonly of: number;
  readonly flaws: readonly SearchError[];
  /** Messages that are shown because they hold all words of a phrase; whether side by side was not looked at. */
  readonly unsure: number;
  /** Whether the release's messages are of more than one calendar year: days then need their year. */
  readonly hasYears: boolean;
  /** Whether every row is there; the last ones of a long list come a moment after the first. */
  readonly isWhole: boolean;
  readonly bodies: BodyReading;
}

/** What the first page says: every figure is counted from the index, none is believed. */
export interface Overview {
  readonly messages: number;
  readonly verdicts: Readonly<Record<ReleasedVerdict, { readonly messages: number; readonly secrets: number }>>;
  readonly marks: Readonly<Record<Mark, number>>;
  readonly people: readonly CountedAddress[];
  readonly custodians: readonly CountedAddress[];
  /** Why messages are in doubt; most messages first. */
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

/** What pages ask of the table. Every answer is of one moment: rows that come in later make another. */
export interface TableCalls {
  readonly rows: Call<
    { readonly query: MessageQuery; readonly from: number; readonly count: number },
    Selected & { readonly rows: readonly MessageRow[] }
  >;
  readonly facets: Call<{ readonly query: MessageQuery }, Facets>;
  readonly timeline: Call<{ readonly query: MessageQuery }, Timeline>;
  readonly overview: Call<Nothing, Overview>;
  /**
   * Where a message stands among those that match, and what stands before and behind it; null when it does not match.
   */
  readonly 'position-of': Call<
    { readonly query: MessageQuery; readonly id: string },
    {
      readonly position: number;
      readonly total: number;
      readonly previous: string | null;
      readonly next: string | null;
    } | null
  >;
  /** Ids of rows that match, in their order. */
  readonly ids: Call<
    { readonly query: MessageQuery; readonly from: number; readonly count: number },
    { readonly ids: readonly string[] }
  >;
  /** A message as the index has it; null for one that it does not have. */
  readonly 'indexed-message': Call<{ readonly id: string }, IndexedMessage | null>;
  /** Passwords and keys that a search found: each value once. */
  readonly 'found-secrets': Call<Nothing, { readonly values: readonly FoundValue[] }>;
  /** The address of a place, for the words of a filter. */
  readonly address: Call<{ readonly place: number }, { readonly address: string | null }>;
  /**
   * Reads all bodies for the search, in the background; every one is fetched, and stands in the party's access record.
   */
  readonly 'read-bodies': Call<{ readonly isOn: boolean }, BodyReading>;
  /** Which messages somebody of the party noted something on, for the filter. */
  readonly 'set-noted': Call<{ readonly ids: readonly string[] }, Nothing>;
}

export interface TableEvents {
  /** How far the bodies are read, a few times a second while they are. */
  readonly bodies: BodyReading;
}
