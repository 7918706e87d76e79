/**
 * A stretch of a line: text as it is, or one character that shows nothing or turns the reading direction, by its code.
 */
export type LinePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'odd'; readonly code: string };

/**
 * Characters that nobody sees and that change what is seen: controls, direction marks, and format characters. A tab is
 * white space; the joiners U+200C and U+200D are letters' own in many scripts and in pictures of people; U+00AD is a
 * place to break a word.
 */
const ODD = /(?!\t|\u200c|\u200d|\u00ad)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Splits a line at what must not be hidden. */
export function splitOddCharacters(line: string): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  let from = 0;
  for (const { 0: character, index } of line.matchAll(ODD)) {
    if (index > from) pieces.push({ kind: 'text', text: line.slice(from, index) });
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    pieces.push({ kind: 'odd', code: `U+${code}` });
    from = index + character.length;
  }
  if (from < line.length || pieces.length === 0) pieces.push({ kind: 'text', text: line.slice(from) });
  return pieces;
}
