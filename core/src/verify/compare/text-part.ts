import { findPushed } from '../html/allowed-markup.ts';
import { type Addition, type Change, toPlainLine } from './change.ts';
import { findAdditions, listChanges, type TextComparison } from './compare-words.ts';
import { unwrapGatewayLink } from './gateway-links.ts';
import { toWordText, type WordText } from './words.ts';

/**
 * Where a word leads, in angle brackets behind it: so programs write a link that they made when they turn html into
 * text.
 */
const TARGET = /\s{0,2}<(?:https?:\/\/|mailto:)([^\s<>]+)>/gi;

const BEFORE_WORD = /[\s<>()[\]"]/;

/** What the plain text of a received message is. */
export type TextPart =
  | { readonly state: 'issued' }
  /** The issued words; links stand as a gateway wrote them, or marks of quotation before the lines. */
  | { readonly state: 'rewritten'; readonly how: 'gateway-links' | 'quoted' }
  | { readonly state: 'added'; readonly additions: readonly Addition[] }
  | { readonly state: 'changed'; readonly changes: readonly Change[]; readonly shared: number };

/** The words that a plain text may have: those issued, in each form that programs make of the issued HTML. */
export interface IssuedWords {
  readonly text: string;
  /**
   * Words at which bold type or a heading begins and ends in the HTML: Gmail writes `*` there when it makes plain text
   * of it.
   */
  readonly emphasis: readonly string[];
  /** For notices whose HTML has lists: copied text has additional marks before items. */
  readonly hasLists: boolean;
}

/**
 * Compares plain text by its words; only line breaks, encodings and the forms that programs make of the issued HTML are
 * the same.
 */
export function compareText(issued: IssuedWords, received: string, isPasted: boolean): TextPart {
  const bare = withoutOwnTargets(received);
  const forms = listForms(issued, isPasted);
  const words = toWordText(isPasted ? bare.replace(COPIED_BULLET, '- ') : bare);
  // As it is read: an empty line is one behind a mark of quotation too.
  const pushed = findPushed(words.lines.map((line) => line.replace(/(?<![ \t])[ \t]+$/, '')).join('\n'));
  if (pushed === null) {
    for (const ours of forms)
      if (isSame(ours, words)) return words.isQuoted ? { state: 'rewritten', how: 'quoted' } : { state: 'issued' };
    const unwrapped = toWordText(withoutGatewayTargets(received));
    for (const ours of forms) if (isSame(ours, unwrapped)) return { state: 'rewritten', how: 'gateway-links' };
    for (const theirs of [words, unwrapped]) {
      for (const ours of forms) {
        const additions = findAdditions('text', ours, theirs);
        if (additions !== null) return { state: 'added', additions };
      }
    }
  }
  const { changes, shared } = listChanges('text', toWordText(issued.text), words);
  if (pushed === null) return { state: 'changed', changes, shared };
  const hidden: Change = { place: 'text', nature: pushed.nature, issued: null, received: toPlainLine(pushed.detail) };
  return { state: 'changed', changes: [hidden, ...changes], shared };
}

/** Compares only words, of HTML read by allowed markup. */
export function compareWords(place: 'text' | 'html', issued: readonly WordText[], received: string): TextComparison {
  const words = toWordText(received);
  for (const ours of issued) if (isSame(ours, words)) return { is: 'same' };
  for (const ours of issued) {
    const additions = findAdditions(place, ours, words);
    if (additions !== null) return { is: 'added', additions };
  }
  return { is: 'changed', ...listChanges(place, issued[0] ?? toWordText(''), words) };
}

function isSame(ours: WordText, theirs: WordText): boolean {
  return (
    ours.words.length === theirs.words.length && ours.words.every((word, at) => word.text === theirs.words[at]?.text)
  );
}

/** `  1. ` and `  - ` as the plain text has them. */
const ISSUED_MARKER = /^ {1,2}(?:\d{1,2}\.|-) /gm;
/** Marks that programs draw before items when they copy shown HTML. */
const COPIED_BULLET = /^[ \t]*[•·◦▪‣][ \t]+/gm;

function listForms(issued: IssuedWords, isPasted: boolean): readonly WordText[] {
  const forms = [issued.text, withEmphasis(issued)];
  if (issued.hasLists || isPasted) forms.push(issued.text.replace(ISSUED_MARKER, ' '));
  return forms.map(toWordText);
}

/** `*` around each run of bold words, as Gmail writes it. */
function withEmphasis({ text, emphasis }: IssuedWords): string {
  let [written, rest] = ['', text];
  for (const run of emphasis) {
    const words = run.split(/\s+/).filter((word) => word !== '');
    const found = words.length === 0 ? null : findRun(rest, words);
    if (found === null) continue;
    written += `${rest.slice(0, found.start)}*${rest.slice(found.start, found.end)}*`;
    rest = rest.slice(found.end);
  }
  return written + rest;
}

function findRun(text: string, words: readonly string[]): { readonly start: number; readonly end: number } | null {
  const first = words[0] ?? '';
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    let end = start;
    const stands = words.every((word) => {
      const at = end === start ? start : end + (/^\s*/.exec(text.slice(end, end + 80))?.[0].length ?? 0);
      const isThere = text.startsWith(word, at);
      end = at + word.length;
      return isThere;
    });
    if (stands) return { start, end };
  }
  return null;
}

const LINK = /<?https:\/\/[^\s<>]+>?/gi;

/**
 * Each link of a gateway as the address that it keeps, without the scheme that the gateway needed; its target in
 * brackets behind that word goes.
 */
function withoutGatewayTargets(text: string): string {
  const unwrapped = text.replace(LINK, (written) => {
    const link = written.replace(/^<|>$/g, '');
    const kept = unwrapGatewayLink(link);
    if (kept === null) return written;
    return written.startsWith('<') && written.endsWith('>')
      ? `<${kept}>`
      : kept.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  });
  return withoutOwnTargets(unwrapped);
}

/**
 * The text without targets that say nothing but the word before them. Every other one stays, and is words that were
 * added.
 */
export function withoutOwnTargets(text: string): string {
  return text.replace(TARGET, (target: string, leads: string, at: number) => {
    const word = leads.replace(/\/$/, '').toLowerCase();
    const start = at - word.length;
    // The word is searched only at its place: otherwise a single long word would be searched from each character.
    const stands = word !== '' && start >= 0 && text.slice(start, at).toLowerCase() === word && !BEFORE_WORD.test(word);
    return stands && (start === 0 || BEFORE_WORD.test(text.charAt(start - 1))) ? '' : target;
  });
}
