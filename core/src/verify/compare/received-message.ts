import type { Instant, Runtime } from '@candor/core/base';
import { readWholeMessage, type WholeMessage, type WholePart } from '@candor/core/evidence';
import { type Change, type HarmlessNote, toPlainLine } from './change.ts';
import { readHtml } from './html-text.ts';
import { hasTravelled, readSavedText, toUtf8 } from './saved-text.ts';

/** What a reader has in hand: the bytes of a message file, or text that was copied out of a mail program. */
export type ReceivedContent =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'pasted'; readonly text: string };

/** Why a file cannot be compared. `outlook-file`: a .msg, which only Outlook writes and mail does not have; `no-text`: a picture, a PDF, an archive; `too-short`: a code or an address alone. */
export type UnreadableReason = 'empty' | 'too-short' | 'too-large' | 'outlook-file' | 'no-text';

/** A received message, ready to be compared. Everything here is foreign. */
export interface ReceivedMessage {
  readonly text: string | null;
  readonly html: string | null;
  /** Text parts behind the first one, and the words of a message that the notice is attached to. */
  readonly furtherTexts: readonly { readonly where: 'before' | 'after'; readonly text: string }[];
  /** Null when only text was pasted. */
  readonly header: {
    readonly subject: string;
    /** `as-saved`: a program that saved the message as text wrote it in words of its own. */
    readonly date: Instant | 'as-saved' | null;
    readonly from: readonly string[];
    /** `From` as it is written. */
    readonly shownFrom: string;
    readonly replyTo: readonly string[];
  } | null;
  /** Parts and fields that no notice has. */
  readonly changes: readonly Change[];
  readonly notes: readonly HarmlessNote[];
}

/** A notice has some thousand bytes; a page that reads much more is being made to work. */
const RECEIVED_BYTES = 4 * 1024 * 1024;
/** Letters of one text part that are compared. */
const TEXT_UNITS = 512 * 1024;
/** A code or an address alone, as browsers give it for what is dragged, is nobody's letter. */
const LEAST_WORDS = 6;
/** Messages attached to messages: who forwards what was forwarded. */
const FORWARD_DEPTH = 4;
const OUTLOOK_FILE = [0xd0, 0xcf, 0x11, 0xe0];

export function readReceived(
  runtime: Runtime,
  content: ReceivedContent,
): ReceivedMessage | { readonly unreadable: UnreadableReason } {
  if (content.kind === 'pasted') return readPasted(content.text);
  const { bytes } = content;
  if (bytes.length > RECEIVED_BYTES) return { unreadable: 'too-large' };
  if (OUTLOOK_FILE.every((byte, at) => bytes[at] === byte)) return { unreadable: 'outlook-file' };
  if (bytes.every((byte) => byte <= 0x20)) return { unreadable: 'empty' };
  const written = toUtf8(bytes);
  const message = readWholeMessage(runtime, written);
  // A text that somebody saved has no header.
  if (message.addresses.length === 0 && message.date === null) {
    const text = readSavedText(written);
    return text === null ? { unreadable: 'no-text' } : readPasted(text);
  }
  const received = readMessage(runtime, message, written, 0);
  return 'unreadable' in received || hasTravelled(written) ? received : asSaved(received);
}

/** Sender and subject are in it; date and html are not as they came. */
function asSaved(received: ReceivedMessage): ReceivedMessage {
  const { header } = received;
  const notes = received.notes.filter(({ kind }) => kind !== 'html-missing');
  // Where programs leave out the address, the name alone is left of a sender, and a name proves nothing.
  if (header === null || !header.from.some((address) => address.includes('@')))
    return { ...received, header: null, notes: [{ kind: 'pasted' }, ...notes] };
  return { ...received, header: { ...header, date: 'as-saved' }, notes: [{ kind: 'saved-as-text' }, ...notes] };
}

function readPasted(text: string): ReceivedMessage | { readonly unreadable: UnreadableReason } {
  if (text.length > RECEIVED_BYTES) return { unreadable: 'too-large' };
  if (text.trim() === '') return { unreadable: 'empty' };
  if (text.trim().split(/\s+/, LEAST_WORDS).length < LEAST_WORDS) return { unreadable: 'too-short' };
  return {
    text: text.slice(0, TEXT_UNITS),
    html: null,
    furtherTexts: [],
    header: null,
    changes: [],
    notes: [{ kind: 'pasted' }],
  };
}

