import { findPushed, type MarkupFinding } from '../html/allowed-markup.ts';
import { type LinkNote, readGatewayLink, readOwnLink } from '../html/gateway-links.ts';
import { type Change, type HarmlessNote, toPlainLine } from './change.ts';
import { findAdditions, listChanges } from './compare-words.ts';
import type { Findings, PartState } from './findings.ts';
import { joinBrokenWords, toGroupedNumbers, withoutPageEdges } from './paste.ts';
import { findWords, toWordText, type Word, type WordText } from './words.ts';

/**
 * Where a word leads, in angle brackets behind it: so programs write a link that they made when they turn html into
 * text.
 */
const TARGET = /[ \t\r\n]{0,2}<(https?:\/\/|mailto:)([^\s<>]+)>/gi;

/** Line ends that stand together in a mail's own text; programs that copy or keep one make more. */
const LINE_ENDS = 4;
const BEFORE_WORD = /[\s<>()[\]"]/;

export interface ComparedWords extends Omit<Findings, 'states'> {
  readonly state: PartState;
  /** The share of the issued words that it has, 0 to 1. */
  readonly shared: number;
}

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
export function compareText(issued: IssuedWords, received: string, as: 'mail' | 'kept' | 'pasted'): ComparedWords {
  const { text: printed, edges } = as === 'pasted' ? withoutPageEdges(received) : { text: received, edges: [] };
  if (edges.length > 0) {
    const found = compareText(issued, printed, as);
    if (found.state !== 'changed' && found.state !== 'partial')
      return { ...found, state: 'added', additions: [...edges, ...found.additions] };
  }
  const isCopied = as !== 'mail';
  const forms = listForms(issued, isCopied);
  const read = (text: string): WordText => {
    const plain = withoutStars(text, issued.emphasis);
    const words = toWordText(isCopied ? plain.replace(COPIED_BULLET, '- ') : plain);
    return as === 'pasted' ? joinBrokenWords(forms[0] ?? words, words) : words;
  };
  const grouped = as === 'pasted' ? toGroupedNumbers(issued.text, received) : received;
  const words = read(withoutOwnTargets(grouped));
  // As it is read: an empty line is one behind a mark of quotation too.
  const shown = words.lines.map((line) => line.replace(/(?<![ \t])[ \t]+$/, '')).join('\n');
  const pushed = as === 'mail' ? findPushed(shown, LINE_ENDS) : findPushed(shown);
  if (pushed === null) {
    const { text, notes } = withoutGateways(grouped, forms[0]?.words ?? []);
    const found = compareForms(forms, words, read(text), notes) ?? (as === 'pasted' ? findPart(forms, words) : null);
    if (found !== null) return found;
  }
  return toChangedWords('text', toWordText(issued.text), words, pushed);
}

/** The mildest that is so; null where the issued words do not stand in it. `unwrapped`: as gateways kept them. */
function compareForms(
  forms: readonly WordText[],
  words: WordText,
  unwrapped: WordText,
  links: readonly LinkNote[],
): ComparedWords | null {
  if (forms.some((ours) => isSame(ours, words)))
    return words.isQuoted ? toCompared('rewritten', [{ kind: 'quoted' }]) : toCompared('issued');
  const closed = links.filter(({ kind }) => kind === 'links-replaced');
  if (forms.some((ours) => isSame(ours, unwrapped, isClosedLink)))
    return closed.length > 0 ? toCompared('replaced', closed) : toCompared('rewritten', links);
  for (const theirs of closed.length > 0 ? [words] : [words, unwrapped]) {
    for (const ours of forms) {
      const additions = findAdditions('text', ours, theirs);
      if (additions !== null) return { ...toCompared('added'), additions };
    }
  }
  return null;
}

export function toCompared(state: PartState, notes: readonly HarmlessNote[] = []): ComparedWords {
  return { state, changes: [], additions: [], notes, shared: 1 };
}

/** Other words, or words that can hide something: `finding` says by what. */
export function toChangedWords(
  place: 'text' | 'html',
  issued: WordText,
  words: WordText,
  finding: MarkupFinding | null,
): ComparedWords {
  // Whole, but not separate from what surrounds them: only what hides something is named.
  const isWhole = finding !== null && findWords(words.words, issued.words) !== -1;
  const { changes, shared } = isWhole ? { changes: [], shared: 1 } : listChanges(place, issued, words);
  if (finding === null) return { ...toCompared('changed'), changes, shared };
  const hidden: Change = { place, nature: finding.nature, issued: null, received: toPlainLine(finding.detail) };
  return { ...toCompared('changed'), changes: [hidden, ...changes], shared };
}

/** Issued lines, one after the other and unchanged: a selection that was pasted; null where one has no whole line. */
function findPart(forms: readonly WordText[], pasted: WordText): ComparedWords | null {
  for (const { words } of forms) {
    const at = findWords(words, pasted.words);
    if (at === -1) continue;
    const end = at + pasted.words.length;
    const cut = new Set([...words.slice(0, at), ...words.slice(end)].map(({ line }) => line));
    const lines = new Set(words.slice(at, end).flatMap(({ line }) => (cut.has(line) ? [] : [line]))).size;
    return lines > 0 ? toCompared('partial', [{ kind: 'partial', lines }]) : null;
  }
  return null;
}

type MayStandFor = (word: Word, ours: Word) => boolean;

export function isSame(ours: WordText, theirs: WordText, mayStandFor: MayStandFor = () => false): boolean {
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
  return readOwnLink(ours, text)?.kind === 'links-replaced';
}

/** `  1. ` and `  - ` as the plain text has them, and as lists of the form before this one draw them by themselves. */
const MARKER = /^ {1,2}(?:\d{1,2}\.|-) /gm;
/** Marks that programs draw before items when they copy shown HTML. */
const COPIED_BULLET = /^[ \t\u00a0]*[•·◦▪‣][ \t\u00a0]+/gm;

function listForms({ text, hasLists }: IssuedWords, isCopied: boolean): readonly WordText[] {
  return (hasLists || isCopied ? [text, withoutMarkers(text)] : [text]).map(toWordText);
}

export function withoutMarkers(text: string): string {
  return text.replace(MARKER, ' ');
}

/** The text without the `*` that Gmail writes around each run of bold words: before its first one, behind its last. */
function withoutStars(text: string, emphasis: readonly string[]): string {
  const runs = emphasis.map((run) => run.trim().split(/\s+/));
  const [starts, ends] = [runs.map(([first = '']) => first), runs.map((run) => run.at(-1) ?? '')];
  return text.replace(STARRED, (written, opens: string, word: string, closes: string) => {
    const isEdge =
      (opens === '' || starts.some((start) => start !== '' && word.startsWith(start))) &&
      (closes === '' || ends.some((end) => end !== '' && word.endsWith(end)));
    return isEdge ? word : written;
  });
}

const STARRED = /(?<![^\s([<"])(\*?)([^\s*]{1,200})(\*?)(?![^\s.,;:!?)\]>"])/gu;

/** Units of an address of ours, with the blanks behind it. */
const MAX_ADDRESS_UNITS = 400;
const LINK = /<?https:\/\/[^\s<>]+>?/gi;

/**
 * Each link of a gateway as the address that it keeps, without the scheme that the gateway needed. One that keeps none
 * goes where it stands in brackets behind an address of ours.
 */
function withoutGateways(
  text: string,
  issued: WordText['words'],
): { readonly text: string; readonly notes: readonly LinkNote[] } {
  const notes: LinkNote[] = [];
  const addresses = issued.flatMap((word) => (/[.@]/.test(word.text) ? [word.text] : []));
  const unwrapped = text.replace(LINK, (written, at: number) => {
    const isBehind = written.startsWith('<') && written.endsWith('>');
    const link = readGatewayLink(written.replace(/^<|>$/g, ''));
    if (link === null) return written;
    if (link.kept === null) {
      notes.push({ kind: 'links-replaced', gateway: link.gateway });
      const before = text.slice(Math.max(0, at - MAX_ADDRESS_UNITS), at).trimEnd();
      const ours = isBehind ? addresses.find((address) => before.endsWith(address)) : undefined;
      return ours !== undefined && readOwnLink(ours, written.slice(1, -1)) !== null ? '' : written;
    }
    notes.push({ kind: 'gateway-links' });
    return isBehind ? `<${link.kept}>` : link.kept.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  });
  return { text: withoutOwnTargets(unwrapped), notes };
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
