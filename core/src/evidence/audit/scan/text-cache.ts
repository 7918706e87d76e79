import type { Runtime } from '@candor/core/base';
import { toWords, type Words } from './json-bytes.ts';

/** Slots; the values that repeat in a log (mailboxes, applications, addresses, folders, clients) are a few dozen at a time. */
const SLOTS = 512;

/** Longest text that is kept, in bytes. Longer ones are made anew each time. */
const TEXT_LIMIT_BYTES = 1024;

interface Slot {
  readonly words: Words;
  readonly length: number;
  readonly text: string | null;
}

/**
 * Texts by their bytes. Most values of a log repeat from record to record, so comparing bytes with a kept copy saves making the same text,
 * and what is made of it, again. `convert` must depend on the text alone.
 */
export interface TextCache {
  /** What `convert` makes of the ASCII bytes in `[from, to)`. */
  get(words: Words, from: number, to: number): string | null;
}

export function createTextCache(runtime: Runtime, convert: (text: string) => string | null): TextCache {
  const slots: (Slot | undefined)[] = new Array(SLOTS).fill(undefined);

  return {
    get(words, from, to) {
      const length = to - from;
      const { bytes } = words;
      const mix =
        length * 31 + (bytes[to - 1] ?? 0) * 7 + (bytes[to - 2] ?? 0) * 131 + (bytes[from + (length >> 1)] ?? 0) * 17;
      const at = (mix + (bytes[from + 1] ?? 0) * 257) & (SLOTS - 1);
      const slot = slots[at];
      if (slot !== undefined && slot.length === length && isSame(slot.words, words, from, length)) return slot.text;
      const text = convert(runtime.latin1(bytes, from, to));
      if (length <= TEXT_LIMIT_BYTES) slots[at] = { words: toWords(bytes.slice(from, to)), length, text };
      return text;
    },
  };
}

function isSame(kept: Words, words: Words, from: number, length: number): boolean {
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    if (kept.view.getInt32(at, true) !== words.view.getInt32(from + at, true)) return false;
  }
  for (; at < length; at += 1) {
    if (kept.bytes[at] !== words.bytes[from + at]) return false;
  }
  return true;
}
