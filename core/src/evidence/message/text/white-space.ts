import type { Runtime } from '@candor/core/base';

/**
 * White space of docs/formats/rules.md, Message-ID and fingerprint: U+0009–U+000D, U+0020 and U+00A0, and no other
 * Unicode white space.
 */
export function isWhiteSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;
}

const RUNS = /[\t-\r \u00a0]+/g;
const SINGLE = /[\t-\r\u00a0]|[ ]{2}/;

/** Collapses white space and trims the ends. */
export function normaliseWhiteSpace(text: string): string {
  return trimWhiteSpace(SINGLE.test(text) ? text.replace(RUNS, ' ') : text);
}

export function trimWhiteSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** U+00A0 in UTF-8. */
const NO_BREAK_SPACE = new Uint8Array([0xc2, 0xa0]);

/** 0 for the bytes U+0009–U+000D and U+0020, otherwise 1. */
const VISIBLE = new Uint8Array(256);
/** The byte itself; white space as U+0020. */
const WRITTEN = new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  const space = byte !== 0xa0 && isWhiteSpace(byte);
  VISIBLE[byte] = space ? 0 : 1;
  WRITTEN[byte] = space ? 0x20 : byte;
}

/**
 * Copies ASCII bytes (and any others, none of which is white space) to `out` from `at` on with white-space runs as one
 * space; `afterSpace` says that nothing or a space stands before. The result may end in one space, and up to three
 * bytes after it may be written. Gives the end in `out`. The loop has no branch on the content, since words are short
 * and a mispredicted branch costs more than ten stores: every byte is written, and the place moves on unless it and the
 * one before are white space. Four at a time, because this loop is most of the time that a text message takes.
 */
export function compactAscii(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
  afterSpace: boolean,
): number {
  let to = at;
  let before = afterSpace ? 0 : 1;
  let from = start;
  for (const last = end - 3; from < last; from += 4) {
    const byte0 = bytes[from] as number;
    const byte1 = bytes[from + 1] as number;
    const byte2 = bytes[from + 2] as number;
    const byte3 = bytes[from + 3] as number;
    const visible0 = VISIBLE[byte0] as number;
    const visible1 = VISIBLE[byte1] as number;
    const visible2 = VISIBLE[byte2] as number;
    const visible3 = VISIBLE[byte3] as number;
    const to1 = to + (visible0 | before);
    const to2 = to1 + (visible1 | visible0);
    const to3 = to2 + (visible2 | visible1);
    out[to] = WRITTEN[byte0] as number;
    out[to1] = WRITTEN[byte1] as number;
    out[to2] = WRITTEN[byte2] as number;
    out[to3] = WRITTEN[byte3] as number;
    to = to3 + (visible3 | visible2);
    before = visible3;
  }
  for (; from < end; from += 1) {
    const byte = bytes[from] as number;
    const visible = VISIBLE[byte] as number;
    out[to] = WRITTEN[byte] as number;
    to += visible | before;
    before = visible;
  }
  return to;
}

/**
 * The same for valid UTF-8 of complete characters, where U+00A0 is C2 A0: rare enough for a native search, with no
 * other non-ASCII white space between.
 */
export function compactUtf8(
  runtime: Runtime,
  bytes: Uint8Array,
  out: Uint8Array,
  at: number,
  afterSpace: boolean,
): number {
  let to = at;
  let spaced = afterSpace;
  let from = 0;
  for (;;) {
    const found = runtime.indexOf(bytes, NO_BREAK_SPACE, from);
    const end = found === -1 ? bytes.length : found;
    if (end > from) {
      to = compactAscii(bytes, from, end, out, to, spaced);
      if (to > at) spaced = out[to - 1] === 0x20;
    }
    if (found === -1) return to;
    if (!spaced) {
      out[to] = 0x20;
      to += 1;
      spaced = true;
    }
    from = found + NO_BREAK_SPACE.length;
  }
}
