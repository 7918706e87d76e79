/** A stretch of text; a masked one has what is shown in its place. */
export type MaskedPiece =
  | { readonly isMasked: false; readonly text: string }
  | { readonly isMasked: true; readonly text: string; readonly shown: string };

/** Shorter secrets show nothing of themselves. */
const TELLING_UNITS = 10;
const ENDS_SHOWN = 2;
const DOTS = '•'.repeat(8);

/** Splits text at the words that are to be masked. The longest counts where two begin at one place; empty ones mask nothing. */
export function maskText(text: string, masks: readonly string[]): readonly MaskedPiece[] {
  const words = [...new Set(masks)].filter((mask) => mask !== '').sort((a, b) => b.length - a.length);
  const pieces: MaskedPiece[] = [];
  let from = 0;
  for (;;) {
    const next = findFirst(text, words, from);
    if (next === null) break;
    if (next.at > from) pieces.push({ isMasked: false, text: text.slice(from, next.at) });
    pieces.push({ isMasked: true, text: next.word, shown: toMask(next.word) });
    from = next.at + next.word.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ isMasked: false, text: text.slice(from) });
  return pieces;
}

/** The first two and the last two characters of a long secret, so that its owner knows it again. */
export function toMask(secret: string): string {
  const characters = [...secret];
  if (characters.length < TELLING_UNITS) return DOTS;
  return `${characters.slice(0, ENDS_SHOWN).join('')}${DOTS}${characters.slice(-ENDS_SHOWN).join('')}`;
}

function findFirst(
  text: string,
  words: readonly string[],
  from: number,
): { readonly at: number; readonly word: string } | null {
  let found: { readonly at: number; readonly word: string } | null = null;
  for (const word of words) {
    const at = text.indexOf(word, from);
    if (at !== -1 && (found === null || at < found.at)) found = { at, word };
  }
  return found;
}
