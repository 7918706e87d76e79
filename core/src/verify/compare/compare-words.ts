import { toCharacterNumber } from '@candor/core/base';
import { toShown } from '../received/shown.ts';
import type { Addition, Change, ChangedLine, ChangePlace } from './change.ts';
import { classifyChange } from './change-nature.ts';
import { findHunks, type WordHunk } from './word-hunks.ts';
import { findWords, type Word, type WordText } from './words.ts';

/** Lines of an addition that are shown. */
const SHOWN_LINES = 20;

/** The words around the issued ones, where those stand whole and in order; null where they do not. */
export function findAdditions(
  place: 'text' | 'html',
  issued: WordText,
  received: WordText,
): readonly Addition[] | null {
  const at = findWords(received.words, issued.words);
  if (at === -1) return null;
  const before = received.words.slice(0, at);
  const after = received.words.slice(at + issued.words.length);
  const additions = [toAddition(place, 'before', before, received), toAddition(place, 'after', after, received)];
  return additions.filter((addition) => addition !== null);
}

export function toAddition(
  place: 'text' | 'html',
  where: 'before' | 'after',
  words: readonly Word[],
  text: WordText,
): Addition | null {
  if (words.length === 0) return null;
  const lines = [...new Set(words.map(({ line }) => line))];
  const [first, last] = [words[0], words.at(-1)];
  const shown = lines.slice(0, SHOWN_LINES).map((line) => {
    const [start, end] = [line === first?.line ? first.start : 0, line === last?.line ? last.end : undefined];
    return toShown((text.lines[line] ?? '').slice(start, end).trim());
  });
  return { place, where, lines: shown, lineCount: lines.length };
}

/** Differences that are listed: a reader who has seen so many needs no further one. */
const LISTED_CHANGES = 200;

/** Texts that share fewer issued words are different texts: a line comparison would only confuse. */
export const MIN_SHARED = 0.3;

/** The first `LISTED_CHANGES` differences between issued and received text. */
export function listChanges(
  place: ChangePlace,
  issued: WordText,
  received: WordText,
): { readonly changes: readonly Change[]; readonly shared: number } {
  const hunks = findHunks(issued.words, received.words);
  const missing = hunks.reduce((sum, hunk) => sum + hunk.issuedEnd - hunk.issuedStart, 0);
  const shared = issued.words.length === 0 ? 0 : 1 - missing / issued.words.length;
  // Another text altogether: the first issued line for all that are gone, and each of its own.
  const first = issued.words.filter(({ line }) => line === issued.words[0]?.line).length;
  const other: readonly WordHunk[] = [
    { issuedStart: 0, issuedEnd: first, receivedStart: 0, receivedEnd: 0 },
    { issuedStart: 0, issuedEnd: 0, receivedStart: 0, receivedEnd: received.words.length },
  ];
  const changes = toChanges(place, issued, received, shared < MIN_SHARED ? other : hunks);
  return { changes: changes.slice(0, LISTED_CHANGES), shared };
}

function toChanges(
  place: ChangePlace,
  issued: WordText,
  received: WordText,
  hunks: readonly WordHunk[],
): readonly Change[] {
  const gone = new Set(hunks.flatMap((hunk) => issued.words.slice(hunk.issuedStart, hunk.issuedEnd)));
  const come = new Set(hunks.flatMap((hunk) => received.words.slice(hunk.receivedStart, hunk.receivedEnd)));
  const listed = new Set<string>();
  return hunks.slice(0, LISTED_CHANGES).flatMap((hunk) => {
    // Once a hunk: one may hold a hundred thousand lines.
    const nature = classifyChange(
      toWords(issued, hunk.issuedStart, hunk.issuedEnd),
      toWords(received, hunk.receivedStart, hunk.receivedEnd),
    );
    const lines = pairLines(hunk, issued, received).slice(0, LISTED_CHANGES);
    return lines.flatMap(([issuedLine, receivedLine]) => {
      const key = `${issuedLine}/${receivedLine}`;
      if (listed.has(key)) return [];
      listed.add(key);
      const isLookAlike = nature === 'look-alike';
      return [
        {
          ...{ place, nature },
          issued: issuedLine === null ? null : toMarkedLine(issued, issuedLine, gone),
          received: receivedLine === null ? null : toMarkedLine(received, receivedLine, come, isLookAlike),
        },
      ];
    });
  });
}

function toWords({ words }: WordText, start: number, end: number): string {
  return words
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * Which lines to show side by side. Added or removed words are shown in their line; whole lines have no counterpart.
 */
function pairLines(
  hunk: WordHunk,
  issued: WordText,
  received: WordText,
): readonly (readonly [number | null, number | null])[] {
  const gone = listLines(issued, hunk.issuedStart, hunk.issuedEnd);
  const come = listLines(received, hunk.receivedStart, hunk.receivedEnd);
  if (gone.length === 0 && !coversLines(received, hunk.receivedStart, hunk.receivedEnd)) {
    gone.push(lineBefore(issued, hunk.issuedStart));
  }
  if (come.length === 0 && !coversLines(issued, hunk.issuedStart, hunk.issuedEnd)) {
    come.push(lineBefore(received, hunk.receivedStart));
  }
  const length = Math.max(gone.length, come.length);
  return Array.from({ length }, (_, at) => [gone[at] ?? null, come[at] ?? null] as const);
}

function listLines(text: WordText, start: number, end: number): number[] {
  return [...new Set(text.words.slice(start, end).map(({ line }) => line))];
}

function coversLines(text: WordText, start: number, end: number): boolean {
  return text.words[start - 1]?.line !== text.words[start]?.line && text.words[end]?.line !== text.words[end - 1]?.line;
}

function lineBefore(text: WordText, word: number): number {
  return text.words[word - 1]?.line ?? text.words[word]?.line ?? 0;
}

const FOREIGN_LETTER = /[^\u0000-\u024f\p{Cf}]/gu;

/** A line in pieces; neighbours that changed are one piece with the space between them. */
export function toMarkedLine(
  text: WordText,
  line: number,
  changed: ReadonlySet<Word>,
  isLookAlike = false,
): ChangedLine {
  const content = text.lines[line] ?? '';
  const pieces: { text: string; isChanged: boolean }[] = [];
  const add = (from: number, to: number, isChanged: boolean): void => {
    if (to <= from) return;
    const shown = toShown(content.slice(from, to));
    const named = isChanged && isLookAlike ? shown.replace(FOREIGN_LETTER, (at) => at + toCharacterNumber(at)) : shown;
    const last = pieces.at(-1);
    if (last !== undefined && last.isChanged === isChanged) last.text += named;
    else pieces.push({ text: named, isChanged });
  };
  let at = 0;
  let wasChanged = false;
  for (const word of text.words.filter((one) => one.line === line)) {
    const isChanged = changed.has(word);
    add(at, word.start, isChanged && wasChanged);
    add(word.start, word.end, isChanged);
    at = word.end;
    wasChanged = isChanged;
  }
  add(at, content.length, false);
  return { number: line + 1, pieces };
}
