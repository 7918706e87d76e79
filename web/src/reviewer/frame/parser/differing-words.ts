import type { TextBlock } from '../protocol.ts';

const WORD = /[\p{L}\p{N}]{3,}/gu;
/** Words of each form that are compared. */
const COMPARED_WORDS = 20_000;
/** Forms of fewer words are not judged: a greeting is not a second message. */
const LEAST_WORDS = 8;
/**
 * Share of the words of one form that the other may lack. Programs that make one form of the other add and drop a few.
 */
const ALLOWED_SHARE = 0.5;

/**
 * Whether the plain and the formatted form of a message say different things: some programs show the one and some the
 * other. What the plain one quotes line by line is seen to be quoted, and many programs leave it out of the other; a
 * quotation of the formatted one may look like anything.
 */
export function differInWords(plain: readonly TextBlock[], formatted: readonly TextBlock[]): boolean {
  const own = plain.filter(({ depth }) => depth === 0);
  const shown = listWords(formatted);
  return lacks(listWords(own), shown) || lacks(shown, listWords(plain));
}

function listWords(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { lines } of blocks)
    for (const line of lines) {
      // Addresses are written differently in the two forms.
      for (const [word] of line.replace(/https?:\S+|⟨[^⟨⟩]*⟩/g, ' ').matchAll(WORD)) words.add(word.toLowerCase());
      if (words.size > COMPARED_WORDS) return words;
    }
  return words;
}

function lacks(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (words.size < LEAST_WORDS) return false;
  let missing = 0;
  for (const word of words) if (!other.has(word)) missing += 1;
  return missing / words.size > ALLOWED_SHARE;
}
