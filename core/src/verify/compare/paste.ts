import { toShown } from '../received/shown.ts';
import type { Addition } from './change.ts';
import { isPlainName } from './sender-name.ts';
import type { Word, WordText } from './words.ts';

const GROUPED = /\d{1,3}(?:[\u00a0\u202f]\d{3}){1,5}(?!\d)/g;

/**
 * The text with the no-break spaces that stand in the issued numbers, where a program put one other blank in place of
 * one. A line end or a second blank there makes another number.
 */
export function toGroupedNumbers(issued: string, received: string): string {
  const numbers = [...new Set(issued.match(GROUPED) ?? [])].sort((a, b) => b.length - a.length);
  return numbers.reduce((text, number) => {
    const parts = number.split(/[\u00a0\u202f]/);
    const written = new RegExp(`(?<!\\d ?)${parts.join('[ \\u00a0\\u2009\\u202f]')}(?!\\d)`, 'g');
    return text.replace(written, parts.join('\u00a0'));
  }, received);
}

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' };

/**
 * What printing and reading back does to words of a paste: ligatures stand for letters, a page's end for a line's, and
 * a long word is broken at the end of a line, with or without a hyphen. A page marks such places with soft hyphens. A
 * word is joined only to an issued one.
 */
export function joinBrokenWords(issued: WordText, pasted: WordText): WordText {
  const known = new Set(issued.words.map(({ text }) => text));
  const longest = issued.words.reduce((most, { text }) => Math.max(most, text.length), 0);
  const words: Word[] = [];
  for (const word of pasted.words) {
    const read = word.text.replace(/[ﬀ-ﬄ]/g, (letter) => LIGATURES[letter] ?? letter).replace(/^\f+/, '');
    const plain = read.replace(/\u00ad(?!$)/g, '');
    const text = known.has(plain) && !NO_WORD.test(plain) ? plain : read;
    const last = words.at(-1);
    const isNextLine = last !== undefined && !known.has(last.text) && word.line > last.line;
    const joined = isNextLine && last.text.length <= longest ? joinTo(known, last.text, text) : null;
    if (joined === null || last === undefined) {
      if (text !== '') words.push({ ...word, text });
    } else words[words.length - 1] = { ...last, text: joined };
  }
  return { ...pasted, words };
}

/** Nothing else loses a hyphen: it would be another number, or another address. */
const NO_WORD = /[^\p{L}\p{M}\p{P}]|[@/:]|\.\p{L}/u;

function joinTo(known: ReadonlySet<string>, start: string, rest: string): string | null {
  const whole = `${start}${rest}`;
  if (known.has(whole) && !/^\p{Nd}+\p{P}*$/u.test(whole)) return whole;
  const plain = /[-\u00ad]$/.test(start) ? `${start.slice(0, -1)}${rest}` : '';
  return known.has(plain) && !NO_WORD.test(plain) ? plain : null;
}

/** Lines that a printer puts at an edge of each page: date, title, address, number. */
const EDGE_LINES = 4;
/** A date, a time, an address, or the number of the page. */
const OF_PAGE = /\d{1,2}[:/.]\d{2}|:\/\/|#/;
const WHEN = /\d{1,4}([:/.])\d{1,2}(?:\1\d{1,4})?|#/g;

/**
 * A printed text without what stands at the edge of each page, before and behind a form feed. Of several pages, all
 * have the same lines there but for the number of the page, so that each stands before or behind the whole text too.
 */
export function withoutPageEdges(text: string): { readonly text: string; readonly edges: readonly Addition[] } {
  let pages = text.split('\f').filter((page) => page.trim() !== '');
  if (!text.includes('\f') || pages.length === 0) return { text, edges: [] };
  const edges: Addition[] = [];
  for (const where of ['before', 'after'] as const) {
    const taken: string[] = [];
    let rest = pages;
    while (taken.length < EDGE_LINES) {
      const lines = rest.map((page) => takeLine(page, where));
      const [first = '', ...others] = lines.map(({ line }, at) => toNumbered(line, at + 1, pages.length));
      const isEdge = others.length === 0 ? OF_PAGE.test(first) : others.every((other) => other === first);
      if (first === '' || !isEdge || !isPrinted(first)) break;
      taken.push(lines[0]?.line ?? '');
      rest = lines.map((line) => line.rest);
    }
    if (!taken.some((line) => OF_PAGE.test(toNumbered(line, 1, pages.length)))) continue;
    const shown = where === 'before' ? taken : taken.reverse();
    edges.push({ place: 'text', where, lines: shown.map(toShown), lineCount: taken.length * pages.length });
    pages = rest;
  }
  return { text: pages.join('\n'), edges };
}

/** Beside date and number: the address of what was printed, or a title that names nowhere to write, go or call. */
function isPrinted(line: string): boolean {
  const rest = line.replace(WHEN, '').trim();
  return /^\w+:\/\/\S+$/.test(rest) || isPlainName(rest);
}

/** The first or the last line with words of a page, and the page without it. */
function takeLine(page: string, where: Addition['where']): { readonly line: string; readonly rest: string } {
  const words = page.trim();
  const at = where === 'before' ? words.indexOf('\n') : words.lastIndexOf('\n');
  const [start, end] = at === -1 ? [words, ''] : [words.slice(0, at), words.slice(at)];
  const [line, rest] = where === 'before' || at === -1 ? [start, end] : [end, start];
  return { line: line.replace(/\s+/g, ' ').trim(), rest };
}

function toNumbered(line: string, page: number, pages: number): string {
  if (line === `${page}`) return '#';
  return line.replaceAll(`${page}/${pages}`, '#').replaceAll(`${page} of ${pages}`, '#');
}
