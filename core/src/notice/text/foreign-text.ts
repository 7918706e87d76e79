/**
 * Makes foreign text safe inside ours. Names and domains come from mail: they may contain line endings that would start
 * a header field, direction marks, or invisible characters.
 */

/**
 * Controls, format marks (all bidi marks, joiners, tags), private use, lone surrogates, unassigned, fillers, line
 * separators.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');
/** Two marks on one letter are writing, more are a tower that covers other lines. */
const MARK_TOWER = /(\p{M}{2})\p{M}+/gu;
/** No normalization makes a character longer than 18 (UAX #15); text cut off after cleaning is not examined. */
const LOOKED_AT_FACTOR = 8;

export interface ShownLimits {
  readonly characters: number;
  readonly words: number;
}

/** One line of visible characters, at most so long, with `…` where something was cut off. May be empty. */
export function toShownText(text: string, limits: ShownLimits): string {
  const looked = text.slice(0, limits.characters * LOOKED_AT_FACTOR);
  const clean = looked.normalize('NFC').replace(ALL_HIDDEN, ' ').replace(MARK_TOWER, '$1').replace(/\s+/g, ' ').trim();
  const characters = [...clean];
  const words = clean.split(' ');
  const isWhole =
    looked.length === text.length && characters.length <= limits.characters && words.length <= limits.words;
  if (isWhole) return clean;
  const cut = [...words.slice(0, limits.words).join(' ')].slice(0, limits.characters - 1);
  return `${cut.join('').trimEnd()}…`;
}

/** The first character that cannot be seen, as `U+202E`; null when all can. Line feeds are seen. */
export function findHiddenCharacter(text: string): string | null {
  const found = HIDDEN.exec(text.replaceAll('\n', ' '));
  if (found === null) return null;
  const point = found[0].codePointAt(0) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
