import type { Runtime } from '@candor/core/base';
import { readAllWords } from '../html/all-words.ts';
import type { HtmlNode, ParseHtml } from '../html/html-node.ts';
import type { OuterMessage, ReceivedMessage } from '../received/received.ts';
import { type Addition, type Change, type HarmlessNote, toShown } from './change.ts';
import { toAddition } from './compare-words.ts';
import { listParts, withOutlook } from './compared-part.ts';
import type { IssuedHeader } from './header.ts';
import { compareHeader, type HeaderPart } from './header-part.ts';
import { compareHtml, type HtmlPart } from './html-part.ts';
import { compareOutlook } from './outlook-part.ts';
import type { ComparedPart } from './part-state.ts';
import { compareText, type TextPart } from './text-part.ts';
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

/** A text that shares fewer of the issued words is another letter. */
const LEAST_SHARED = 0.3;

/** Compares each part separately, since readers may see only one. The worst part decides. */
export function compareMessage(
  tools: { readonly parseHtml: ParseHtml; readonly sha256Hex: Runtime['sha256Hex'] },
  issued: IssuedContent,
  received: ReceivedMessage,
): MessageComparison {
  const { hasLists } = issued;
  const header = received.header === null ? null : compareHeader(issued.header, received.header);
  const emphasis = issued.twin === null ? [] : listEmphasis(tools.parseHtml(issued.twin) ?? []);
  const asText = (words: string) => compareText({ text: issued.text, emphasis, hasLists }, words, HOW[received.origin]);
  const twin = { twin: issued.twin, digest: issued.htmlDigest, words: toHtmlWords(issued.text, hasLists), hasLists };
  const asHtml = (written: string) => compareHtml(tools, twin, written);
  const text = received.text === null ? null : asText(received.text);
  const html = received.html === null ? null : asHtml(received.html);
  const basis = { issued: issued.header, kept: received.header, compareText: asText, compareHtml: asHtml };
  const outlook = received.outlook === null ? null : compareOutlook(basis, received.outlook);
  const further = received.furtherTexts.flatMap((part) => toFurther(part.where, part.text));
  const additions = withoutTwins([
    ...listAdditions(text),
    ...further,
    ...listAdditions(html),
    ...(outlook?.additions ?? []),
  ]);
  const changes = distinct([
    ...(header?.changes ?? []),
    ...listChanges(text),
    ...listChanges(html),
    ...(outlook?.changes ?? []),
    ...received.extraParts,
  ]);
  const notes = distinct([...listNotes(header, text, html, received), ...(outlook?.notes ?? [])]);
  const parts = listParts(header, text, html, received);
  return {
    standing: toStanding({ header, text, html, changes, additions, notes, received }),
    parts: outlook === null ? parts : withOutlook(parts, outlook),
    changes,
    additions,
    notes,
    outer: received.outer ?? toOuter(header, additions, received),
  };
}

interface Parts {
  readonly header: HeaderPart | null;
  readonly text: TextPart | null;
  readonly html: HtmlPart | null;
  readonly changes: readonly Change[];
  readonly additions: readonly Addition[];
  readonly notes: readonly HarmlessNote[];
  readonly received: ReceivedMessage;
}

function toStanding(parts: Parts): MessageMatch {
  const { header, text, html, changes, additions, notes, received } = parts;
  // Its words may stand where this reader found none.
  if (received.flaw && text === null && html === null) return 'ambiguous';
  if (isAnotherLetter(parts)) return 'not-the-notice';
  const ofWords = [...listChanges(text), ...listChanges(html)];
  if (received.outer !== null || toOuter(header, additions, received) !== null)
    return ofWords.length > 0 ? 'changed' : 'inside';
  if (changes.length > 0) return 'changed';
  if (received.flaw) return 'ambiguous';
  const isAdded = additions.length > 0 || header?.state === 'added' || received.isSigned === true;
  if (isAdded || notes.some(({ kind }) => ADDED.has(kind))) return 'added';
  if (text?.state === 'partial') return 'partial';
  if (header === null || (html === null && (received.origin === 'words' || received.origin === 'saved-as-text')))
    return 'words-alone';
  if (text?.state === 'replaced' || html?.state === 'replaced') return 'replaced';
  const isAsIssued =
    header.state === 'issued' && received.origin === 'received' && text?.state === 'issued' && html?.state === 'issued';
  return isAsIssued ? 'issued' : 'rewritten';
}

/** Names and tags around issued words, in whatever form of the message. */
const ADDED: ReadonlySet<HarmlessNote['kind']> = new Set(['subject-tag', 'recipient-name']);

