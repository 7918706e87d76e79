import type { Runtime } from '@candor/core/base';
import { decodeEncodedWords, readWholeMessage, type WholeMessage, type WholePart } from '@candor/core/evidence/message';
import { readAllWords } from '../html/all-words.ts';
import { type HtmlNode, isSpace, type ParseHtml } from '../html/html-node.ts';
import { isQuietPage } from '../html/inert.ts';
import { findLooseMarkup } from '../html/plain-source.ts';
import { findEncodedFlaw } from './encoded-words.ts';
import { type MailFlaw, toMailFlaw } from './mail-flaw.ts';
import { findMailFlaw } from './mail-grammar.ts';
import { listHeaderFields, readMailHeader, withoutFromLine } from './mail-header.ts';
import { toReceivedHeader } from './named-address.ts';
import { type ReadOutlook, toOutlookMessage } from './outlook-message.ts';
import { SIGNATURES } from './part-values.ts';
import {
  RECEIVED_BYTES,
  type ReceivedHeader,
  type ReceivedMessage,
  type UnreadableReason,
  WORDS_UNITS,
} from './received.ts';
import { readHtmlFile, readSavedText, toUtf8, wasDelivered } from './saved-text.ts';
import { toShown } from './shown.ts';

/** The content that a reader has: the bytes of a message file, or text that was copied out of a mail program. */
export type ReceivedContent =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string };

/** A bare code or address, as browsers give it for dragged text, is no notice. */
const MIN_WORDS = 6;
/** Messages attached to messages, as forwarding a forwarded mail makes them. */
const FORWARD_DEPTH = 4;
/** Lines that begin with two dashes. A mail of a few parts has a few; a file in base64 has none. */
const MAX_BOUNDARIES = 2000;
const [FEED, DASH] = [0x0a, 0x2d];
const OUTLOOK_FILE = [0xd0, 0xcf, 0x11, 0xe0];

type Unreadable = { readonly unreadable: UnreadableReason };

/** What reading foreign bytes needs from outside. */
export interface ReceivedTools {
  readonly runtime: Runtime;
  readonly parseHtml: ParseHtml;
  readonly readOutlook: ReadOutlook;
}

export async function readReceived(
  tools: ReceivedTools,
  content: ReceivedContent,
): Promise<ReceivedMessage | Unreadable> {
  if (content.kind === 'pasted') return readWords(content.text);
  const { bytes } = content;
  if (bytes.length > RECEIVED_BYTES) return { unreadable: 'too-large' };
  if (bytes.every((byte) => byte <= 0x20)) return { unreadable: 'empty' };
  if (OUTLOOK_FILE.every((byte, at) => bytes[at] === byte)) return readOutlookFile(tools, bytes);
  const written = withoutFromLine(tools.runtime, toUtf8(bytes));
  if (isOverloaded(tools.runtime, written)) return { unreadable: 'too-large' };
  const message = readWholeMessage(tools.runtime, written);
  // A saved text has no header.
  if (message.addresses.length === 0 && message.date === null) return readSaved(tools, written);
  const received = readMessage(tools, message, written, 0);
  return 'unreadable' in received || wasDelivered(written) ? received : asSaved(received);
}

async function readOutlookFile(tools: ReceivedTools, bytes: Uint8Array): Promise<ReceivedMessage | Unreadable> {
  const item = await tools.readOutlook(bytes);
  if (item === null) return { unreadable: 'damaged-outlook' };
  const signed = item.signed === null ? null : readSigned(tools, item.signed);
  const message = toOutlookMessage(tools.runtime, signed === null ? { ...item, signed: null } : item);
  if ('unreadable' in message) return message;
  const received = signed === null ? message : withSigned(message, signed);
  return { ...received, flaw: received.flaw ?? findMarkupFlaw(tools.parseHtml, received.html) };
}

