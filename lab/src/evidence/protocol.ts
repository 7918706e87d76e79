import type { Problem } from '@candor/core/base';
import type { Placement } from '@candor/core/evidence/container';
import type { ArrivalSource, ArrivalWitness } from '@candor/core/evidence/message';
import type { FileAccount, Quarantine } from './account.ts';

// What lab and reader process say to each other: one JSON text a line, tasks on the reader's stdin, answers on its
// stdout.

/** A whole file, recognised, hashed and accounted for by the reader. */
export interface FileItem {
  readonly is: 'file';
  readonly raw: string;
  readonly location: string;
  readonly placement: Placement;
  readonly size: number;
}

/** A part of a big mbox that begins at a message. The lab has hashed the file and keeps its account. */
export interface RangeItem {
  readonly is: 'range';
  readonly raw: string;
  readonly location: string;
  readonly folder: string | null;
  /** A Google Takeout: its copies have labels. */
  readonly takeout: boolean;
  readonly start: number;
  readonly end: number;
  /** Ordinal of the first message in the range, from 1. */
  readonly firstOrdinal: number;
}

/** One message stored bare in a file, read individually. The lab knows its place from phase 1. */
export interface MessageItem {
  readonly is: 'message';
  readonly raw: string;
  readonly location: string;
  readonly offset: number;
  readonly length: number;
}

export type ReaderItem = FileItem | RangeItem | MessageItem;

/**
 * A question about messages: to their text, as a search (Q1) or rule conditions (F1); or which are wanted whole, and
 * why. Opaque here: a later stage defines it, and readers that answer it start with that stage's entry file.
 */
export type OpaqueQuestion = object;

export interface ReaderTask {
  readonly items: readonly ReaderItem[];
  /** Progress of a dead reader: items before `item`, and its units before `unit`, were reported. */
  readonly from: Progress;
  /** What killed a reader: quarantined unread. */
  readonly guilty: readonly Culprit[];
  /** Say what comes next before reading it, so that the lab knows what killed the reader. */
  readonly careful: boolean;
  /** Phase 2: answer these questions for each message instead of reading everything else. */
  readonly questions: readonly OpaqueQuestion[] | null;
}

/** A unit is a message (or an Outlook item) of an item, in reading order, from 0. */
export interface Progress {
  readonly item: number;
  readonly unit: number;
}

/** `unit` null: the file itself (its container), not one of its messages. */
export interface Culprit {
  readonly item: number;
  readonly unit: number | null;
  readonly reason: string;
}

/**
 * A copy on the wire: the fields of `Copy` without custodian, then where its bytes lie, then what few copies have.
 * `parents` (JSON, `["id",…]`), `addresses` (`packAddresses`), `names` and `attached` (JSON; null where the only name
 * is `messageId`, and where nothing is attached) are texts already, so that the lab can store them as they come.
 */
export type CopyRow = readonly [
  location: string,
  folder: string | null,
  labels: readonly string[] | null,
  messageId: string | null,
  date: number | null,
  arrived: number | null,
  arrivedFrom: ArrivalWitness,
  fingerprint: string,
  flags: number,
  parents: string,
  addresses: string,
  item: number,
  members: readonly string[],
  offset: number,
  length: number,
  sha256: string,
  arrivalSource: ArrivalSource,
  latest: number | null,
  received: number | null,
  /** How many of the parents, from the first, stand in In-Reply-To. */
  answers: number,
  names: string | null,
  attached: string | null,
];

export const DRAFT_FLAG = 1;
export const BULK_FLAG = 2;
/** The item of an Outlook file says that the mailbox's owner sent it. */
export const SENT_FLAG = 4;

/**
 * Phase 2: the location and the indexes of the questions that the copy matches; copies that match none are not sent.
 */
export type AnswerRow = readonly [location: string, matched: readonly number[]];

/** What a later stage makes of one message that it wanted whole; only carried. */
export type OpaqueAnswer = object;

/**
 * What a reader says of one item when it is done with it. `sha256` is null for a range, whose file the lab has hashed,
 * and for a file that could not be opened.
 */
export interface ItemReading {
  readonly item: number;
  readonly format: string;
  readonly sha256: string | null;
  readonly account: FileAccount;
  readonly quarantine: readonly Quarantine[];
}

export type ReaderLine =
  /** What was read since the last line, and how far the reader has come. */
  | readonly ['read', readonly CopyRow[], readonly AnswerRow[], readonly ItemReading[], readonly Problem[], Progress]
  /** What was made of one message. It comes again when a reader died meanwhile: the first one counts. */
  | readonly ['taken', location: string, answer: OpaqueAnswer]
  /** The part of a message that is read next, so that the lab knows what ended a reader. */
  | readonly ['reading', location: string, part: string]
  /** Careful mode: the next unit; `unit` null is the item's container. */
  | readonly ['begin', item: number, unit: number | null]
  /** Bytes read since the last sign of life, so that a slow big message is not taken for a hung one. */
  | readonly ['alive', bytes: number]
  | readonly ['done'];
