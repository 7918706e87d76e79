import { type Finding, type FindingKind, SearchedText, type TextLine } from '../detectors/index.ts';
import { isBirthOfMinor, toBirthDay } from './birth-day.ts';
import { findCallingCountry } from './countries.ts';
import {
  findNameHeading,
  type NameHeading,
  type PersonFields,
  readRow,
  toPersonField,
  toWrittenName,
  toWrittenResidence,
} from './name-columns.ts';
import { type Residence, readResidence } from './residence.ts';
import { findNames } from './sentence-names.ts';

/** What one row, entry or sentence says of one person. */
export interface PersonInText {
  /** Empty where no name stands there. */
  readonly name: string;
  /** E-mail addresses, lower case. */
  readonly addresses: readonly string[];
  /** Where this person lives, by a postal address. */
  readonly residence: Residence | null;
  /** Countries by the kind of a number or a telephone, in order. */
  readonly indicated: readonly string[];
  /** Younger than 18 when the message was sent. */
  readonly isMinor: boolean;
  /** `YYYY-MM-DD`, where the date can be read in one way only. */
  readonly birthDay: string | null;
  readonly findings: readonly Finding[];
}

const SECRETS: ReadonlySet<FindingKind> = new Set<FindingKind>(['credential', 'access-code', 'secret-key']);
/** Lines without its cells within a table. */
const OTHER_LINES = 2;
/** Lines of one entry behind its name. */
const ENTRY_LINES = 30;

interface Place {
  readonly line: number;
  readonly finding: Finding;
}

/** Collects what stands together. */
type Taken = (fields: PersonFields, name: string, findings: readonly Finding[]) => void;

/**
 * The persons whose data a text holds: by row of a table with names, by entry with labels, by sentence. Each finding
 * that is no secret belongs to one of them. Pure, never throws, linear in the length of the text.
 * @param sentAt UTC seconds; null where the message has no date.
 */
export function readPersons(
  text: string,
  findings: readonly Finding[],
  sentAt: number | null,
): readonly PersonInText[] {
  const personal = findings.filter(({ kind }) => !SECRETS.has(kind));
  if (personal.length === 0) return [];
  const { lines } = new SearchedText(text);
  const places = placeInLines(lines, personal);
  const persons: PersonInText[] = [];
  const free = new Set(personal);
  const take: Taken = (fields, name, own) => {
    for (const finding of own) free.delete(finding);
    if (own.length > 0) persons.push(toPerson(fields, name, own, sentAt));
  };
  const left = (): readonly Place[] => places.filter(({ finding }) => free.has(finding));
  readTables(
    lines,
    Map.groupBy(left(), ({ line }) => line),
    take,
  );
  readEntries(lines, left(), take);
  for (const [line, own] of Map.groupBy(left(), ({ line: at }) => at)) readLine(lines, line, own, take);
  return persons.sort((a, b) => (a.findings[0]?.start ?? 0) - (b.findings[0]?.start ?? 0));
}

function placeInLines(lines: readonly TextLine[], findings: readonly Finding[]): readonly Place[] {
  let line = 0;
  return findings.map((finding) => {
    while (line + 1 < lines.length && (lines[line + 1]?.start ?? 0) <= finding.start) line += 1;
    return { line, finding };
  });
}

function readTables(lines: readonly TextLine[], byLine: ReadonlyMap<number, readonly Place[]>, take: Taken): void {
  let heading: NameHeading | null = null;
  let others = 0;
  for (const [at, { text }] of lines.entries()) {
    const found = byLine.has(at) ? null : findNameHeading(text);
    if (found !== null) {
      heading = found;
      others = 0;
      continue;
    }
    const row = heading === null ? null : readRow(text, heading);
    if (row === null) {
      others += 1;
      if (others > OTHER_LINES) heading = null;
      continue;
    }
    others = 0;
    take(
      row,
      toWrittenName(row),
      (byLine.get(at) ?? []).map(({ finding }) => finding),
    );
  }
}

