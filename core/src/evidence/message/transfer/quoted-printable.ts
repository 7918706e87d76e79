import { QUOTED_PRINTABLE_HELD_BYTES } from '../limits.ts';
import type { Scratch } from '../scratch.ts';
import { type ByteSink, NO_BYTES } from './byte-sink.ts';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const EQUALS = 0x3d;

/** Value of a hex digit in either case; 255 for any other byte. */
const DIGIT = new Uint8Array(256).fill(255);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  DIGIT[digit.charCodeAt(0)] = value;
  DIGIT[digit.toUpperCase().charCodeAt(0)] = value;
}

/**
 * quoted-printable as in docs/formats/rules.md: drops spaces and tabs at a line's end, decodes `=` with two digits,
 * joins lines at `=`, and keeps any other `=` (RFC 2045 section 6.7, also as the very last byte).
 */
export class QuotedPrintableDecoder implements ByteSink {
  readonly #sink: ByteSink;
  readonly #scratch: Scratch;
  #held: Uint8Array = NO_BYTES;

  constructor(sink: ByteSink, scratch: Scratch) {
    this.#sink = sink;
    this.#scratch = scratch;
  }

  write(bytes: Uint8Array): void {
    const joined = this.#join(bytes);
    const cut = findDecided(joined);
    const out = this.#scratch.reserve(cut);
    const length = decodeQuotedPrintable(joined, cut, out, false);
    // A copy: `slice` of a Buffer is a view of borrowed bytes.
    this.#held = new Uint8Array(joined.subarray(cut));
    if (length > 0) this.#sink.write(out.subarray(0, length));
  }

  end(bytes: Uint8Array): void {
    const joined = this.#join(bytes);
    const out = this.#scratch.reserve(joined.length);
    this.#sink.end(out.subarray(0, decodeQuotedPrintable(joined, joined.length, out, true)));
  }

  #join(bytes: Uint8Array): Uint8Array {
    if (this.#held.length === 0) return bytes;
    const joined = new Uint8Array(this.#held.length + bytes.length);
    joined.set(this.#held);
    joined.set(bytes, this.#held.length);
    return joined;
  }
}

/** End of the decodable bytes: trailing white space (with `=` or a return) must wait. */
function findDecided(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && isHeld(bytes[at - 1] as number)) at -= 1;
  if (bytes.length - at > QUOTED_PRINTABLE_HELD_BYTES) return bytes.length;
  if (bytes[at - 1] === EQUALS) return at - 1;
  if (at === bytes.length && bytes[at - 2] === EQUALS) return at - 2;
  return at;
}

function isHeld(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === RETURN;
}

/** 1 for bytes that are not simply copied: `=` and possible line ends. */
const SPECIAL = new Uint8Array(256);
for (const byte of [EQUALS, LINE_FEED, RETURN]) SPECIAL[byte] = 1;

/**
 * Decodes bytes before `end` into `out`; `last`: no byte follows, which also ends a line. Returns the length. White
 * space is copied and removed again at a line's end, but not beyond `firm`: coded characters and joined lines stay.
 */
function decodeQuotedPrintable(bytes: Uint8Array, end: number, out: Uint8Array, last: boolean): number {
  let to = 0;
  let firm = 0;
  for (let from = 0; from < end; from += 1) {
    const byte = bytes[from] as number;
    if (SPECIAL[byte] === 1) {
      if (byte === EQUALS) {
        if (from + 2 < end) {
          const first = DIGIT[bytes[from + 1] as number] as number;
          const second = DIGIT[bytes[from + 2] as number] as number;
          if ((first | second) < 16) {
            out[to] = first * 16 + second;
            to += 1;
            firm = to;
            from += 2;
            continue;
          }
        }
        const next = skipSpaces(bytes, from + 1, end);
        const after = skipLineEnd(bytes, next, end);
        if (after !== next) {
          firm = to;
          from = after - 1;
          continue;
        }
      } else if (byte === LINE_FEED || (from + 1 < end && bytes[from + 1] === LINE_FEED)) {
        to = dropSpaces(out, to, firm);
      }
    }
    out[to] = byte;
    to += 1;
  }
  return last ? dropSpaces(out, to, firm) : to;
}

/** The end of `out` without the white space at it, as far back as `firm`. */
function dropSpaces(out: Uint8Array, end: number, firm: number): number {
  let to = end;
  while (to > firm && (out[to - 1] === SPACE || out[to - 1] === TAB)) to -= 1;
  return to;
}

function skipSpaces(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at += 1;
  return at;
}

/** After a line feed, optionally preceded by a return, at `from`; otherwise `from`. */
function skipLineEnd(bytes: Uint8Array, from: number, end: number): number {
  if (from < end && bytes[from] === LINE_FEED) return from + 1;
  if (from + 1 < end && bytes[from] === RETURN && bytes[from + 1] === LINE_FEED) return from + 2;
  return from;
}
