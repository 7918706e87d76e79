import { LANGUAGES, type Language } from '@candor/core/base';
import { isDigest } from './sealed-files.ts';

/** The organization's statement as of the day of the release; later notices may say more. */
export interface ReleaseStatement {
  /** When the intruder was in the organization's mailboxes. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** Day of the next update, as a time. */
  readonly next: string | null;
  /** What is not known, in the organization's own words, by language. */
  readonly unknown: Readonly<Partial<Record<Language, string>>>;
}

/** The first line of an index. */
export interface IndexOpening {
  /** 2 where a message has findings. */
  readonly v: 1 | 2;
  readonly messages: number;
  readonly statement: ReleaseStatement;
}

/**
 * The second line: texts that messages share, each once; messages name them by their place (docs/formats/release.md,
 * Index).
 */
export interface IndexTables {
  readonly addresses: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
  readonly times: readonly (readonly string[])[];
  /** Values that findings are of; none in version 1. */
  readonly values: readonly IndexedValue[];
}

/** A value with what all of its places share. */
export interface IndexedValue extends Pick<IndexedFinding, 'confidence' | 'kind' | 'mask'> {
  readonly id: string;
}

/** A message as its line has it: numbers are places in the tables. */
export interface IndexLine extends Omit<IndexedMessage, 'cc' | 'custodians' | 'findings' | 'from' | 'to' | 'why'> {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly cc: readonly number[];
  readonly custodians: readonly number[];
  readonly why: readonly (readonly [reason: number, times: number])[];
  readonly findings: readonly (readonly [value: number, part: string, offset: number, length: number])[];
}

/** Years of more than four digits have a sign. */
const DATE = /^(?:[+-][0-9]{2})?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/;
const KNOWN_LANGUAGES: ReadonlySet<string> = new Set(LANGUAGES);
const VERDICTS: ReadonlySet<unknown> = new Set(['accessed', 'presumed', 'partial', 'possible', 'undetermined']);
const DIRECTIONS: ReadonlySet<unknown> = new Set(['sent', 'received', 'both', 'copied']);
const MARKS: ReadonlySet<unknown> = new Set(['fraud', 'bulk', 'corrected', 'personal', 'secret']);
const CONFIDENCES: ReadonlySet<unknown> = new Set(['accepted', 'certain', 'likely']);
const KEYS: ReadonlySet<string> = new Set([
  'attachments',
  'cc',
  'custodians',
  'date',
  'direction',
  'findings',
  'from',
  'id',
  'marks',
  'object',
  'subject',
  'to',
  'verdict',
  'why',
]);
const ATTACHMENT_KEYS: ReadonlySet<string> = new Set(['digest', 'name', 'size', 'type']);
const VALUE_KEYS: ReadonlySet<string> = new Set(['confidence', 'id', 'kind', 'mask']);
const VALUE_ID = /^[0-9a-f]{32}$/;
const KIND = /^[a-z]+(?:-[a-z]+){0,4}$/;
/** `subject`, or numbers as IMAP counts, each with what a search reads it as. */
const PART = /^[0-9a-z./]{1,100}$/;
const NONE: readonly never[] = [];

/** Null for anything but its form. */
export function readIndexOpening(text: string): IndexOpening | null {
  const value = toObject(parse(text), ['messages', 'statement', 'v']);
  const statement = toObject(value?.['statement'], ['next', 'unknown', 'window']);
  if (value === null || statement === null) return null;
  const { messages, v } = value;
  const { next, window } = statement;
  const unknown = toObject(statement['unknown'], null);
  if ((v !== 1 && v !== 2) || !Number.isSafeInteger(messages) || (messages as number) < 0 || unknown === null)
    return null;
  if (!isTexts(Object.values(unknown)) || !Object.keys(unknown).every((key) => KNOWN_LANGUAGES.has(key))) return null;
  if (window !== null && !isTimes(Object.values(toObject(window, ['from', 'to']) ?? [null]))) return null;
  return next === null || isTimes([next]) ? (value as unknown as IndexOpening) : null;
}

/** Null for anything but its form. */
export function readIndexTables(text: string, v: IndexOpening['v']): IndexTables | null {
  const value = toObject(parse(text), ['addresses', 'reasons', 'times', ...(v === 2 ? ['values'] : [])]);
  if (value === null) return null;
  const { addresses, reasons, times, values = NONE } = value;
  if (!isTexts(addresses) || new Set(addresses).size !== addresses.length) return null;
  if (!Array.isArray(times) || !times.every(isTimes)) return null;
  if (!Array.isArray(values) || !values.every(isValue)) return null;
  if (new Set(values.map(({ id }) => id)).size !== values.length) return null;
  return Array.isArray(reasons) && reasons.every(isReason) ? { addresses, reasons, times, values } : null;
}

/**
 * One message; null for anything but its form. Written by hand: a library of shapes takes longer for 200,000 lines than
 * everything else together, and one that compiles itself is stopped by the policy of the page.
 */
