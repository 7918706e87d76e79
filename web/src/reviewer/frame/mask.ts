/** A piece of text; a masked one has its replacement and the secret it stands for. */
export type MaskedPiece =
  | { readonly isMasked: false; readonly text: string }
  | { readonly isMasked: true; readonly text: string; readonly shown: string; readonly secret: string };

/** Shorter secrets reveal nothing of themselves. */
const TELLING_UNITS = 10;
const ENDS_SHOWN = 2;
const DOTS = '•'.repeat(8);
/** Minimum length of a word without its trailing punctuation. */
const SHORTEST_UNITS = 4;
/** Trailing punctuation: it may belong to the text or to the secret. */
const MARKS_BEHIND = /(?<![.,;:!?…)\]}>"'”’»])[.,;:!?…)\]}>"'”’»]+$/u;
/** Invisible characters: readers see the same word without them. */
export const INVISIBLE =
  '[\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff]*';
const ALL_INVISIBLE = new RegExp(INVISIBLE.replace(/\*$/, '+'), 'gu');

/** Identity of a secret: the same word is one secret, with or without a full stop. */
export function toSecret(word: string): string {
  const seen = word.replace(ALL_INVISIBLE, '');
  const bare = seen.replace(MARKS_BEHIND, '');
  return bare.length < SHORTEST_UNITS ? seen : bare;
}

export function listSecrets(masks: readonly string[]): readonly string[] {
  return [...new Set(masks.map(toSecret).filter((secret) => secret !== ''))];
}

/** Splits text at the words to mask. The longest match counts at one place; empty words mask nothing. */
export function maskText(text: string, masks: readonly string[]): readonly MaskedPiece[] {
  const pattern = toPattern(masks);
  const pieces: MaskedPiece[] = [];
  let from = 0;
  for (const { 0: word, index } of pattern === null ? [] : text.matchAll(pattern)) {
    if (index > from) pieces.push({ isMasked: false, text: text.slice(from, index) });
    pieces.push({ isMasked: true, text: word, shown: toMask(toSecret(word)), secret: toSecret(word) });
    from = index + word.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ isMasked: false, text: text.slice(from) });
  return pieces;
}

export function toMaskedText(text: string, masks: readonly string[]): string {
  return maskText(text, masks)
    .map((piece) => (piece.isMasked ? piece.shown : piece.text))
    .join('');
}

export function findMasked(texts: Iterable<string>, masks: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  if (masks.length === 0) return found;
  for (const text of texts) for (const piece of maskText(text, masks)) if (piece.isMasked) found.add(piece.secret);
  return found;
}

/** The first two and last two characters of a long secret, so that its owner recognises it. */
export function toMask(secret: string): string {
  const characters = [...secret];
  if (characters.length < TELLING_UNITS) return DOTS;
  return `${characters.slice(0, ENDS_SHOWN).join('')}${DOTS}${characters.slice(-ENDS_SHOWN).join('')}`;
}

const patterns = new WeakMap<readonly string[], RegExp | null>();

function toPattern(masks: readonly string[]): RegExp | null {
  let pattern = patterns.get(masks);
  if (pattern === undefined) {
    pattern = makePattern(masks, { join: INVISIBLE, toUnit: escapeCharacter });
    patterns.set(masks, pattern);
  }
  return pattern;
}

/** The variants of a written secret: what may separate its characters, and how each may look. */
export interface Writing {
  readonly join: string;
  toUnit(character: string): string;
}

/** Finds secrets in any of their variants. Punctuation found after one is masked with it: it may belong to it. */
export function makePattern(masks: readonly string[], { join, toUnit }: Writing): RegExp | null {
  const behind = new Map<string, Set<string>>();
  for (const mask of masks) {
    const secret = toSecret(mask);
    if (secret === '') continue;
    const marks = behind.get(secret) ?? new Set();
    behind.set(secret, marks.add(mask.replace(ALL_INVISIBLE, '').slice(secret.length)));
  }
  const toWritten = (word: string): string => [...word].map(toUnit).join(join);
  const byLength = (a: string, b: string): number => b.length - a.length;
  const written = [...behind.keys()].sort(byLength).map((secret) => {
    const marks = [...(behind.get(secret) ?? [])].filter((mark) => mark !== '').sort(byLength);
    return (
      toWritten(secret) + (marks.length === 0 ? '' : `(?:${marks.map((mark) => join + toWritten(mark)).join('|')})?`)
    );
  });
  return written.length === 0 ? null : new RegExp(written.join('|'), 'gu');
}

export function escapeCharacter(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
