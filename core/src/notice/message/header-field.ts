import { toHexEscapes } from './quoted-printable.ts';

/** One header field. The value holds its own folding and never a line end that does not begin a fold. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

const LINE_CHARACTERS = 76;
/** RFC 2047, 2: an encoded word has at most 75 characters. */
const ENCODED_WORD_CHARACTERS = 75;
const WORD_START = '=?UTF-8?Q?';
const WORD_END = '?=';
/** RFC 2047, 5 (3): what may stand unescaped in any place where an encoded word may. */
const SAFE_IN_WORD = /^[A-Za-z0-9!*+/-]$/;
const PRINTABLE = /^[\x20-\x7E]*$/;

/**
 * Free text for a header field, as encoded words unless plain ASCII. Line endings and controls are escaped as well.
 * `used` is the length already used on the first line.
 */
export function toUnstructured(text: string, used: number): string {
  if (PRINTABLE.test(text) && !text.includes('=?') && text.trim() === text && used + text.length <= LINE_CHARACTERS)
    return text;
  return toEncodedWords(text, used);
}

/** A display name: quoted when it is ASCII, else encoded words. */
export function toPhrase(name: string, used: number): string {
  if (PRINTABLE.test(name) && !name.includes('=?') && used + name.length + 2 <= LINE_CHARACTERS)
    return `"${name.replace(/["\\]/g, '\\$&')}"`;
  return toEncodedWords(name, used);
}

/** Characters stay whole: a word that ends inside one cannot be read. */
function toEncodedWords(text: string, used: number): string {
  const words: string[] = [];
  let room = Math.min(ENCODED_WORD_CHARACTERS, LINE_CHARACTERS - used) - WORD_START.length - WORD_END.length;
  let word = '';
  for (const character of text.toWellFormed()) {
    const escaped = character === ' ' ? '_' : SAFE_IN_WORD.test(character) ? character : toHexEscapes(character);
    if (word.length + escaped.length > room) {
      words.push(word);
      word = '';
      room = ENCODED_WORD_CHARACTERS - WORD_START.length - WORD_END.length;
    }
    word += escaped;
  }
  words.push(word);
  return words.map((encoded) => `${WORD_START}${encoded}${WORD_END}`).join('\r\n ');
}
