import { readAllWords } from '../html/all-words.ts';
import type { HtmlNode } from '../html/html-node.ts';
import type { OuterMessage, ReceivedMessage } from '../received/received.ts';
import { toShown } from '../received/shown.ts';
import { type Addition, type Change, type HarmlessNote, toChange } from './change.ts';
import { compareHeader } from './compare-header.ts';
import { MIN_SHARED, toAddition } from './compare-words.ts';
import { type ComparedPart, type Findings, findWorst, joinFindings, listParts, toFindings } from './findings.ts';
import { compareHtml, type HtmlTools } from './html-part.ts';
import type { IssuedHeader } from './issued-header.ts';
import { compareOutlook } from './outlook-part.ts';
import { type ComparedWords, compareText, withoutMarkers } from './text-part.ts';
import { toWordText } from './words.ts';

/** Everything issued. `twin`: the HTML; null for records of the first version, which only have its digest. */
export interface IssuedContent {
  readonly header: IssuedHeader;
  readonly text: string;
  readonly twin: string | null;
  /** SHA-256 of the HTML, hex. */
  readonly htmlDigest: string;
  /** For earlier records: their HTML has lists, which draw the marks of their items. */
  readonly hasLists: boolean;
}

/**
 * A received message compared with the issued one, mildest first: every part as issued; the same words, rewritten on
 * the way; with links of a gateway that say nothing; with unknown sender and links; only some of the issued lines;
 * words added around them; a mail that programs take apart in different ways; and what nobody may act on.
 */
export type MessageMatch =
  | 'issued'
  | 'rewritten'
  | 'replaced'
  | 'words-alone'
  | 'partial'
  | 'added'
  | 'ambiguous'
  | 'inside'
  | 'not-the-notice'
  | 'changed';

export interface MessageComparison {
  readonly standing: MessageMatch;
  readonly parts: readonly ComparedPart[];
  readonly changes: readonly Change[];
  readonly additions: readonly Addition[];
  readonly notes: readonly HarmlessNote[];
  /** The surrounding message; only with `inside`. */
  readonly outer: OuterMessage | null;
}

const HOW: Readonly<Record<ReceivedMessage['origin'], Parameters<typeof compareText>[2]>> = {
  received: 'mail',
  outlook: 'kept',
  'saved-as-text': 'kept',
  words: 'pasted',
};

/**
 * Lays each part of what was received against what was issued, separately, since readers may see only one. What is left
 * over are the findings, and the worst part decides.
 */
export function compareMessage(tools: HtmlTools, issued: IssuedContent, received: ReceivedMessage): MessageComparison {
  const { header: ours, hasLists } = issued;
  const emphasis = issued.twin === null ? [] : listEmphasis(tools.parseHtml(issued.twin) ?? []);
  const asText = (words: string) => compareText({ text: issued.text, emphasis, hasLists }, words, HOW[received.origin]);
  const words = toWordText(hasLists ? withoutMarkers(issued.text) : issued.text);
  const twin = { twin: issued.twin, digest: issued.htmlDigest, words, hasLists };
  const asHtml = (written: string) => compareHtml(tools, twin, written);
  const text = received.text === null ? null : asText(received.text);
  const html = received.html === null ? null : asHtml(received.html);
  const basis = { issued: ours, kept: received.header, compareText: asText, compareHtml: asHtml };
  const outlook = received.outlook === null ? null : compareOutlook(basis, received.outlook);
  const header = received.header === null ? null : compareHeader(ours, received.header);
  const found = joinFindings([
    toForm(received),
    ...(header === null ? [] : [header]),
    toWordsPart('text', text, received),
    toFurtherParts(received),
    toWordsPart('html', html, received),
    ...(outlook === null ? [] : [outlook.findings]),
  ]);
  const additions = withoutTwins(found.additions);
  const parts = listParts(found.states).map(({ part, state }) =>
    state === 'issued' && outlook?.open.has(part) === true ? { part, state: 'not-compared' as const } : { part, state },
  );
  const outer = received.outer ?? toOuter(header?.states ?? [], additions, received);
  return {
    standing: toStanding(received, { text, html, parts, outer }),
    parts,
    changes: distinct(found.changes),
    additions,
    notes: distinct(found.notes),
    outer,
  };
}

