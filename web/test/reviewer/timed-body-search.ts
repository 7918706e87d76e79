import { WordIndex } from '../../src/reviewer/worker/table/word-index.ts';
import { makeDraw } from './made-mailbox.ts';

/** Different words of one letter. */
const WORDS_EACH = 120;
const VOCABULARY = 300_000;
const BUDGET_BYTES = 512 * 1024 * 1024;
/** A piece of very many words, a whole word, and nothing. */
const PIECES: readonly (readonly [piece: string, isWhole: boolean])[] = [
  ['e', false],
  ['1a', false],
  ['w7', true],
  ['zzz', false],
];

/**
 * The slowest search among the words of so many bodies, in seconds. Few words are in most letters and most in few, as
 * in any language.
 */
export function timeBodySearch(messages: number): number {
  const index = new WordIndex(BUDGET_BYTES);
  const draw = makeDraw(3);
  for (let row = 0; row < messages; row += 1) {
    const words = new Set<string>();
    for (let word = 0; word < WORDS_EACH; word += 1)
      words.add(`w${Math.floor(VOCABULARY * (draw(100_000) / 100_000) ** 3).toString(36)}`);
    if (!index.add(row, words)) throw new Error('the index is full');
  }
  let slowest = 0;
  for (const [piece, isWhole] of PIECES) {
    const begun = performance.now();
    index.mark(piece, isWhole, new Uint8Array(messages));
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return slowest / 1000;
}