function readMessage(
  runtime: Runtime,
  message: WholeMessage,
  bytes: Uint8Array,
  depth: number,
): ReceivedMessage | { readonly unreadable: UnreadableReason } {
  const attached = message.parts.filter((part) => part.isMessage);
  const texts = message.parts.filter((part) => part.inline && part.type === 'text/plain');
  const htmls = message.parts.filter((part) => part.inline && part.type === 'text/html');
  if (attached.length === 1 && depth < FORWARD_DEPTH && attached[0] !== undefined) {
    const { bytes: within } = attached[0];
    const inner = readMessage(runtime, readWholeMessage(runtime, within), within, depth + 1);
    if ('unreadable' in inner) return inner;
    const others = message.parts.filter((part) => part !== attached[0]);
    const around = [...texts.map(({ text }) => cut(text)), ...htmls.map(({ text }) => toShownWords(cut(text)))];
    const words = around.map((text) => ({ where: 'before' as const, text }));
    return {
      ...inner,
      furtherTexts: [...words, ...inner.furtherTexts],
      changes: [...inner.changes, ...listExtraParts(others, new Set([texts, htmls].flat()))],
      notes: [{ kind: 'forwarded-as-attachment' }, ...inner.notes],
    };
  }
  const [text, html] = [texts[0] ?? null, htmls[0] ?? null];
  if (text === null && html === null) return { unreadable: 'no-text' };
  const footers = texts.filter((part) => part !== text && part.within === 'multipart/mixed');
  const known = new Set([text, html, ...footers].filter((part) => part !== null));
  const notes: HarmlessNote[] = [];
  if (message.bulk) notes.push({ kind: 'through-list' });
  if (text === null) notes.push({ kind: 'text-missing' });
  if (html === null) notes.push({ kind: 'html-missing' });
  const ofRole = (role: 'from' | 'sender' | 'reply-to'): readonly string[] =>
    message.addresses.filter((use) => use.role === role).map(({ address }) => address);
  return {
    text: text === null ? null : cut(text.text),
    html: html === null ? null : cut(html.text),
    furtherTexts: footers.map((part) => ({ where: 'after', text: cut(part.text) })),
    header: {
      subject: message.subject,
      date: message.date,
      from: ofRole('from'),
      shownFrom: message.from,
      replyTo: [...ofRole('reply-to'), ...listOtherReplies(bytes)],
    },
    changes: [
      ...message.repeated.map(
        (field): Change => ({
          place: 'header',
          nature: 'repeated-field',
          issued: null,
          received: toPlainLine(field),
        }),
      ),
      ...listExtraParts(message.parts, known),
    ],
    notes,
  };
}

/** Words of html that stands around the notice, and what it would do: none of it is the organization's. */
function toShownWords(html: string): string {
  const { text, findings } = readHtml(html);
  const does = findings
    .filter(({ nature }) => nature === 'active-element' || nature === 'link-target')
    .map(({ detail }) => detail);
  return [text, ...does].join('\n');
}

const HEADER_BYTES = 65_536;
/** Fields that some programs answer to in place of `Reply-To`. */
const OTHER_REPLY = /^(?:mail-reply-to|mail-followup-to|resent-reply-to)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)/gim;
const WRITTEN_ADDRESS = /[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/g;

function listOtherReplies(bytes: Uint8Array): readonly string[] {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_BYTES));
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  return Array.from(
    start.slice(0, end).matchAll(OTHER_REPLY),
    ([, value = '']) => value.match(WRITTEN_ADDRESS) ?? [],
  ).flat();
}

function listExtraParts(parts: readonly WholePart[], known: ReadonlySet<WholePart>): readonly Change[] {
  return parts
    .filter((part) => !known.has(part))
    .map((part) => ({
      place: 'parts',
      nature: part.inline || part.within === 'multipart/alternative' ? 'extra-part' : 'attachment',
      issued: null,
      received: toPlainLine(part.fileName === '' ? part.type : `${part.fileName} (${part.type})`),
    }));
}

function cut(text: string | null): string {
  return (text ?? '').slice(0, TEXT_UNITS);
}
