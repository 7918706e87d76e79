import { findPushed } from '../html/allowed-markup.ts';
import { type Addition, type Change, toPlainLine } from './change.ts';
import { findAdditions, listChanges, type TextComparison } from './compare-words.ts';
import { findClosedGateway, isAddressLike, unwrapGatewayLink } from './gateway-links.ts';
import { joinBrokenWords, toGroupedNumbers } from './paste.ts';
import { findWords, toWordText, type Word, type WordText } from './words.ts';

/**
 * Where a word leads, in angle brackets behind it: so programs write a link that they made when they turn html into
 * text.
 */
const TARGET = /[ \t\r\n]{0,2}<(https?:\/\/|mailto:)([^\s<>]+)>/gi;

/** Line ends that stand together in a mail's own text; programs that copy or keep one make more. */
const LINE_ENDS = 4;
const BEFORE_WORD = /[\s<>()[\]"]/;

/** What the plain text of a received message is. */
export type TextPart =
  | { readonly state: 'issued' }
  /** The issued words; links stand as a gateway wrote them, or marks of quotation before the lines. */
  | { readonly state: 'rewritten'; readonly how: 'gateway-links' | 'quoted' }
  /** The issued words; where their links lead, only the gateway can tell. */
  | { readonly state: 'replaced'; readonly gateway: string }
  /** Some of the issued lines, one after the other and unchanged: a selection that was pasted. */
  | { readonly state: 'partial'; readonly lineCount: number }
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
 * the same. `kept`: as a program kept or saved it; `pasted`: perhaps a selection.
 */
export function compareText(issued: IssuedWords, received: string, as: 'mail' | 'kept' | 'pasted'): TextPart {
  const isPasted = as !== 'mail';
  const grouped = as === 'pasted' ? toGroupedNumbers(issued.text, received) : received;
  const bare = withoutOwnTargets(grouped);
  const forms = listForms(issued, isPasted);
  const read = toWordText(isPasted ? bare.replace(COPIED_BULLET, '- ') : bare);
  const words = as === 'pasted' ? joinBrokenWords(forms[0] ?? read, read) : read;
  // As it is read: an empty line is one behind a mark of quotation too.
  const shown = words.lines.map((line) => line.replace(/(?<![ \t])[ \t]+$/, '')).join('\n');
  const pushed = as === 'mail' ? findPushed(shown, LINE_ENDS) : findPushed(shown);
  if (pushed === null) {
    const found = compareForms(forms, words, grouped);
    if (found !== null) return found;
    const lineCount = as === 'pasted' ? countLines(forms, words) : 0;
    if (lineCount > 0) return { state: 'partial', lineCount };
  }
  const { changes, shared } = listChanges('text', toWordText(issued.text), words);
  if (pushed === null) return { state: 'changed', changes, shared };
  const hidden: Change = { place: 'text', nature: pushed.nature, issued: null, received: toPlainLine(pushed.detail) };
  return { state: 'changed', changes: [hidden, ...changes], shared };
}

/** The mildest that is so; null where the issued words do not stand in it. */
function compareForms(forms: readonly WordText[], words: WordText, received: string): TextPart | null {
  if (forms.some((ours) => isSame(ours, words)))
    return words.isQuoted ? { state: 'rewritten', how: 'quoted' } : { state: 'issued' };
  const unwrapped = toWordText(withoutGatewayTargets(received));
  if (forms.some((ours) => isSame(ours, unwrapped))) return { state: 'rewritten', how: 'gateway-links' };
  const { text, gateway } = withoutClosedTargets(received);
  const closed = toWordText(text);
  if (gateway !== null && forms.some((ours) => isSame(ours, closed, isClosedLink)))
    return { state: 'replaced', gateway };
  for (const theirs of [words, unwrapped]) {
    for (const ours of forms) {
      const additions = findAdditions('text', ours, theirs);
      if (additions !== null) return { state: 'added', additions };
    }
  }
  return null;
}

/** Issued lines that a paste has whole, where it has nothing but issued words in their order; 0 elsewhere. */
function countLines(forms: readonly WordText[], pasted: WordText): number {
  for (const { words } of forms) {
    const at = findWords(words, pasted.words);
    if (at === -1) continue;
    const end = at + pasted.words.length;
    const cut = new Set([...words.slice(0, at), ...words.slice(end)].map(({ line }) => line));
    return new Set(words.slice(at, end).flatMap(({ line }) => (cut.has(line) ? [] : [line]))).size;
  }
  return 0;
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

type MayStandFor = (word: Word, ours: Word) => boolean;

function isSame(ours: WordText, theirs: WordText, mayStandFor: MayStandFor = () => false): boolean {
  return (
    ours.words.length === theirs.words.length &&
    ours.words.every((word, at) => {
      const other = theirs.words[at];
      return other !== undefined && (other.text === word.text || mayStandFor(other, word));
    })
  );
}

/** A gateway's link in place of an address of ours. */
function isClosedLink({ text }: Word, { text: ours }: Word): boolean {
  return isAddressLike(ours) && findClosedGateway(text) !== null;
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

/** The text without links of which only a gateway knows where they lead, in brackets behind an address. */
function withoutClosedTargets(text: string): { readonly text: string; readonly gateway: string | null } {
  const gateway = (text.match(LINK) ?? []).map((link) => findClosedGateway(link.replace(/^<|>$/g, ''))).find(Boolean);
  const bare = text.replace(TARGET, (target: string, scheme: string, leads: string) =>
    findClosedGateway(`${scheme}${leads}`) === null ? target : '',
  );
  return { text: withoutOwnTargets(bare), gateway: gateway ?? null };
}

/**
 * The text without targets that say nothing but the word before them. Every other one stays, and is words that were
 * added.
 */
export function withoutOwnTargets(text: string): string {
  return text.replace(TARGET, (target: string, scheme: string, leads: string, at: number) => {
    const word = leads.replace(/\/$/, '').toLowerCase();
    // Only an address is made a link: a word without a dot is none, and user info before a host is a disguise.
    const isAddress =
      scheme.toLowerCase() === 'mailto:' ? word.includes('@') : word.includes('.') && !word.includes('@');
    if (!isAddress) return target;
    const start = at - word.length;
    // The word is searched only at its place: otherwise a single long word would be searched from each character.
    const stands = start >= 0 && text.slice(start, at).toLowerCase() === word && !BEFORE_WORD.test(word);
    return stands && (start === 0 || BEFORE_WORD.test(text.charAt(start - 1))) ? '' : target;
  });
}
