import type { Runtime } from '@candor/core/base';
import { beginsField } from '../field/field-start.ts';
import { FIELD_NAME_BYTES, FROM_LINE_BYTES, QUOTE_DEPTH } from '../limits.ts';
import { isStrictFromLine } from './from-line.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const GREATER = 0x3e;

/** `From ` is rarer than line ends in text and in base64, and finds separators and quoted lines in one pass. */
const FROM = new Uint8Array([0x46, 0x72, 0x6f, 0x6d, 0x20]);
const SPACE = new Uint8Array([0x20]);

/** Bytes that are searched before the next look for a space. */
const WINDOW_BYTES = 16 * 1024;

/** Bytes behind the start of a `From ` line in which it is told whether that begins a message. */
export const SEPARATOR_BYTES = FROM_LINE_BYTES + 2 + FIELD_NAME_BYTES + 1;

/**
 * What `From ` at the start of a line is. `emptyLine`: where the empty line before the separator begins; the separator
 * itself where there is none. `text`: a line of a message, or of what lies between. `open`: more bytes must tell which
 * of the two.
 */
export type FromHit =
  | { readonly kind: 'separator'; readonly at: number; readonly emptyLine: number }
  | { readonly kind: 'quoted' | 'text' | 'open'; readonly at: number };

/**
 * Where lines begin and end. `fileStart`: with the first byte begins the file. `lineEnd`: line feed, or the return
 * alone of old Macs, after which a mailbox of another program may begin. `last`: no bytes follow.
 */
export interface MboxLines {
  readonly fileStart: boolean;
  readonly lineEnd: number;
  readonly last: boolean;
}

/**
 * The next line from `from` on that begins with `From `, or with `>` before it (`at` is then its first `>`). A
 * separator is one at the start of the file or after an empty line (LF or CRLF), and a strict one with a header field
 * behind it after any line or a hole: zeros, which a file system leaves where it lost bytes.
 */
export function findFrom(runtime: Runtime, bytes: Uint8Array, from: number, lines: MboxLines): FromHit | null {
  const { fileStart, lineEnd } = lines;
  for (let at = findWord(runtime, bytes, from); at !== -1; at = findWord(runtime, bytes, at + FROM.length)) {
    if (at === 0) {
      if (fileStart) return { kind: 'separator', at, emptyLine: 0 };
      continue;
    }
    const before = bytes[at - 1];
    if (before === lineEnd || before === LINE_FEED) {
      const emptyLine = findEmptyLine(bytes, at - 1, fileStart, before);
      if (emptyLine !== -1) return { kind: 'separator', at, emptyLine };
      return judgeBareLine(runtime, bytes, at, lines);
    } else if (before === 0) {
      return judgeBareLine(runtime, bytes, at, lines);
    } else if (before === GREATER) {
      let start = at - 1;
      while (start > 0 && bytes[start - 1] === GREATER) start -= 1;
      const atLineStart = start === 0 ? fileStart : [lineEnd, LINE_FEED].includes(bytes[start - 1] ?? 0);
      if (atLineStart && at - start <= QUOTE_DEPTH) return { kind: 'quoted', at: start };
    }
  }
  return null;
}

/** Whether the `From ` line at `at` begins a message where no empty line precedes it. */
export function judgeBareLine(runtime: Runtime, bytes: Uint8Array, at: number, { lineEnd, last }: MboxLines): FromHit {
  const undecided = last ? 'text' : 'open';
  const window = bytes.subarray(0, at + FROM_LINE_BYTES + 2);
  const end = findFromLineEnd(runtime, window, at, last, lineEnd);
  if (end === -1) return { kind: window.length < at + FROM_LINE_BYTES + 2 ? undecided : 'text', at };
  if (!isStrictFromLine(runtime.latin1(bytes, at, end))) return { kind: 'text', at };
  const isField = beginsField(bytes, end + 1);
  if (isField === null) return { kind: undecided, at };
  return isField ? { kind: 'separator', at, emptyLine: at } : { kind: 'text', at };
}

/**
 * The next `From ` from `from` on. base64 has an `F` in every line and no space, so where there is no space near, the
 * search goes on at the next one: a search for a byte that does not occur is several times as fast.
 */
