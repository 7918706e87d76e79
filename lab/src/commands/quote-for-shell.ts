import { escapeInvisible, toVisible } from '@candor/core/base';

/** Characters that every shell takes as they are. */
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

/**
 * Quotes a word for a shell. Characters that a screen would alter become bytes (`$'…'`, as in bash, zsh and
 * POSIX.1-2024), so that copying it preserves the meaning.
 */
export function quoteForShell(word: string): string {
  if (PLAIN_WORD.test(word)) return word;
  if (toVisible(word) !== word) return `$'${toEscapes(word)}'`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function toEscapes(word: string): string {
  const seen = escapeInvisible(word.replaceAll(/[\\']/g, '\\$&'), toBytes);
  return seen.replaceAll('[U+', `${toBytes('[')}U+`);
}

function toBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
