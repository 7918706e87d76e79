import { parseSearch, type SearchTerm } from '../../bridge/query-text.ts';
import { toWordSequence, toWords } from './body-words.ts';

type TextTerm = Extract<SearchTerm, { readonly kind: 'text' }>;

/** What a phrase is looked for in, folded. */
export interface PhraseTexts {
  /** Words of the text, one space apart. */
  readonly sequence: string;
  /** These are the subject, names of attachments and addresses. */
  readonly others: readonly string[];
}

/** Whether the index of words answers the term for a text; for others it only knows that all words are there. */
export function isOneWord({ folded }: TextTerm): boolean {
  const [first, ...more] = toWords(folded);
  return more.length === 0 && first === folded;
}

/** Terms for texts of several words. */
export function listPhrases(text: string): readonly TextTerm[] {
  return parseSearch(text).terms.filter(
    (term): term is TextTerm =>
      term.kind === 'text' && (term.field === 'any' || term.field === 'body') && !isOneWord(term),
  );
}

/** Whether the opened text agrees with the term: it has the phrase, or must not have it and has not. */
export function agrees(term: TextTerm, { sequence, others }: PhraseTexts): boolean {
  const words = toWordSequence(term.folded);
  // A quoted phrase has whole words; other terms may begin and end inside a word.
  const isInText = term.isPhrase ? ` ${sequence} `.includes(` ${words} `) : sequence.includes(words);
  const isFound = isInText || (term.field === 'any' && others.some((other) => other.includes(term.folded)));
  return isFound !== term.isExcluded;
}
