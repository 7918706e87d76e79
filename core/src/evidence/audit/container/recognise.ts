import type { RowUnit } from '../../record/row-place.ts';
import { type ByteReader, isSpace, type ReaderContext } from './byte-reader.ts';
import { createCsvContainer, readCsvHeader } from './csv-container.ts';
import { findForeignFile } from './foreign-log.ts';
import { createForeignReader } from './foreign-reader.ts';
import { createForeignTable } from './foreign-table.ts';
import { createJsonLines } from './json-lines.ts';
import { createJsonSequence } from './json-sequence.ts';
import { createJsonTables, TABLES_MEMBERS } from './json-tables.ts';
import { PAGE_MEMBERS } from './page-member.ts';

export interface Recognised {
  readonly reader: ByteReader;
  readonly unit: RowUnit;
  /** Start of its bytes. */
  readonly from: number;
}

/**
 * Chooses a reader by the first lines of UTF-8 without byte order mark; null when more are needed, never when
 * `isFinal`.
 */
export function recognise(bytes: Uint8Array, isFinal: boolean, context: ReaderContext): Recognised | null {
  let start = 0;
  while (start < bytes.length && isSpace(bytes[start])) start += 1;
  const first = bytes[start];
  const lineEnd = bytes.indexOf(0x0a, start);
  if (!isFinal && (first === undefined || (lineEnd < 0 && first !== 0x5b))) return null;
  if (first === 0x5b) return { reader: createJsonSequence(context), unit: 'element', from: start };
  if (first === 0x7b) {
    const next = nextLine(bytes, lineEnd);
    if (!isFinal && lineEnd >= 0 && next === null) return null;
    const tables = beginsWithTables(bytes, start);
    if (tables === null && !isFinal) return null;
    if (tables === true) return { reader: createJsonTables(context), unit: 'row', from: start };
    // Only the first line: the rest depends on chunking.
    const firstLine = lineEnd < 0 ? bytes : bytes.subarray(0, lineEnd);
    const isSequence = holdsPage(firstLine, start) || isSpread(bytes, start, lineEnd, next);
    return isSequence
      ? { reader: createJsonSequence(context), unit: 'element', from: start }
      : { reader: createJsonLines(context), unit: 'line', from: 0 };
  }
  return recogniseCsv(bytes, start, isFinal, context);
}

/** Whether the first member of the object at `start` is the list of tables; null when undecided. */
function beginsWithTables(bytes: Uint8Array, start: number): boolean | null {
  let at = start + 1;
  while (isSpace(bytes[at])) at += 1;
  const from = at + 1;
  for (const name of TABLES_MEMBERS) {
    const end = from + name.length;
    if (bytes.length <= end) return null;
    const isNamed = [...name].every((unit, index) => bytes[from + index] === unit.charCodeAt(0));
    if (isNamed && bytes[at] === 0x22 && bytes[end] === 0x22) return true;
  }
  return false;
}

function recogniseCsv(bytes: Uint8Array, start: number, isFinal: boolean, context: ReaderContext): Recognised | null {
  const known = recogniseKnownCsv(bytes, start, isFinal, context);
  if (known !== 'none') return known;
  const foreign = findForeignFile(bytes.subarray(start), context.runtime, context.nameMailbox);
  if (foreign === null) return { reader: createJsonLines(context), unit: 'line', from: 0 };
  const isShown = context.collector.onForeign !== null;
  const reader = isShown ? createForeignTable(context, foreign) : createForeignReader(context, foreign);
  return { reader, unit: 'line', from: 0 };
}

function recogniseKnownCsv(
  bytes: Uint8Array,
  start: number,
  isFinal: boolean,
  context: ReaderContext,
): Recognised | 'none' | null {
  let from = start;
  // Export-Csv writes `#TYPE …` first by default, and a file for spreadsheets may start with `sep=;`.
  while (bytes[from] === 0x23 || saysSeparator(bytes, from)) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0) return isFinal ? 'none' : null;
    from = end + 1;
  }
  const end = bytes.indexOf(0x0a, from);
  if (end < 0 && !isFinal) return null;
  const headerEnd = end < 0 ? bytes.length : end;
  const header = readCsvHeader(context.runtime.utf8(bytes, from, headerEnd));
  if (header === null) return 'none';
  return { reader: createCsvContainer(context, header), unit: 'row', from: Math.min(headerEnd + 1, bytes.length) };
}

function saysSeparator(bytes: Uint8Array, from: number): boolean {
  return /^sep=.\r?\n/i.test(String.fromCharCode(...bytes.subarray(from, from + 7)));
}

/** Start of the next non-blank line, or null when missing. */
function nextLine(bytes: Uint8Array, lineEnd: number): number | null {
  if (lineEnd < 0) return null;
  let at = lineEnd;
  let start = lineEnd + 1;
  while (at < bytes.length && isSpace(bytes[at])) {
    if (bytes[at] === 0x0a) start = at + 1;
    at += 1;
  }
  return at < bytes.length ? start : null;
}

/** Whether an object at `start` spans lines: its first line ends inside it, and the next is no row. */
function isSpread(bytes: Uint8Array, start: number, lineEnd: number, next: number | null): boolean {
  if (lineEnd < 0 || next === null || bytes[next] === 0x7b) return false;
  let end = lineEnd;
  while (end > start && isSpace(bytes[end - 1])) end -= 1;
  const last = bytes[end - 1];
  return last === 0x7b || last === 0x5b || last === 0x2c;
}

/** Whether the object at `start` is an API's answer: it has a member with rows. */
function holdsPage(bytes: Uint8Array, start: number): boolean {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) {
      const from = at + 1;
      at = endOfString(bytes, from);
      if (depth === 1 && isPageMember(bytes, from, at)) return true;
    } else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) {
      depth -= 1;
      if (depth <= 0) return false;
    }
  }
  return false;
}

/** Position of the quote that ends the string starting at `from`, or the end. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}

function isPageMember(bytes: Uint8Array, from: number, end: number): boolean {
  const isNamed = PAGE_MEMBERS.some(
    (name) => name.length === end - from && name.every((byte, index) => bytes[from + index] === byte),
  );
  if (!isNamed) return false;
  let at = end + 1;
  while (isSpace(bytes[at])) at += 1;
  if (bytes[at] !== 0x3a) return false;
  at += 1;
  while (isSpace(bytes[at])) at += 1;
  return bytes[at] === 0x5b;
}