function findWord(runtime: Runtime, bytes: Uint8Array, from: number): number {
  const ahead = FROM.length - 1;
  for (let start = from; ; ) {
    const space = runtime.indexOf(bytes, SPACE, start + ahead);
    if (space === -1) return -1;
    start = space - ahead;
    const end = start + WINDOW_BYTES;
    if (end >= bytes.length) return runtime.indexOf(bytes, FROM, start);
    const found = runtime.indexOf(bytes.subarray(0, end), FROM, start);
    if (found !== -1) return found;
    start = end - ahead;
  }
}

/**
 * Where a From line ends that was searched up to `from`; -1 while that is open. One that ends otherwise than those of
 * old Macs begins what another program wrote, and somebody put behind theirs.
 */
export function findFromLineEnd(
  runtime: Runtime,
  bytes: Uint8Array,
  from: number,
  last: boolean,
  lineEnd: number,
): number {
  const found = runtime.indexOf(bytes, Uint8Array.of(lineEnd), from);
  if (lineEnd === LINE_FEED) return found;
  const feed = bytes.subarray(0, found === -1 ? bytes.length : found + 2).indexOf(LINE_FEED, from);
  if (feed !== -1) return feed;
  return found === bytes.length - 1 && !last ? -1 : found;
}

/** Where the empty line begins that ends at `end`; -1 when its line is not empty. */
export function findEmptyLine(bytes: Uint8Array, end: number, fileStart: boolean, lineEnd = LINE_FEED): number {
  if (end === 0) return fileStart ? 0 : -1;
  const before = bytes[end - 1];
  if (before === lineEnd) return end;
  if (before !== RETURN) return -1;
  if (end === 1) return fileStart ? 0 : -1;
  return bytes[end - 2] === LINE_FEED ? end - 1 : -1;
}

/**
 * How far what `bytes` hold is decided: from there on a line (and the empty line before it) may still become a
 * separator or a quoted line, or an empty line may still be the last one.
 */
export function findUndecided(bytes: Uint8Array, fileStart: boolean, lineEnd = LINE_FEED): number {
  const hole = findBegunFrom(bytes);
  if (hole > 0 && bytes[hole - 1] === 0) return hole;
  const feed = bytes.lastIndexOf(LINE_FEED);
  const last = lineEnd === LINE_FEED ? feed : Math.max(feed, bytes.lastIndexOf(lineEnd));
  if (last === -1 && !fileStart) return bytes.length;
  const line = last + 1;
  let at = line;
  if (bytes.length === line + 1 && bytes[line] === RETURN) return line;
  while (at < bytes.length && bytes[at] === GREATER) at += 1;
  if (at - line > QUOTE_DEPTH || bytes.length - at > FROM.length - 1) return bytes.length;
  for (let index = 0; at + index < bytes.length; index += 1) if (bytes[at + index] !== FROM[index]) return bytes.length;
  const emptyLine = last === -1 ? -1 : findEmptyLine(bytes, last, fileStart, bytes[last]);
  return emptyLine === -1 ? line : emptyLine;
}

/** Where `From ` may have begun at the end of the bytes. */
function findBegunFrom(bytes: Uint8Array): number {
  for (let length = Math.min(FROM.length - 1, bytes.length); length > 0; length -= 1) {
    const at = bytes.length - length;
    if (FROM.subarray(0, length).every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return bytes.length;
}

export function isFrom(bytes: Uint8Array, at: number): boolean {
  return FROM.every((byte, index) => bytes[at + index] === byte);
}

/** How many `>` stand at `at` in a row. */
export function countQuotes(bytes: Uint8Array, at: number): number {
  let end = at;
  while (bytes[end] === GREATER) end += 1;
  return end - at;
}

/**
 * The bytes from `start` to `end` without those at `quotes` (the `>` of quoted lines), moved together where they lie.
 * Positions before `end` are taken off `quotes`.
 */
export function unquote(bytes: Uint8Array, start: number, end: number, quotes: number[]): Uint8Array {
  let to = start;
  let from = start;
  let used = 0;
  for (const quote of quotes) {
    if (quote >= end) break;
    used += 1;
    if (to !== from) bytes.copyWithin(to, from, quote);
    to += quote - from;
    from = quote + 1;
  }
  if (used === 0) return bytes.subarray(start, end);
  quotes.splice(0, used);
  bytes.copyWithin(to, from, end);
  return bytes.subarray(start, to + end - from);
}
