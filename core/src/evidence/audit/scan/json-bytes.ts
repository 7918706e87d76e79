// Strict JSON on bytes. Every function takes a position and gives the one after what it read, or -1 where JSON.parse
// would refuse the text or where only JSON.parse should decide. Words of four bytes are tested at once: strings are
// most of an audit record.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const HIGH_BITS = 0x80808080 | 0;
const ONES = 0x01010101;

/** Maximum depth skipped here; deeper values are left to JSON.parse. */
const NESTING_LEVELS = 32;

/** The bytes and a 32-bit view of the same memory. */
export interface Words {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function toWords(bytes: Uint8Array): Words {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** First position from `at` with a quote, backslash or control character; `end` without any. */
function endOfPlain({ bytes, view }: Words, from: number, end: number): number {
  let at = from;
  const lastWord = end - 4;
  while (at <= lastWord) {
    const word = view.getInt32(at, true);
    const quotes = word ^ 0x22222222;
    const backslashes = word ^ 0x5c5c5c5c;
    const hit = ((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes) | ((word - 0x20202020) & ~word);
    if ((hit & HIGH_BITS) !== 0) break;
    at += 4;
  }
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE || byte === BACKSLASH || byte < 0x20) return at;
    at += 1;
  }
  return end;
}

/** Position of the quote that ends a plain ASCII string starting at `from`; -1 for any other string. */
export function endOfAscii({ bytes, view }: Words, from: number, end: number): number {
  let at = from;
  const lastWord = end - 4;
  while (at <= lastWord) {
    const word = view.getInt32(at, true);
    const quotes = word ^ 0x22222222;
    const backslashes = word ^ 0x5c5c5c5c;
    const hit = (quotes - ONES) | (backslashes - ONES) | (word - 0x20202020) | word;
    if ((hit & HIGH_BITS) !== 0) break;
    at += 4;
  }
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH || byte < 0x20 || byte >= 0x80) return -1;
    at += 1;
  }
  return -1;
}

export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at += 1;
  }
}

/** Returns the position after the string whose first byte is at `from`; -1 for one that JSON.parse decides. */
export function skipString(words: Words, from: number, end: number): number {
  let at = from;
  for (;;) {
    at = endOfPlain(words, at, end);
    if (at >= end) return -1;
    const byte = words.bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte !== BACKSLASH) return -1;
    const escaped = words.bytes[at + 1];
    // `"` `\` `/` `b` `f` `n` `r` `t`; the four digits of `u` are left to JSON.parse.
    if (
      escaped !== 0x22 &&
      escaped !== 0x5c &&
      escaped !== 0x2f &&
      escaped !== 0x62 &&
      escaped !== 0x66 &&
      escaped !== 0x6e &&
      escaped !== 0x72 &&
      escaped !== 0x74
    ) {
      return -1;
    }
    at += 2;
  }
}

/** After a whole number without sign, fraction, exponent or leading zeros, of at most 15 digits. */
export function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  const length = at - from;
  // A fraction or exponent stops the caller: neither may follow a value.
  return length === 0 || length > 15 || (length > 1 && bytes[from] === 0x30) ? -1 : at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Returns the position after the value that begins at `from`, whatever it is. */
export function skipValue(words: Words, from: number, end: number, level = 0): number {
  const byte = words.bytes[from];
  if (byte === QUOTE) return skipString(words, from + 1, end);
  if (byte === 0x7b || byte === 0x5b) return level >= NESTING_LEVELS ? -1 : skipNested(words, from, end, level + 1);
  if (byte === 0x74) return skipWord(words.bytes, from, 'true');
  if (byte === 0x66) return skipWord(words.bytes, from, 'false');
  if (byte === 0x6e) return skipWord(words.bytes, from, 'null');
  return skipDigits(words.bytes, from);
}

function skipWord(bytes: Uint8Array, from: number, word: string): number {
  for (let at = 0; at < word.length; at += 1) {
    if (bytes[from + at] !== word.charCodeAt(at)) return -1;
  }
  return from + word.length;
}

function skipNested(words: Words, from: number, end: number, level: number): number {
  const { bytes } = words;
  const isMap = bytes[from] === 0x7b;
  const closer = isMap ? 0x7d : 0x5d;
  let at = skipSpace(bytes, from + 1);
  if (bytes[at] === closer) return at + 1;
  for (;;) {
    if (isMap) {
      if (bytes[at] !== QUOTE) return -1;
      at = skipString(words, at + 1, end);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
      if (bytes[at] !== 0x3a) return -1;
      at = skipSpace(bytes, at + 1);
    }
    at = skipValue(words, at, end, level);
    if (at < 0 || at > end) return -1;
    at = skipSpace(bytes, at);
    if (bytes[at] === closer) return at + 1;
    if (bytes[at] !== 0x2c) return -1;
    at = skipSpace(bytes, at + 1);
  }
}
