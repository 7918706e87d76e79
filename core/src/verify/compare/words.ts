export interface Word {
  /** As it is compared: with one kind of quotation mark. */
  readonly text: string;
  /** Number of its line, from 0. */
  readonly line: number;
  /** Where it begins and ends in its line. */
  readonly start: number;
  readonly end: number;
}

export interface WordText {
  readonly lines: readonly string[];
  readonly words: readonly Word[];
  /** Marks of quotation were left aside. */
  readonly isQuoted: boolean;
}

/**
 * Blanks are ASCII's and the no-break ones, but between digits these belong to the number. Others draw a sign in some
 * fonts or none at all, so each is part of its word and must be seen.
 */
const WORD = /[^\t\n\r \u00a0\u202f]+(?:(?<=\d)[\u00a0\u202f](?=\d)[^\t\n\r \u00a0\u202f]+)*/g;
/**
 * Programs replace quotation marks, apostrophes and dashes between words when copying; none is part of a figure,
 * address or name.
 */
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201b\u02bc]/g, "'"],
  [/[\u201c-\u201f]/g, '"'],
  [/^[-\u2012-\u2014]$/, '-'],
];
/** Each run of returns is walked once: recheck judges one match, and this is matched at each line. */
const LINE_END = /(?<!\r)\r*\n|\r/;
const QUOTE = /^[ \t]*(?:>[ \t]?)+/;
/** Share of quoted lines from which the marks count as forwarding, not as words. */
const QUOTED_SHARE = 0.5;

/** A word, or a line without its end, with one kind of quotation mark. */
export function toOneQuote(text: string): string {
  return QUOTES.reduce((word, [kinds, one]) => word.replace(kinds, one), text);
}

export function toWordText(text: string): WordText {
  const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text;
  const raw = unmarked.split(LINE_END);
  const filled = raw.filter((line) => line.trim() !== '');
  const isQuoted = filled.length > 0 && filled.filter((line) => QUOTE.test(line)).length > filled.length * QUOTED_SHARE;
  const lines = isQuoted ? raw.map((line) => line.replace(QUOTE, '')) : raw;
  const words = lines.flatMap((content, line) =>
    Array.from(content.matchAll(WORD), (found) => ({
      text: toOneQuote(found[0].replaceAll('\u202f', '\u00a0')),
      line,
      start: found.index,
      end: found.index + found[0].length,
    })),
  );
  return { lines, words, isQuoted };
}

/**
 * Where the words of one text stand one after the other in another, or -1 (Knuth, Morris and Pratt 1977: linear,
 * whatever a stranger repeats).
 */
export function findWords(words: readonly Word[], sought: readonly Word[]): number {
  if (sought.length === 0) return 0;
  const fallback = [0];
  for (let at = 1, length = 0; at < sought.length; at += 1) {
    while (length > 0 && sought[at]?.text !== sought[length]?.text) length = fallback[length - 1] ?? 0;
    if (sought[at]?.text === sought[length]?.text) length += 1;
    fallback.push(length);
  }
  for (let at = 0, length = 0; at < words.length; at += 1) {
    while (length > 0 && words[at]?.text !== sought[length]?.text) length = fallback[length - 1] ?? 0;
    if (words[at]?.text === sought[length]?.text) length += 1;
    if (length === sought.length) return at + 1 - length;
  }
  return -1;
}
