import type { Runtime } from '@candor/core/base';
import { toWords, type Words } from './json-bytes.ts';

/** Slots; only a few dozen values repeat at a time (mailboxes, applications, addresses, folders, clients). */
const SLOTS = 512;

/** Maximum cached text in bytes. */
const MAX_TEXT_BYTES = 256;

/**
 * Caches texts by their bytes. Most values of a log repeat, so comparing bytes saves creating and converting the text
 * again. `convert` must depend only on the text.
 */
export interface TextCache {
  /** The result of `convert` for the ASCII bytes in `[from, to)`. */
  get(words: Words, from: number, to: number): string | null;
}

export function createTextCache(runtime: Runtime, convert: (text: string) => string | null): TextCache {
  const kept = toWords(new Uint8Array(SLOTS * MAX_TEXT_BYTES));
  const lengths = new Int32Array(SLOTS).fill(-1);
  const texts: (string | null)[] = new Array(SLOTS).fill(null);

  return {
    get(words, from, to) {
      const length = to - from;
      const { bytes } = words;
      if (length > MAX_TEXT_BYTES) return convert(runtime.latin1(bytes, from, to));
      const ends = (bytes[to - 1] ?? 0) * 7 + (bytes[to - 2] ?? 0) * 131 + (bytes[from + 1] ?? 0) * 257;
      const slot = (length * 31 + ends + (bytes[from + (length >> 1)] ?? 0) * 17) & (SLOTS - 1);
      const base = slot * MAX_TEXT_BYTES;
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
 * Whether `length` bytes at `a` and `b` are equal. Compares eight bytes as a double, which is exact here: `one` is
 * printable text, so never zero, and a NaN only causes a mismatch that the general reader settles.
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
