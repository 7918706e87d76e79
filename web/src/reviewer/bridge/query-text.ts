import type { Instant } from '@candor/core/base';
import { readInstant } from '@candor/core/base';
import { fold } from './fold.ts';
import type { MessageFeature } from './message-query.ts';
import { FOUND_KINDS, type ReleasedVerdict, VERDICTS } from './released-message.ts';

export type SearchedField = 'any' | 'at' | 'body' | 'cc' | 'file' | 'from' | 'subject' | 'to' | 'with';

/** One term that must match, or must not. */
export type SearchTerm = { readonly isExcluded: boolean } & (
  | { readonly kind: 'text'; readonly field: SearchedField; readonly folded: string; readonly isPhrase: boolean }
  | { readonly kind: 'verdict'; readonly verdict: ReleasedVerdict }
  | { readonly kind: 'holds'; readonly held: MessageFeature }
  | { readonly kind: 'after' | 'before'; readonly instant: Instant }
);

/** A part of the text that could not be parsed. Nothing is dropped silently: a search shows its errors. */
export interface SearchError {
  readonly kind:
    | 'date'
    | 'empty'
    | 'field'
    | 'holds'
    | 'operator'
    | 'repeated'
    | 'too-long'
    | 'unclosed'
    | 'verdict'
    | 'wildcard'
    | 'wordless';
  readonly piece: string;
}

export interface ParsedSearch {
  readonly terms: readonly SearchTerm[];
  readonly flaws: readonly SearchError[];
}

/** Longer text was pasted by mistake. */
const LONGEST_SEARCH_CHARS = 2000;
const LISTED_PIECE_CHARS = 40;

const FIELDS: ReadonlyMap<string, SearchedField> = new Map(
  Object.entries({
    from: 'from',
    to: 'to',
    cc: 'cc',
    with: 'with',
    at: 'at',
    custodian: 'at',
    subject: 'subject',
    body: 'body',
    file: 'file',
  } as const),
);
const HELD: ReadonlyMap<string, MessageFeature> = new Map<string, MessageFeature>([
  ...FOUND_KINDS.map((kind) => [kind, kind] as const),
  ...Object.entries({
    attachment: 'attachment',
    attachments: 'attachment',
    file: 'attachment',
    files: 'attachment',
    secret: 'secret',
    secrets: 'secret',
    fraud: 'fraud',
    bulk: 'bulk',
    corrected: 'corrected',
    note: 'note',
    personal: 'personal',
    unopened: 'unopened',
  } as const),
]);
/** The lab's words, not the tables' translated ones: one syntax everywhere. */
const VERDICT_WORDS: ReadonlyMap<string, ReleasedVerdict> = new Map<string, ReleasedVerdict>([
  ...VERDICTS.map((verdict) => [verdict, verdict] as const),
  ['opened', 'accessed'],
  ['copied', 'presumed'],
  ['part', 'partial'],
]);
/** Words of other searches: read as words, they would be looked for in the mail. */
const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'NEAR', '|', '||', '&', '&&']);
/** A message has one of each, so that a second one would find nothing. */
const SINGLE_FIELDS: ReadonlySet<string> = new Set(['from', 'verdict', 'after', 'before']);
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** `-`, a field, then quoted text or text up to the next space. */
const PIECE = /(-?)(?:([\p{L}]+):)?(?:"([^"]*)("?)|(\S*))\s*/uy;
const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Parses a typed search: words, `"phrases"`, `field:value`, each with optional `-`. */
export function parseSearch(text: string): ParsedSearch {
  if (text.length > LONGEST_SEARCH_CHARS) return { terms: [], flaws: [{ kind: 'too-long', piece: '' }] };
  const terms: SearchTerm[] = [];
  const flaws: SearchError[] = [];
  const wanted = new Set<string>();
  const trimmed = text.trim();
  for (let at = 0; at < trimmed.length; ) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(trimmed);
    if (found === null || found[0] === '') break;
    at = PIECE.lastIndex;
    const [piece, minus, field, quoted, closing, plain] = found;
    const say = (kind: SearchError['kind']): void => {
      flaws.push({ kind, piece: piece.trim().slice(0, LISTED_PIECE_CHARS) });
    };
    if (quoted !== undefined && closing === '') say('unclosed');
    const [name, isExcluded] = [field?.toLowerCase() ?? null, minus === '-'];
    const term = toTerm(name, quoted ?? plain ?? '', quoted !== undefined, isExcluded);
    if (typeof term === 'string') say(term);
    else if (!isExcluded && name !== null && SINGLE_FIELDS.has(name) && wanted.has(name)) say('repeated');
    else {
      if (!isExcluded && name !== null) wanted.add(name);
      terms.push(term);
    }
  }
  return { terms, flaws };
}

function toTerm(
  field: string | null,
  value: string,
  isPhrase: boolean,
  isExcluded: boolean,
): SearchTerm | SearchError['kind'] {
  const folded = fold(value).replace(/\s+/g, ' ').trim();
  if (folded === '') return 'empty';
  if (field === null && !isPhrase && OPERATORS.has(value)) return 'operator';
  if (!isPhrase && value.includes('*')) return 'wildcard';
  if ((field === null || field === 'body') && !LETTER_OR_DIGIT.test(folded)) return 'wordless';
  if (field === null) return { kind: 'text', field: 'any', folded, isPhrase, isExcluded };
  switch (field) {
    case 'verdict': {
      const verdict = VERDICT_WORDS.get(folded);
      return verdict === undefined ? 'verdict' : { kind: 'verdict', verdict, isExcluded };
    }
    case 'has': {
      const held = HELD.get(folded);
      return held === undefined ? 'holds' : { kind: 'holds', held, isExcluded };
    }
    case 'after':
    case 'before': {
      const instant = readDay(folded, field === 'before');
      return instant === null ? 'date' : { kind: field, instant, isExcluded };
    }
    default: {
      const searched = FIELDS.get(field);
      return searched === undefined ? 'field' : { kind: 'text', field: searched, folded, isPhrase, isExcluded };
    }
  }
}

/** The first second of a day, month or year; with `isEnd` the last. Bounds are inclusive, as in the filters. */
export function readDay(text: string, isEnd: boolean): Instant | null {
  const [, year = '', month, day] = DAY.exec(text) ?? [];
  if (year === '') return null;
  const first = readInstant(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (first === null || !isEnd) return first;
  if (day !== undefined) return first + 86_399;
  const [nextYear, nextMonth] =
    month === undefined
      ? [Number(year) + 1, 1]
      : month === '12'
        ? [Number(year) + 1, 1]
        : [Number(year), Number(month) + 1];
  const next = readInstant(`${String(nextYear).padStart(4, '0')}-${String(nextMonth).padStart(2, '0')}-01T00:00:00Z`);
  return next === null ? null : next - 1;
}
