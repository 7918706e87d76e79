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
 * a long word is broken at the end of a line, with or without a hyphen. A word is joined only to an issued one.
 */
export function joinBrokenWords(issued: WordText, pasted: WordText): WordText {
  const known = new Set(issued.words.map(({ text }) => text));
  const longest = issued.words.reduce((most, { text }) => Math.max(most, text.length), 0);
  const words: Word[] = [];
  for (const word of pasted.words) {
    const text = word.text.replace(/[ﬀ-ﬄ]/g, (letter) => LIGATURES[letter] ?? letter).replace(/^\f+/, '');
    const last = words.at(-1);
    const isNextLine = last !== undefined && !known.has(last.text) && word.line > last.line;
    const joined = isNextLine && last.text.length <= longest ? joinTo(known, last.text, text) : null;
    if (joined === null || last === undefined) {
      if (text !== '') words.push({ ...word, text });
    } else words[words.length - 1] = { ...last, text: joined };
  }
  return { ...pasted, words };
}

function joinTo(known: ReadonlySet<string>, start: string, rest: string): string | null {
  const candidates = [`${start}${rest}`, start.endsWith('-') ? `${start.slice(0, -1)}${rest}` : ''];
  return candidates.find((word) => known.has(word)) ?? null;
}
