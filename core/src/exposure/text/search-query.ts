import type { SearchableText } from '@candor/core/evidence/message';

type Property = 'subject' | 'body' | 'from' | 'to' | 'cc' | 'participants';

/** One evaluable term of a query: consecutive words in one of the fields. */
export interface SearchTerm {
  /** Null: subject, text, From, To, Cc and attachment names. */
  readonly property: Property | null;
  /** In lower case, at least one. */
  readonly words: readonly string[];
  /** The last word is a prefix. */
  readonly isPrefix: boolean;
}

/**
 * A query as alternatives of terms that must all match. Terms that cannot be evaluated count as hits and are omitted,
 * so an empty alternative matches every message.
 */
export type SearchQuery = readonly (readonly SearchTerm[])[];

/** A word is a run of letters, numbers and `_` (docs/formats/rules.md, Q1). */
const WORDS = /[\p{L}\p{N}_]+/gu;

/** Unquoted text up to white space, with quoted parts whole; an unclosed quote takes the rest. */
const TOKENS = /(?:[^\s"]|"[^"]*"|"[^"]*$)+/g;

const TERM = /^(?:(subject|body|from|to|cc|participants):)?(?:"([^"]*)"|([\p{L}\p{N}_]+)(\*?))$/iu;

/** Longer queries are not typed by people; the rest is not evaluated, which can only widen the hits. */
const QUERY_LENGTH_CHARACTERS = 16_384;

/** Parses a recorded query. Null when it has nothing to search for. */
export function readSearchQuery(query: string): SearchQuery | null {
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
      const term = isNegated ? null : readTerm(token);
      if (term !== null) terms.push(term);
      isNegated = false;
    }
  }
  const stated = alternatives.filter((terms) => terms !== null);
  // Operators without terms are outside the grammar and count as hits.
  return stated.length === 0 ? [[]] : stated;
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
  const [, property, phrase, word, star] = found;
  // A star inside quotes is outside the grammar.
  if (phrase?.includes('*') === true) return null;
  const words = (phrase ?? word ?? '').toLowerCase().match(WORDS);
  if (words === null) return null;
  return { property: (property?.toLowerCase() as Property | undefined) ?? null, words, isPrefix: star === '*' };
}

function fieldsOf(property: Property | null, text: SearchableText): readonly string[] {
  switch (property) {
    case null:
      return [text.subject, text.text, text.from, text.to, text.cc, ...text.attachmentNames];
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

function hits({ words, isPrefix }: SearchTerm, field: string): boolean {
  const lower = field.toLowerCase();
  const [first = ''] = words;
  if (!lower.includes(first)) return false;
  const found = lower.match(WORDS) ?? [];
  const last = words.length - 1;
  for (let at = 0; at + last < found.length; at += 1) {
    const isHit = words.every((word, nth) => {
      const here = found[at + nth] ?? '';
      return isPrefix && nth === last ? here.startsWith(word) : here === word;
    });
    if (isHit) return true;
  }
  return false;
}