interface Compared {
  readonly text: ComparedWords | null;
  readonly html: ComparedWords | null;
  readonly parts: readonly ComparedPart[];
  readonly outer: OuterMessage | null;
}

function toStanding(received: ReceivedMessage, { text, html, parts, outer }: Compared): MessageMatch {
  const forms = [text, html].filter((form) => form !== null);
  // Its words may stand where this reader found none.
  if (received.flaw !== null && forms.length === 0) return 'ambiguous';
  // No form of the message has much of the issued text.
  if (forms.every(({ state, shared }) => state === 'changed' && shared < MIN_SHARED)) return 'not-the-notice';
  if (outer !== null) return forms.some(({ state }) => state === 'changed') ? 'changed' : 'inside';
  const worst = findWorst(parts);
  if (worst === 'changed' || worst === 'ambiguous' || worst === 'added' || worst === 'partial') return worst;
  const isText = received.origin === 'words' || received.origin === 'saved-as-text';
  if (received.header === null || (html === null && isText)) return 'words-alone';
  if (worst === 'replaced') return worst;
  return received.origin === 'received' && worst === 'issued' ? 'issued' : 'rewritten';
}

/** How it came, and whether every program takes it apart alike. */
function toForm({ flaw, origin, header }: ReceivedMessage): Findings {
  const notes: HarmlessNote[] = [];
  if (flaw !== null) notes.push({ kind: 'ambiguous', flaw: flaw.kind, detail: flaw.detail });
  if (origin === 'saved-as-text') notes.push({ kind: 'saved-as-text' });
  if (header === null) notes.push({ kind: 'words-alone' });
  const state = flaw !== null ? 'ambiguous' : origin === 'received' ? 'issued' : 'not-compared';
  return toFindings('structure', state, { notes });
}

function toWordsPart(part: 'text' | 'html', found: ComparedWords | null, { origin }: ReceivedMessage): Findings {
  if (found !== null) return toFindings(part, found.state, found);
  if (origin !== 'received') return toFindings(part, 'not-compared');
  return toFindings(part, 'missing', { notes: [{ kind: `${part}-missing` }] });
}

function toFurtherParts({ extraParts, furtherTexts, outer, isSigned, header }: ReceivedMessage): Findings {
  const changes = extraParts.map(({ nature, name }) => toChange('parts', nature, null, name));
  // All of a text part of its own is added.
  const additions = furtherTexts.flatMap(({ where, text }) => {
    const words = toWordText(text);
    return toAddition('text', where, words.words, words) ?? [];
  });
  const isAdded = furtherTexts.length > 0 || outer !== null || isSigned;
  const state = isAdded ? 'added' : header === null ? 'not-compared' : 'issued';
  return toFindings('parts', state, { changes, additions, notes: isSigned ? [{ kind: 'signature' }] : [] });
}

/** The issued words inside another person's text: forwarded manually, with their own words. */
function toOuter(
  states: readonly ComparedPart[],
  additions: readonly Addition[],
  { header }: ReceivedMessage,
): OuterMessage | null {
  const isForeign = states.some(({ part, state }) => part === 'sender' && state === 'changed');
  if (!isForeign || additions.length === 0 || header === null) return null;
  const [sender = { name: '', address: '' }] = header.from;
  return { from: toShown(`${sender.name} <${sender.address}>`.trim()), subject: toShown(header.subject) };
}

const EMPHATIC: ReadonlySet<string> = new Set(['b', 'strong', 'h1', 'h2', 'h3']);

function listEmphasis(nodes: readonly HtmlNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'element') return [];
    return EMPHATIC.has(node.name) ? [readAllWords(node.children)] : listEmphasis(node.children);
  });
}

function distinct<T>(list: readonly T[]): readonly T[] {
  const byText = new Map(list.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()];
}

/** The same footer in plain text and HTML is reported once. */
function withoutTwins(additions: readonly Addition[]): readonly Addition[] {
  const toKey = ({ where, lines }: Addition): string =>
    `${where} ${lines
      .join(' ')
      .replace(/[\s_=*-]+/g, ' ')
      .trim()}`;
  return additions.filter((addition, at) => additions.findIndex((other) => toKey(other) === toKey(addition)) === at);
}
