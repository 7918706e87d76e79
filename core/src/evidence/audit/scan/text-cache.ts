import type { Runtime } from '@candor/core/base';
import { toWords, type Words } from './json-bytes.ts';

/**
 * Slots; the values that repeat in a log (mailboxes, applications, addresses, folders, clients) are a few dozen at a
 * time.
 */
const SLOTS = 512;

/** Longest text that is kept, in bytes. Longer ones are made anew each time. */
const TEXT_LIMIT_BYTES = 256;

/**
 * Texts by their bytes. Most values of a log repeat from record to record, so comparing bytes with a kept copy saves
 * making the same text, and what is made of it, again. `convert` must depend on the text alone.
 */
export interface TextCache {
  /** What `convert` makes of the ASCII bytes in `[from, to)`. */
  get(words: Words, from: number, to: number): string | null;
}

export function createTextCache(runtime: Runtime, convert: (text: string) => string | null): TextCache {
  const kept = toWords(new Uint8Array(SLOTS * TEXT_LIMIT_BYTES));
  const lengths = new Int32Array(SLOTS).fill(-1);
  const texts: (string | null)[] = new Array(SLOTS).fill(null);

  return {
    get(words, from, to) {
      const length = to - from;
      const { bytes } = words;
      if (length > TEXT_LIMIT_BYTES) return convert(runtime.latin1(bytes, from, to));
      const ends = (bytes[to - 1] ?? 0) * 7 + (bytes[to - 2] ?? 0) * 131 + (bytes[from + 1] ?? 0) * 257;
      const slot = (length * 31 + ends + (bytes[from + (length >> 1)] ?? 0) * 17) & (SLOTS - 1);
      const base = slot * TEXT_LIMIT_BYTES;
      if (lengths[slot] === length && isSameBytes(kept, base, words, from, length)) return texts[slot] ?? null;
      const text = convert(runtime.latin1(bytes, from, to));
      for (let at = 0; at < length; at += 1) kept.bytes[base + at] = bytes[from + at] ?? 0;
      lengths[slot] = length;
      texts[slot] = text;
      return text;
    },
  };
}

/**
 * Whether `length` bytes at `a` and at `b` are the same. Eight bytes are compared as one double, which is exact here:
 * `one` holds printable text, so never the bytes of a zero, and what looks like NaN only makes a match fail that the
 * plain reader then settles.
 */
export function isSameBytes(one: Words, a: number, other: Words, b: number, length: number): boolean {
  const left = one.view;
  const right = other.view;
  let at = 0;
  for (; at + 16 <= length; at += 16) {
    if (left.getFloat64(a + at) !== right.getFloat64(b + at)) return false;
    if (left.getFloat64(a + at + 8) !== right.getFloat64(b + at + 8)) return false;
  }
  for (; at + 4 <= length; at += 4) {
    if (left.getInt32(a + at) !== right.getInt32(b + at)) return false;
  }
  for (; at < length; at += 1) {
    if (one.bytes[a + at] !== other.bytes[b + at]) return false;
  }
  return true;
}
