import type { Runtime } from '@candor/core/base';
import { FIELD_BYTES } from '../limits.ts';
import { type FieldName, readFieldName } from './field-name.ts';
import { beginsField } from './field-start.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const DASH = 0x2d;

/** Bytes looked at first; the header of a message is rarely longer. */
const MESSAGE_WINDOW_BYTES = 4096;
/** The same for the header of a part, which has a few fields. */
const PART_WINDOW_BYTES = 512;
/** Bytes of lines of blanks before the header. More of them are no such lines. */
const BLANK_LINES_BYTES = 16 * 1024;
/** Bytes that are looked at in one step while fields come. */
const WINDOW_BYTES = 16 * 1024;

export interface HeaderListener {
  /** A field that matters: its value as it lies, folded, each unit a byte. */
  field(name: FieldName, value: string): void;
  /** Whether this line (without its end) is a boundary of an open multipart: it ends the header block. */
  isBoundary(line: string): boolean;
  /** Called only for a field that matters. */
  fieldTooLong(name: FieldName): void;
}

/**
 * `open`: more bytes are needed from `at` on. `empty-line`: the body begins at `at`. `boundary`: the line at `at` is
 * one.
 */
export interface HeaderProgress {
  readonly state: 'open' | 'empty-line' | 'boundary' | 'over';
  readonly at: number;
}

/**
 * Reads a header block, in as many pieces as it comes in: fields are handed out as soon as they are whole, so that a
 * million of them need no more memory than the longest. A line without a colon is passed over; the block ends at the
 * first empty line, or at a boundary.
 */
export class HeaderBlock {
  readonly #runtime: Runtime;
  readonly #listener: HeaderListener;
  #firstWindow = MESSAGE_WINDOW_BYTES;
  /** In the rest of a field that was too long. */
  #skipping = false;
  /** Before the first line of a message's header that is more than blanks. */
  #leading = true;

  constructor(runtime: Runtime, listener: HeaderListener) {
    this.#runtime = runtime;
    this.#listener = listener;
  }

  reset(of: 'message' | 'part'): void {
    this.#firstWindow = of === 'message' ? MESSAGE_WINDOW_BYTES : PART_WINDOW_BYTES;
    this.#skipping = false;
    this.#leading = of === 'message';
  }

  /** Goes on at `start`, which is a line's start unless a long field is being skipped. */
  read(bytes: Uint8Array, start: number, end: number, last: boolean): HeaderProgress {
    let from = this.#leading ? this.#skipBlankLines(bytes, start, end, last) : start;
    if (this.#leading) return { state: 'open', at: start };
    if (this.#skipping) {
      from = this.#skip(bytes, from, end, last);
      if (this.#skipping) return { state: last ? 'over' : 'open', at: from };
    }
    let window = this.#firstWindow;
    for (;;) {
      const windowEnd = Math.min(end, from + window);
      const text = this.#runtime.latin1(bytes, from, windowEnd);
      const progress = this.#readLines(text, last && windowEnd === end);
      if (progress.state !== 'open') return { state: progress.state, at: from + progress.at };
      from += progress.at;
      if (windowEnd === end) return this.#giveUpLongField(bytes, from, end, last);
      window = progress.at === 0 ? window * 4 : Math.min(window * 4, WINDOW_BYTES);
      if (progress.at === 0 && window > FIELD_BYTES * 4) return this.#giveUpLongField(bytes, from, end, last);
    }
  }

  /**
   * To the first field, where nothing but lines of blanks stands before it, as programs write some. Where something
   * else follows them, the header is empty and all is body: it would be lost as a line without a colon.
   */
  #skipBlankLines(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    const first = findFirstLine(bytes, start, end);
    if (first !== null) {
      const isField = first === start ? true : beginsField(bytes, first, end);
      if (isField === null && !last) return start;
      this.#leading = false;
      return isField === true ? first : start;
    }
    if (last) this.#leading = false;
    return start;
  }

  /** Hands out every whole field of `text`; `at` is where the first field begins that is not known to be whole. */
  #readLines(text: string, last: boolean): HeaderProgress {
    const length = text.length;
    let name: FieldName | null = null;
    let fieldStart = 0;
    let lineStart = 0;
    while (lineStart < length) {
      const first = text.charCodeAt(lineStart);
      const continues = (first === SPACE || first === TAB) && lineStart > fieldStart;
      let lineEnd = text.indexOf('\n', lineStart);
      if (lineEnd === -1) {
        if (!last) break;
        lineEnd = length;
      }
      if (!continues) {
        if (lineStart > fieldStart) this.#handOut(text, name, fieldStart, lineStart);
        fieldStart = lineStart;
        if (first === LINE_FEED) return { state: 'empty-line', at: lineEnd + 1 };
        if (first === RETURN && lineEnd === lineStart + 1 && lineEnd < length)
          return { state: 'empty-line', at: lineEnd + 1 };
        if (first === DASH && this.#listener.isBoundary(text.slice(lineStart, lineEnd))) {
          return { state: 'boundary', at: lineStart };
        }
        name = readFieldName(text, lineStart, lineEnd);
      }
      lineStart = lineEnd + 1;
    }
    if (!last) return { state: 'open', at: fieldStart };
    if (fieldStart < length) this.#handOut(text, name, fieldStart, length);
    return { state: 'over', at: length };
  }