export function readIndexLine(text: string, tables: IndexTables): IndexLine | null {
  const value = toObject(parse(text), null);
  if (value === null) return null;
  for (const key in value) if (!KEYS.has(key)) return null;
  const { id, object, verdict, date, subject, direction } = value;
  const { from, to, why, cc = NONE, custodians = NONE, attachments = NONE, marks = NONE } = value;
  const { findings = NONE } = value;
  const known = tables.addresses.length;
  const holds =
    isDigest(id) &&
    isDigest(object) &&
    VERDICTS.has(verdict) &&
    DIRECTIONS.has(direction) &&
    typeof subject === 'string' &&
    (date === null || (typeof date === 'string' && DATE.test(date))) &&
    isPlaces(from, known) &&
    isPlaces(to, known) &&
    isPlaces(cc, known) &&
    isPlaces(custodians, known) &&
    Array.isArray(why) &&
    why.every((one) => isWhy(one, tables)) &&
    Array.isArray(attachments) &&
    attachments.every(isAttachment) &&
    Array.isArray(marks) &&
    marks.every((mark) => MARKS.has(mark)) &&
    Array.isArray(findings) &&
    findings.every((one) => isFinding(one, tables));
  // One shape for all, whatever a line leaves out.
  const named = { from, to, cc, custodians };
  const line = { id, object, verdict, direction, date, subject, ...named, why, attachments, marks, findings };
  return holds ? (line as unknown as IndexLine) : null;
}

/** With the texts in their places. */
export function toIndexedMessage(line: IndexLine, { addresses, reasons, times, values }: IndexTables): IndexedMessage {
  const named = (places: readonly number[]) => places.map((place) => addresses[place] ?? '');
  const { findings, ...rest } = line;
  return {
    ...rest,
    from: named(line.from),
    to: named(line.to),
    cc: named(line.cc),
    custodians: named(line.custodians),
    why: line.why.flatMap(([reason, list]) => {
      const shared = reasons[reason];
      return shared === undefined ? [] : [{ ...shared, times: [...(times[list] ?? [])] }];
    }),
    ...(findings.length > 0 ? { findings: findings.flatMap((finding) => toIndexedFinding(finding, values)) } : {}),
  };
}

function toIndexedFinding(
  [place, part, offset, length]: IndexLine['findings'][number],
  values: readonly IndexedValue[],
): readonly IndexedFinding[] {
  const value = values[place];
  if (value === undefined) return [];
  const { id, ...shared } = value;
  return [{ value: id, ...shared, part, offset, length }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toObject(value: unknown, keys: readonly string[] | null): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if (keys !== null && Object.keys(value).sort().join() !== keys.join()) return null;
  return value as Readonly<Record<string, unknown>>;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isTimes(value: unknown): boolean {
  return isTexts(value) && value.every((time) => DATE.test(time));
}

function isPlaces(value: unknown, known: number): boolean {
  if (!Array.isArray(value)) return false;
  for (const place of value) if (!isPlace(place, known)) return false;
  return true;
}

function isPlace(value: unknown, known: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < known;
}

function isWhy(value: unknown, { reasons, times }: IndexTables): boolean {
  return (
    Array.isArray(value) && value.length === 2 && isPlace(value[0], reasons.length) && isPlace(value[1], times.length)
  );
}

function isReason(value: unknown): value is IndexTables['reasons'][number] {
  const reason = toObject(value, ['code', 'sentence']);
  return reason !== null && isTexts([reason['code'], reason['sentence']]);
}

function isAttachment(value: unknown): boolean {
  const attachment = toObject(value, null);
  if (attachment === null) return false;
  for (const key in attachment) if (!ATTACHMENT_KEYS.has(key)) return false;
  const { digest, name, size, type } = attachment;
  return isDigest(digest) && isTexts([name, type]) && Number.isSafeInteger(size) && (size as number) >= 0;
}

function isValue(value: unknown): value is IndexedValue {
  const named = toObject(value, null);
  if (named === null) return false;
  for (const key in named) if (!VALUE_KEYS.has(key)) return false;
  const { confidence, id, kind, mask } = named;
  return CONFIDENCES.has(confidence) && isMatch(id, VALUE_ID) && isMatch(kind, KIND) && typeof mask === 'string';
}

function isFinding(value: unknown, { values }: IndexTables): boolean {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [place, part, offset, length] = value as readonly unknown[];
  const isCount = (n: unknown) => Number.isSafeInteger(n) && (n as number) >= 0;
  return isPlace(place, values.length) && isMatch(part, PART) && isCount(offset) && isCount(length);
}

function isMatch(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}

/**
 * What a reviewer sees of a message before it is opened (docs/formats/release.md, Index). Every text is some sender's.
 */
export interface IndexedMessage {
  /** SHA-256 of the projected message. */
  readonly id: string;
  /** SHA-256 of the sealed object that holds it. */
  readonly object: string;
  readonly verdict: 'accessed' | 'partial' | 'possible' | 'presumed' | 'undetermined';
  readonly why: readonly { readonly code: string; readonly sentence: string; readonly times: readonly string[] }[];
  readonly date: string | null;
  readonly subject: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly direction: 'both' | 'copied' | 'received' | 'sent';
  readonly custodians: readonly string[];
  readonly attachments: readonly {
    readonly digest: string;
    readonly name: string;
    readonly size: number;
    readonly type: string;
  }[];
  /**
   * `secret`: it holds passwords or keys; `personal`: personal data; `corrected`: an earlier release gave it with
   * damaged bytes.
   */
  readonly marks: readonly ('bulk' | 'corrected' | 'fraud' | 'personal' | 'secret')[];
  /** What a search found in it, by part and offset; missing where it found nothing. */
  readonly findings?: readonly IndexedFinding[];
}

/** One value at one place of a message. The value itself is only in the message. */
export interface IndexedFinding {
  /** Equal for equal values of this party, and never the same as at another party: 32 hexadecimal digits. */
  readonly value: string;
  /** A kind of docs/formats/findings-jsonl.md; a reader may not know it. */
  readonly kind: string;
  /** `accepted`: a person took a weak one in. */
  readonly confidence: 'accepted' | 'certain' | 'likely';
  readonly mask: string;
  readonly part: string;
  /** Code points of the part's decoded text, line ends LF. */
  readonly offset: number;
  readonly length: number;
}
