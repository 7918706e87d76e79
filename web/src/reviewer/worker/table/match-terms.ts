import type { SearchTerm } from '../../bridge/query-text.ts';
import { NO_DATE, VERDICTS } from '../../bridge/released-message.ts';
import { toWords } from './body-words.ts';
import { FEATURE_TESTS } from './held.ts';
import type { MessageTable } from './message-table.ts';
import { isOneWord } from './phrases.ts';
import type { WordIndex } from './word-index.ts';

export interface SearchedTables {
  readonly table: MessageTable;
  readonly words: WordIndex;
  /** Bits of `ROW_STATES`. */
  readonly states: Uint8Array;
}

export interface TermMatches {
  /** 1 for each row in which all terms match. */
  readonly rows: Uint8Array;
  /** Rows that match only if the words of a phrase are adjacent, which was not checked. */
  readonly unsure: Uint8Array | null;
}

type TextTerm = Extract<SearchTerm, { readonly kind: 'text' }>;

/** Rows that a search finds. */
export function matchTerms(tables: SearchedTables, terms: readonly SearchTerm[]): TermMatches {
  const { count } = tables.table;
  const rows = new Uint8Array(count).fill(1);
  let unsure: Uint8Array | null = null;
  for (const term of terms) {
    const found = new Uint8Array(count);
    const maybe = markTerm(tables, term, found);
    if (maybe !== null) unsure ??= new Uint8Array(count);
    for (let row = 0; row < count; row += 1) {
      if (rows[row] === 0) continue;
      const isFound = found[row] === 1;
      const isUnsure = maybe !== null && !isFound && maybe[row] === 1;
      if (isUnsure && unsure !== null) unsure[row] = 1;
      // Unsure rows are shown, in a search for the phrase and in one without it.
      if (isFound === term.isExcluded && !isUnsure) rows[row] = 0;
    }
  }
  return { rows, unsure };
}

function markTerm(tables: SearchedTables, term: SearchTerm, found: Uint8Array): Uint8Array | null {
  const { table, states } = tables;
  const markWhere = (holds: (row: number) => boolean): null => {
    for (let row = 0; row < found.length; row += 1) if (holds(row)) found[row] = 1;
    return null;
  };
  switch (term.kind) {
    case 'text':
      return markText(tables, term, found);
    case 'verdict': {
      const wanted = VERDICTS.indexOf(term.verdict);
      return markWhere((row) => table.verdicts[row] === wanted);
    }
    case 'holds':
      return markWhere(FEATURE_TESTS[term.held](table, states));
    case 'after':
      return markWhere((row) => (table.dates[row] ?? NO_DATE) >= term.instant);
    case 'before':
      return markWhere((row) => (table.dates[row] ?? NO_DATE) <= term.instant && table.dates[row] !== NO_DATE);
  }
}

function markText(tables: SearchedTables, term: TextTerm, found: Uint8Array): Uint8Array | null {
  const { table } = tables;
  const { field, folded } = term;
  const people = {
    from: [table.from],
    to: [table.to],
    cc: [table.cc],
    at: [table.custodians],
    with: [table.from, table.to, table.cc],
    any: [table.from, table.to, table.cc, table.custodians],
    subject: [],
    file: [],
    body: [],
  }[field];
  if (people.length > 0) {
    const wanted = Uint8Array.from(table.foldedAddresses, (address) => (address.includes(folded) ? 1 : 0));
    if (wanted.includes(1))
      for (const list of people)
        for (let row = 0; row < found.length; row += 1) if (list.has(row, wanted)) found[row] = 1;
  }
  if (field === 'subject' || field === 'any') table.subjects.mark(folded, found);
  if (field === 'file' || field === 'any') table.markAttachments(folded, found);
  return field === 'body' || field === 'any' ? markBodies(tables, term, found) : null;
}

/** Marks bodies with the word, or those with all words of a phrase. */
function markBodies({ words }: SearchedTables, term: TextTerm, found: Uint8Array): Uint8Array | null {
  const { folded, isPhrase } = term;
  const pieces = [...toWords(folded)];
  if (words.messages === 0 || pieces.length === 0) return null;
  if (isOneWord(term)) {
    words.mark(folded, isPhrase, found);
    return null;
  }
  const all = new Uint8Array(found.length).fill(1);
  for (const piece of pieces) {
    const having = new Uint8Array(found.length);
    words.mark(piece, isPhrase, having);
    for (let row = 0; row < all.length; row += 1) if (having[row] === 0) all[row] = 0;
  }
  return all;
}