const LABELLED =
  /^[\s>*•·-]{0,8}([\p{L}][\p{L}\p{M} ./()&'’*-]{1,38}?)[*_ \t]{0,4}(?:[:=]|\t)[*_ \t]{0,8}(\S.{0,200})$/u;

/** Entries of lines `label: value` without an empty line: each begins with its name, or has one name alone. */
function readEntries(lines: readonly TextLine[], places: readonly Place[], take: Taken): void {
  const done = new Set<number>();
  for (const { line } of places) {
    if (done.has(line)) continue;
    const isBlank = (at: number): boolean => (lines[at]?.text.trim() ?? '') === '';
    let from = line;
    while (from > 0 && line - from < ENTRY_LINES && !isBlank(from - 1)) from -= 1;
    let to = line;
    while (to + 1 < lines.length && to - from < 2 * ENTRY_LINES && !isBlank(to + 1)) to += 1;
    const parts = cutEntry(lines, from, to);
    for (const [at, part] of parts.entries()) {
      // What stands in front of the only name is of its person too.
      const begins = parts.length === 1 ? from : part.from;
      const ends = parts[at + 1]?.from ?? to + 1;
      const own = places.filter((place) => place.line >= begins && place.line < ends && !done.has(place.line));
      take(
        part.fields,
        part.name,
        own.map(({ finding }) => finding),
      );
    }
    for (let at = from; at <= to; at += 1) done.add(at);
  }
}

interface EntryPart {
  readonly from: number;
  readonly name: string;
  readonly fields: PersonFields;
}

function cutEntry(lines: readonly TextLine[], from: number, to: number): readonly EntryPart[] {
  const parts: { from: number; fields: Record<string, string> }[] = [];
  let fields: Record<string, string> = {};
  let before: Record<string, string> = {};
  for (let at = from; at <= to; at += 1) {
    const [, label = '', value = ''] = LABELLED.exec(lines[at]?.text ?? '') ?? [];
    const field = label === '' ? null : toPersonField(label);
    if (field === null) continue;
    const isNaming = field === 'name' || field === 'given' || field === 'family';
    if (isNaming && (parts.length === 0 || field in fields || (field === 'name') !== 'name' in fields)) {
      fields = { ...(parts.length === 0 ? before : {}) };
      before = {};
      parts.push({ from: at, fields });
    }
    (parts.length === 0 ? before : fields)[field] ??= value.trim();
  }
  return parts.flatMap((part) => {
    const name = toWrittenName(part.fields);
    return name === '' ? [] : [{ from: part.from, name, fields: part.fields }];
  });
}

const SENTENCE_END = /[.!?;](?=\s+["“„«(]?\p{Lu})/gu;
/** `Her SSN is …` behind the sentence with the name. */
const OWN_OF = /^\W{0,4}(?:his|her|their|she|he|seine?|ihre?|er|sie|son|sa|il|elle|su)(?!\p{L})/iu;

function readLine(lines: readonly TextLine[], at: number, places: readonly Place[], take: Taken): void {
  const line = lines[at] ?? { text: '', start: 0 };
  const before = lines[at - 1]?.text ?? '';
  // A sentence that a program wrapped: its name may stand in the line before.
  const isWrapped = before.length >= WRAPPED_LENGTH && !/[.!?:;]\s*$/.test(before);
  const text = isWrapped ? `${before} ${line.text}` : line.text;
  const origin = line.start - (text.length - line.text.length);
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1).filter((end) => !isInitial(text, end));
  const starts = [0, ...ends];
  const names = findNames(text);
  for (const [which, start] of starts.entries()) {
    const end = starts[which + 1] ?? text.length;
    const own = places.flatMap(({ finding }) => {
      const place = finding.start - origin;
      return place >= start && place < end ? [finding] : [];
    });
    if (own.length === 0) continue;
    const inside = names.filter((name) => name.start >= start && name.start < end);
    const previous = names.filter((name) => name.start >= (starts[which - 1] ?? 0) && name.start < start);
    const told =
      inside.length === 0 && which > 0 && OWN_OF.test(text.slice(start, end).trimStart()) ? previous : inside;
    readSentence(own, told, origin, take);
  }
}

const WRAPPED_LENGTH = 50;

/** `Ina M. Weber`, `Dr. Ina Weber`. */
function isInitial(text: string, end: number): boolean {
  return /(?:^|\s)(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St)\.$/u.test(text.slice(Math.max(0, end - 6), end));
}

function readSentence(
  findings: readonly Finding[],
  names: readonly { readonly name: string; readonly start: number }[],
  origin: number,
  take: Taken,
): void {
  const distinct = new Set(names.map(({ name }) => name));
  const [only] = distinct;
  if (distinct.size === 1 && only !== undefined && isOnePersons(findings)) {
    take({}, only, findings);
    return;
  }
  const shares = names.map(({ start }, at) =>
    findings.filter((one) => {
      const place = one.start - origin;
      return place > start && place < (names[at + 1]?.start ?? Number.MAX_SAFE_INTEGER);
    }),
  );
  // Each name with its own numbers behind it: `Ina Weber (SSN …), Tom Keller (SSN …)`.
  const isList =
    distinct.size > 1 &&
    shares.every((share) => share.length > 0 && isOnePersons(share)) &&
    shares.flat().length === findings.length;
  if (isList) for (const [at, share] of shares.entries()) take({}, names[at]?.name ?? '', share);
  else if (isOnePersons(findings)) take({}, '', findings);
  else for (const finding of findings) take({}, '', [finding]);
}

/** Two numbers of one kind are of two persons as a rule. */
function isOnePersons(findings: readonly Finding[]): boolean {
  return new Set(findings.map(({ kind }) => kind)).size === findings.length;
}

function toPerson(
  fields: PersonFields,
  name: string,
  findings: readonly Finding[],
  sentAt: number | null,
): PersonInText {
  const found = findings.find(({ kind }) => kind === 'home-address')?.value;
  const address = fields.address ?? found;
  const born = findings.flatMap(({ kind, value }) => (kind === 'birth-date' ? [value] : []));
  const telephones = findings.flatMap(({ kind, value }) => (kind === 'telephone' ? [value] : []));
  const indicated = [
    ...findings.flatMap(({ kind, detector }) => (kind === 'national-id' ? toCountryOf(detector) : [])),
    ...[...telephones, fields.telephone ?? ''].flatMap((number) => findCallingCountry(number) ?? []),
  ];
  return {
    name,
    addresses: /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/.test(fields.mail ?? '')
      ? [(fields.mail ?? '').toLowerCase()]
      : [],
    residence: readResidence({ ...toWrittenResidence(fields), ...(address === undefined ? {} : { address }) }),
    indicated: [...new Set(indicated)].sort(),
    isMinor: sentAt !== null && born.some((value) => isBirthOfMinor(value, sentAt)),
    birthDay: born.length === 1 ? toBirthDay(born[0] ?? '') : null,
    findings,
  };
}

/** `national-id-us-ssn` is a number of the United States. */
function toCountryOf(detector: string): readonly string[] {
  const country = /^national-id-([a-z]{2})-/.exec(detector)?.[1];
  return country === undefined ? [] : [country.toUpperCase()];
}