/** No form of the message has much of the issued text. */
function isAnotherLetter({ text, html }: Parts): boolean {
  const parts = [text, html].filter((part) => part !== null);
  return parts.every((part) => part.state === 'changed' && part.shared < LEAST_SHARED);
}

/** The issued words inside another person's text: forwarded manually, with their own words. */
function toOuter(
  header: HeaderPart | null,
  additions: readonly Addition[],
  { header: received }: ReceivedMessage,
): OuterMessage | null {
  if (header?.isForeign !== true || additions.length === 0 || received === null) return null;
  const [sender] = received.from;
  return {
    from: toShown(sender === undefined ? '' : `${sender.name} <${sender.address}>`.trim()),
    subject: toShown(received.subject),
  };
}

function listChanges(part: TextPart | HtmlPart | null): readonly Change[] {
  return part?.state === 'changed' ? part.changes : [];
}

function listAdditions(part: TextPart | HtmlPart | null): readonly Addition[] {
  return part?.state === 'added' ? part.additions : [];
}

function listNotes(
  header: HeaderPart | null,
  text: TextPart | null,
  html: HtmlPart | null,
  received: ReceivedMessage,
): readonly HarmlessNote[] {
  const notes: HarmlessNote[] = [];
  if (received.flaw) notes.push({ kind: 'ambiguous', flaw: received.flaw.kind, detail: received.flaw.detail });
  if (received.origin === 'saved-as-text') notes.push({ kind: 'saved-as-text' });
  if (received.header === null) notes.push({ kind: 'words-alone' });
  if (header !== null) notes.push(...listHeaderNotes(header));
  if (received.isSigned === true) notes.push({ kind: 'signature' });
  if (text === null && html !== null && received.origin === 'received') notes.push({ kind: 'text-missing' });
  if (html === null && received.origin === 'received') notes.push({ kind: 'html-missing' });
  if (text?.state === 'partial') notes.push({ kind: 'partial', lines: text.lineCount });
  if (text?.state === 'rewritten') notes.push({ kind: text.how });
  if (html?.state === 'rewritten' || html?.state === 'replaced') notes.push({ kind: 'html-rewritten' });
  const links = html !== null && 'links' in html ? html.links : null;
  if (links?.hasOwnLinks === true) notes.push({ kind: 'links-made' });
  if (links?.hasGatewayLinks === true && text?.state !== 'rewritten') notes.push({ kind: 'gateway-links' });
  if (links?.hasPixel === true) notes.push({ kind: 'pixel' });
  if (links?.hasDetectors === true) notes.push({ kind: 'detectors' });
  const gateway = text?.state === 'replaced' ? text.gateway : (links?.closedGateway ?? null);
  if (gateway !== null) notes.push({ kind: 'links-replaced', gateway });
  return notes;
}

function listHeaderNotes(header: HeaderPart): readonly HarmlessNote[] {
  const notes: HarmlessNote[] = [];
  if (header.tag !== null) notes.push({ kind: 'subject-tag', tag: header.tag });
  if (header.recipientName !== null) notes.push({ kind: 'recipient-name', name: header.recipientName });
  if (header.list !== null) notes.push({ kind: 'own-list', list: header.list });
  if (header.isThroughList) notes.push({ kind: 'through-list' });
  for (const field of header.unknown) notes.push({ kind: 'unknown-field', field });
  if (header.passed.length > 0) notes.push({ kind: 'passed-fields', fields: header.passed.join('; ') });
  return notes;
}

/** `  1. ` and `  - `, which lists of the form before this one draw by themselves. */
const MARKER = /^ {1,2}(?:\d{1,2}\.|-) /gm;

function toHtmlWords(text: string, hasLists: boolean): readonly ReturnType<typeof toWordText>[] {
  return [toWordText(hasLists ? text.replace(MARKER, ' ') : text)];
}

const EMPHATIC: ReadonlySet<string> = new Set(['b', 'strong', 'h1', 'h2', 'h3']);

function listEmphasis(nodes: readonly HtmlNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'element') return [];
    return EMPHATIC.has(node.name) ? [readAllWords(node.children)] : listEmphasis(node.children);
  });
}

/** What two forms of a message have alike is said once. */
function distinct<T>(list: readonly T[]): readonly T[] {
  const byText = new Map(list.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()];
}

/** A text part of its own: all of it is added. */
function toFurther(where: 'before' | 'after', text: string): readonly Addition[] {
  const words = toWordText(text);
  const addition = toAddition('text', where, words.words, words);
  return addition === null ? [] : [addition];
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
