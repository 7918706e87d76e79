import type { ChangedLine } from './change.ts';
import { toMarkedLine } from './compare-words.ts';
import { findHunks } from './word-hunks.ts';
import { toWordText } from './words.ts';

/** The lines of a text as inert text; words that an earlier one did not have at that place are marked as changed. */
export function markNewWords(before: string, now: string): readonly ChangedLine[] {
  const text = toWordText(now);
  const hunks = findHunks(toWordText(before).words, text.words);
  const come = new Set(hunks.flatMap(({ receivedStart, receivedEnd }) => text.words.slice(receivedStart, receivedEnd)));
  return text.lines.map((_, line) => toMarkedLine(text, line, come));
}