/** The signed entity of a mail; null for one that is packed, encrypted or no mail: its words cannot be read here. */
function readSigned(tools: ReceivedTools, entity: Uint8Array): ReceivedMessage | null {
  const written = tools.runtime.latin1(entity, 0, entity.length);
  const { fields } = readMailHeader(written, 0, written.length, 'message');
  const type = fields.find(({ name }) => name === 'content-type')?.value ?? '';
  if (!/^(?:multipart|text)\//i.test(type)) return null;
  const hasVersion = fields.some(({ name }) => name === 'mime-version');
  const bytes = new TextEncoder().encode(hasVersion ? '' : 'MIME-Version: 1.0\r\n');
  const whole = new Uint8Array(bytes.length + entity.length);
  whole.set(bytes);
  whole.set(entity, bytes.length);
  const signed = readMessage(tools, readWholeMessage(tools.runtime, whole), whole, FORWARD_DEPTH);
  if ('unreadable' in signed) return null;
  // Other fields belong to the mail around it; Outlook leaves them out.
  const other = fields.find(({ name }) => name !== 'mime-version' && !name.startsWith('content-'));
  return { ...signed, flaw: signed.flaw ?? (other === undefined ? null : toMailFlaw('part', other.name)) };
}

/** Outlook shows the words within the signature of a signed mail. */
function withSigned(message: ReceivedMessage, signed: ReceivedMessage): ReceivedMessage {
  const { text, html, furtherTexts, extraParts, isSigned } = signed;
  const flaw = message.flaw ?? signed.flaw;
  return { ...message, text, html, furtherTexts, extraParts, isSigned, flaw };
}

function readSaved({ parseHtml }: ReceivedTools, bytes: Uint8Array): ReceivedMessage | Unreadable {
  const html = readHtmlFile(bytes);
  if (html !== null) {
    if (html.length > WORDS_UNITS) return { unreadable: 'too-large' };
    const nodes = parseHtml(html);
    if (nodes === null || nodes.every(isSpace)) return { unreadable: 'no-text' };
    return { ...WORDS, html, flaw: findMarkupFlaw(parseHtml, html) };
  }
  const text = readSavedText(bytes);
  return text === null ? { unreadable: 'no-text' } : readWords(text);
}

const WORDS: ReceivedMessage = {
  text: null,
  html: null,
  furtherTexts: [],
  header: null,
  outer: null,
  extraParts: [],
  flaw: null,
  isSigned: false,
  outlook: null,
  origin: 'words',
};

function readWords(text: string): ReceivedMessage | Unreadable {
  if (text.length > WORDS_UNITS) return { unreadable: 'too-large' };
  if (text.trim() === '') return { unreadable: 'empty' };
  if (text.trim().split(/\s+/, MIN_WORDS).length < MIN_WORDS) return { unreadable: 'too-short' };
  return { ...WORDS, text };
}

/** Sender and subject are in it; the date is in the program's own words, and the HTML is gone. */
function asSaved(received: ReceivedMessage): ReceivedMessage {
  const { header } = received;
  // It has one part, and no field that says how that is written.
  const flaw = received.flaw?.kind === 'header' ? received.flaw : null;
  // If a program omits the address, only the sender's name is left, which proves nothing.
  if (header === null || !header.from.some(({ address }) => address.includes('@')))
    return { ...received, flaw, header: null, origin: 'words' };
  return {
    ...received,
    flaw,
    header: { ...header, date: 'as-saved', fields: header.fields.filter(({ name }) => name !== 'sent') },
    origin: 'saved-as-text',
  };
}

function readMessage(
  tools: ReceivedTools,
  message: WholeMessage,
  bytes: Uint8Array,
  depth: number,
): ReceivedMessage | Unreadable {
  const attached = message.parts.find((part) => part.isMessage);
  if (attached !== undefined && depth < FORWARD_DEPTH) return readAttached(tools, message, attached, { bytes, depth });
  const { text, html } = findNotice(message.parts);
  if (isTooLong(message.parts)) return { unreadable: 'too-large' };
  const flaw = findFlaw(tools, bytes, message);
  const [first = -1] = [text, html].flatMap((part) => (part === null ? [] : [message.parts.indexOf(part)]));
  if (first === -1 && flaw === null) return { unreadable: 'no-text' };
  const signature = message.parts.find(({ type, within }) => within === 'multipart/signed' && SIGNATURES.has(type));
  const around = message.parts.filter(
    (part) =>
      part.inline &&
      part !== text &&
      part !== html &&
      part.within === 'multipart/mixed' &&
      (part.type !== 'text/html' || isQuietPage(tools.parseHtml(part.text ?? ''))),
  );
  const known = new Set([text, html, signature ?? null, ...around].filter((part) => part !== null));
  const fields = listHeaderFields(tools.runtime, bytes);
  if (fields === null) return { unreadable: 'too-large' };
  return {
    text: text === null ? null : (text.text ?? ''),
    html: html === null ? null : (html.text ?? ''),
    furtherTexts: around.map((part) => ({
      where: message.parts.indexOf(part) < first ? 'before' : 'after',
      text: toWordsOf(tools.parseHtml, part),
    })),
    header: toHeader(tools.runtime, message, fields),
    outer: null,
    extraParts: listExtraParts(message.parts, known),
    flaw,
    isSigned: signature !== undefined,
    outlook: null,
    origin: 'received',
  };
}

/** Before it is taken apart: more fields, or more lines that may part it, than any mail with a notice has. */
export function isOverloaded(runtime: Runtime, bytes: Uint8Array): boolean {
  if (listHeaderFields(runtime, bytes) === null) return true;
  let lines = 0;
  for (let at = bytes.indexOf(FEED); at !== -1 && lines <= MAX_BOUNDARIES; at = bytes.indexOf(FEED, at + 1))
    if (bytes[at + 1] === DASH && bytes[at + 2] === DASH) lines += 1;
  return lines > MAX_BOUNDARIES;
}

/** What is shown of it; files are only named. */
function isTooLong(parts: readonly WholePart[]): boolean {
  let sum = 0;
  for (const { inline, text } of parts) {
    if (!inline || text === null) continue;
    if (text.length > WORDS_UNITS) return true;
    sum += text.length;
  }
  return sum > 2 * WORDS_UNITS;
}

/** Plain text and HTML of the first multipart that has alternatives; without one the first of each kind. */
function findNotice(parts: readonly WholePart[]): { readonly text: WholePart | null; readonly html: WholePart | null } {
  const shown = parts.filter(({ inline }) => inline);
  const choices = shown.filter(({ within }) => within === 'multipart/alternative' || within === 'multipart/related');
  const [first] = choices.length > 0 ? choices : shown;
  const group = choices.length > 0 && first !== undefined ? first.number.replace(/(?<!\d)\d+$/, '') : '';
  const ofKind = (type: string): WholePart | null =>
    (choices.length > 0 ? choices : shown).find((part) => part.type === type && part.number.startsWith(group)) ?? null;
  return { text: ofKind('text/plain'), html: ofKind('text/html') };
}

function findFlaw({ runtime, parseHtml }: ReceivedTools, bytes: Uint8Array, { parts }: WholeMessage): MailFlaw | null {
  const written = runtime.latin1(bytes, 0, bytes.length);
  const { fields } = readMailHeader(written, 0, written.length, 'message');
  const flaw = findMailFlaw(written) ?? findEncodedFlaw(fields);
  if (flaw !== null) return flaw;
  // A terminal writes what follows over what stands there.
  const odd = parts.find(
    ({ type, text }) => type === 'text/plain' && text !== null && /(?<!\r)\r+(?![\r\n])/.test(text),
  );
  if (odd !== undefined) return toMailFlaw('encoding', 'a bare return');
  const { text, html } = findNotice(parts);
  const isChoice = text === null || html === null || text.within === 'multipart/alternative';
  // Programs show both parts, or one with the other as an attachment.
  if (!isChoice) return toMailFlaw('part', `Content-Type: ${text.within ?? ''}`);
  for (const part of parts) {
    const loose = part.type === 'text/html' ? findMarkupFlaw(parseHtml, part.text) : null;
    if (loose !== null) return loose;
  }
  return null;
}

function findMarkupFlaw(parseHtml: ParseHtml, html: string | null): MailFlaw | null {
  const loose = html === null ? null : findLooseMarkup(html, parseHtml(html));
  return loose === null ? null : toMailFlaw('markup', loose);
}

/** Attachments are compared as raw bytes; the surrounding mail is another sender's. */
function readAttached(
  tools: ReceivedTools,
  message: WholeMessage,
  attached: WholePart,
  { bytes, depth }: { readonly bytes: Uint8Array; readonly depth: number },
): ReceivedMessage | Unreadable {
  if (isOverloaded(tools.runtime, attached.bytes) || isTooLong(message.parts)) return { unreadable: 'too-large' };
  const inner = readMessage(tools, readWholeMessage(tools.runtime, attached.bytes), attached.bytes, depth + 1);
  if ('unreadable' in inner) return inner;
  const around = message.parts.filter((part) => part !== attached && part.inline && part.text !== null);
  const others = message.parts.filter((part) => part !== attached && !around.includes(part));
  const words = around.map((part) => ({ where: 'before' as const, text: toWordsOf(tools.parseHtml, part) }));
  return {
    ...inner,
    furtherTexts: [...words, ...inner.furtherTexts],
    extraParts: [...inner.extraParts, ...listExtraParts(others, new Set())],
    flaw: inner.flaw ?? findFlaw(tools, bytes, message),
    outer: { from: toShown(message.from), subject: toShown(message.subject) },
  };
}

function toWordsOf(parseHtml: ParseHtml, part: WholePart): string {
  if (part.type !== 'text/html') return part.text ?? '';
  const nodes: readonly HtmlNode[] | null = parseHtml(part.text ?? '');
  return nodes === null ? (part.text ?? '') : readAllWords(nodes.flatMap(withoutHead));
}

function withoutHead(node: HtmlNode): readonly HtmlNode[] {
  return node.kind === 'element' && node.name === 'html'
    ? node.children.filter((child) => !(child.kind === 'element' && child.name === 'head'))
    : [node];
}

function toHeader(runtime: Runtime, message: WholeMessage, fields: ReceivedHeader['fields']): ReceivedHeader {
  const header = toReceivedHeader(message, fields);
  // With its blanks, which the reader of whole messages joins.
  const subject = fields.find(({ name }) => name === 'subject')?.value ?? message.subject;
  return {
    ...header,
    subject: /[^ -~\t]/.test(subject) ? message.subject : decodeEncodedWords(runtime, subject),
  };
}

function listExtraParts(parts: readonly WholePart[], known: ReadonlySet<WholePart>): ReceivedMessage['extraParts'] {
  return parts
    .filter((part) => !known.has(part))
    .map((part) => ({
      nature: part.inline || part.within === 'multipart/alternative' ? 'extra-part' : 'attachment',
      name: part.fileName === '' ? part.type : `${part.fileName} (${part.type})`,
    }));
}
