import type { SearchableText } from '@candor/core/evidence/message';
import { foldText } from './fold-text.ts';

type Property = 'subject' | 'body' | 'from' | 'to' | 'cc' | 'participants';

export interface SearchTerm {
  /** Null: subject, text, From, To, Cc, and names and texts of attachments. */
  readonly property: Property | null;
  readonly wanted: /** Words that follow each other, at least one; the last is the beginning of a word. */
    | { readonly are: 'words'; readonly words: readonly string[] }
    /** A script without blanks: its text is looked for anywhere, without white space. */
    | { readonly are: 'text'; readonly text: string };
}

/** Alternatives of terms that must all match; terms that cannot be read count as hits and are left out. */
export type SearchQuery = readonly (readonly SearchTerm[])[];

export interface ReadSearch {
  /** Alternatives with a term that can be read. */
  readonly query: SearchQuery;
  /** No term of some alternative can be read: it may hit every message. */
  readonly isUnread: boolean;
}

/** A word is a run of letters, numbers and `_` (docs/formats/rules.md, Q1). */
const WORDS = /[\p{L}\p{N}_]+/gu;

/** Unquoted text up to white space, with quoted parts whole; an unclosed quote takes the rest. */
const TOKENS = /(?:[^\s"]|"[^"]*"|"[^"]*$)+/g;

/** Thai to Tibetan, Burmese, Khmer, kana, Han: they are written without blanks. */
const UNSPACED =
  '\\u{e00}-\\u{fff}\\u{1000}-\\u{109f}\\u{1780}-\\u{17ff}\\u{3040}-\\u{30ff}\\u{3400}-\\u{9fff}\\u{f900}-\\u{faff}\\u{20000}-\\u{3ffff}';
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const WHITE_SPACE = /\s+/gu;

/** Signs of scripts without blanks are no letters, and stand in their words. */
const TERM = new RegExp(
  `^(?:(subject|body|from|to|cc|participants):)?(?:"([^"]*)"|([\\p{L}\\p{N}_${UNSPACED}]+)\\*?)$`,
  'iu',
);

/** Longer queries are not typed by people; the rest is not evaluated, which can only widen the hits. */
const QUERY_LENGTH_CHARACTERS = 16_384;

/** Reads a recorded query. Null when it has nothing to search for. */
export function readSearchQuery(query: string): ReadSearch | null {
  const tokens = query.slice(0, QUERY_LENGTH_CHARACTERS).match(TOKENS);
  if (tokens === null) return null;
  const alternatives: (SearchTerm[] | null)[] = [null];
  let isNegated = false;
  for (const token of tokens) {
    if (token === 'OR') {
      alternatives.push(null);
      isNegated = false;
    } else if (token === 'NOT' || token === '-') {
      isNegated = true;
      start(alternatives);
    } else if (token !== 'AND') {
      const terms = start(alternatives);
      const term = isNegated ? null : readTerm(foldText(token));
      if (term !== null) terms.push(term);
      isNegated = false;
    }
  }
  const stated = alternatives.filter((terms) => terms !== null);
  const readable = stated.filter((terms) => terms.length > 0);
  // Operators without terms are outside the grammar.
  return { query: readable, isUnread: readable.length < stated.length || stated.length === 0 };
}

/** Whether the replayed query matches the message. */
export function matchesSearch(query: SearchQuery, text: SearchableText): boolean {
  return query.some((terms) => terms.every((term) => fieldsOf(term.property, text).some((field) => hits(term, field))));
}

function start(alternatives: (SearchTerm[] | null)[]): SearchTerm[] {
  const terms = alternatives.at(-1) ?? [];
  alternatives[alternatives.length - 1] = terms;
  return terms;
}

/** Null for a term outside the grammar. */
function readTerm(token: string): SearchTerm | null {
  const found = TERM.exec(token);
  if (found === null) return null;
  const [, named, phrase, word] = found;
  // A star inside quotes is outside the grammar.
  if (phrase?.includes('*') === true) return null;
  const property = (named as Property | undefined) ?? null;
  const written = phrase ?? word ?? '';
  if (HAS_UNSPACED.test(written)) {
    return { property, wanted: { are: 'text', text: written.replace(WHITE_SPACE, '') } };
  }
  const words = written.match(WORDS);
  return words === null ? null : { property, wanted: { are: 'words', words } };
}

function fieldsOf(property: Property | null, text: SearchableText): readonly string[] {
  switch (property) {
    case null:
      return [text.subject, text.text, text.from, text.to, text.cc, ...text.attachmentNames, ...text.attachmentTexts];
    case 'subject':
      return [text.subject];
    case 'body':
      return [text.text];
    case 'from':
      return [text.from];
    case 'to':
    case 'cc':
      return [text.to, text.cc];
    case 'participants':
      return [text.from, text.to, text.cc];
  }
}

function hits({ wanted }: SearchTerm, field: string): boolean {
  const folded = foldText(field);
  if (wanted.are === 'text') return folded.replace(WHITE_SPACE, '').includes(wanted.text);
  const { words } = wanted;
  const [first = ''] = words;
  if (!folded.includes(first)) return false;
  const found = folded.match(WORDS) ?? [];
  const last = words.length - 1;
  for (let at = 0; at + last < found.length; at += 1) {
    const isHit = words.every((word, nth) => {
      const here = found[at + nth] ?? '';
      return nth === last ? here.startsWith(word) : here === word;
    });
    if (isHit) return true;
  }
  return false;
}
