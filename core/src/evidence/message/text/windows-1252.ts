import { isWhiteSpace } from './white-space.ts';

/**
 * windows-1252 of the WHATWG Encoding Standard as our own table, since some versions of Node's TextDecoder return
 * U+0080 for byte 0x80 instead of U+20AC. 0x81, 0x8D, 0x8F, 0x90 and 0x9D are the control characters of the same
 * number.
 */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const CONTROLS = /[\x80-\x9f]/g;

/** The engine gathers all matches of one call: of megabytes of controls they take hundreds. */
const PIECE_UNITS = 64 * 1024;

/** Decodes a text of byte units as windows-1252. */
export function readWindows1252(latin1: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < latin1.length; at += PIECE_UNITS)
    pieces.push(
      latin1.slice(at, at + PIECE_UNITS).replace(CONTROLS, (unit) => UPPER.charAt(unit.charCodeAt(0) - 0x80)),
    );
  return pieces.join('');
}

/**
 * For each byte: its UTF-8 in the three low bytes, first byte lowest, and their number in the high one; white space is
 * a space of length 0.
 */
const WRITTEN = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) WRITTEN[byte] = toWritten(byte);

function toWritten(byte: number): number {
  const unit = byte < 0x80 || byte > 0x9f ? byte : UPPER.charCodeAt(byte - 0x80);
  if (isWhiteSpace(unit)) return 0x20;
  if (unit < 0x80) return unit | (1 << 24);
  if (unit < 0x800) return 0xc0 | (unit >> 6) | ((0x80 | (unit & 0x3f)) << 8) | (2 << 24);
  return 0xe0 | (unit >> 12) | ((0x80 | ((unit >> 6) & 0x3f)) << 8) | ((0x80 | (unit & 0x3f)) << 16) | (3 << 24);
}

/**
 * Writes windows-1252 bytes as UTF-8 to `out` from `at` on, with white-space runs as one space; `afterSpace` says that
 * nothing or a space stands before. `out` must hold three bytes for each and two more. Gives the end in `out`. No
 * branch on the content, as in `compactAscii`.
 */
export function compactWindows1252(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
  afterSpace: boolean,
): number {
  let to = at;
  let before = afterSpace ? 0 : 1;
  for (let from = start; from < end; from += 1) {
    const written = WRITTEN[bytes[from] as number] as number;
    const length = written >>> 24;
    const visible = (length + 3) >> 2;
    out[to] = written;
    out[to + 1] = written >> 8;
    out[to + 2] = written >> 16;
    to += length | (before & ~visible);
    before = visible;
  }
  return to;
}