  #handOut(text: string, name: FieldName | null, start: number, end: number): void {
    if (name === null) return;
    let valueEnd = end;
    if (text.charCodeAt(valueEnd - 1) === LINE_FEED) valueEnd -= 1;
    if (text.charCodeAt(valueEnd - 1) === RETURN) valueEnd -= 1;
    if (valueEnd - start > FIELD_BYTES) {
      this.#listener.fieldTooLong(name);
      valueEnd = start + FIELD_BYTES;
    }
    this.#listener.field(name, text.slice(text.indexOf(':', start) + 1, valueEnd));
  }

  /** A field that is not whole and already too long: what there is of it is handed out, the rest is skipped. */
  #giveUpLongField(bytes: Uint8Array, from: number, end: number, last: boolean): HeaderProgress {
    if (end - from <= FIELD_BYTES) return { state: 'open', at: from };
    const text = this.#runtime.latin1(bytes, from, from + FIELD_BYTES);
    const name = readFieldName(text, 0, text.length);
    if (name !== null) {
      this.#listener.fieldTooLong(name);
      this.#listener.field(name, text.slice(text.indexOf(':') + 1));
    }
    this.#skipping = true;
    const at = this.#skip(bytes, from + FIELD_BYTES, end, last);
    return this.#skipping ? { state: last ? 'over' : 'open', at } : this.read(bytes, at, end, last);
  }

  /**
   * To the start of the first line that does not continue the field. Keeps the last line end while what follows it is
   * unknown.
   */
  #skip(bytes: Uint8Array, start: number, end: number, last: boolean): number {
    let from = start;
    for (;;) {
      const lineEnd = this.#runtime.indexOf(bytes, LINE_FEEDS, from);
      if (lineEnd === -1 || lineEnd >= end) return end;
      if (lineEnd + 1 === end && !last) return lineEnd;
      const next = bytes[lineEnd + 1];
      from = lineEnd + 1;
      if (next !== SPACE && next !== TAB) {
        this.#skipping = false;
        return from;
      }
    }
  }
}

const LINE_FEEDS = new Uint8Array([LINE_FEED]);

/**
 * Where the first line begins that holds more than blanks, or the blanks are more than a message has; null where there
 * is none.
 */
function findFirstLine(bytes: Uint8Array, start: number, end: number): number | null {
  let line = start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === LINE_FEED) line = at + 1;
    else if (byte === RETURN && (at + 1 === end || bytes[at + 1] === LINE_FEED)) continue;
    else if ((byte !== SPACE && byte !== TAB) || at - start > BLANK_LINES_BYTES) return line;
  }
  return null;
}

/** Whether the bytes begin with a header; null while more of them must tell. */
export function beginsHeader(bytes: Uint8Array, last: boolean): boolean | null {
  const first = findFirstLine(bytes, 0, bytes.length);
  const begins = first === null ? null : beginsField(bytes, first, bytes.length);
  return begins === null && last ? false : begins;
}

/**
 * Where the header of a whole message begins: behind lines of blanks where a field follows them, else at its first
 * byte.
 */
export function findHeaderStart(bytes: Uint8Array): number {
  const first = findFirstLine(bytes, 0, bytes.length);
  return first !== null && first > 0 && beginsField(bytes, first, bytes.length) === true ? first : 0;
}
