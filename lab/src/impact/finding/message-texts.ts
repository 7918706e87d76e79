import type { Runtime } from '@candor/core/base';
import { ADDRESSED_ROLES, readWholeMessage, type WholeMessage, type WholePart } from '@candor/core/evidence/message';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { AttachedMessage } from '@candor/core/impact/findings';
import { LONGEST_TEXT, readAttachmentText, type UnreadReason } from './attachment-text.ts';
import type { SearchSettings } from './finding-task.ts';
import { toReadText } from './html-text.ts';
import { readPicture } from './picture-text.ts';

/** A text of a message that is searched. */
export interface MessageText {
  /**
   * `subject` (names of attachments follow it, a line each), or the part's number as IMAP counts, with `/text` for text
   * out of an attachment.
   */
  readonly part: string;
  /** The attached message that it belongs to, with a dot: `2.`; empty for the message itself. */
  readonly within: string;
  /** Line ends are LF. */
  readonly text: string;
}

export interface MessageTexts {
  readonly texts: readonly MessageText[];
  readonly unread: UnreadReason[];
  /** UTC seconds, of the message itself; null without a date. */
  readonly sentAt: number | null;
  /** Every message that is attached, at any depth that is looked into. */
  readonly attached: readonly AttachedMessage[];
}

/** A smaller picture is a logo or a smiley of a signature. */
const LEAST_PICTURE_BYTES = 20 * 1024;
/** Messages attached to each other. */
const DEPTH = 8;

interface TextOptions extends Pick<SearchSettings, 'ocr'> {
  /** Attachments are left out and said so. */
  readonly isBodyOnly?: boolean;
}

/** The texts of one message, those of attached messages among them. Content never throws. */
export async function readMessageTexts(
  runtime: Runtime,
  bytes: Uint8Array,
  { ocr, isBodyOnly = false }: TextOptions = { ocr: false },
): Promise<MessageTexts> {
  const texts: MessageText[] = [];
  const unread: UnreadReason[] = [];
  const attached: OpenAttached[] = [];
  let sentAt: number | null = null;
  const read = async (message: Uint8Array, within: string, around: readonly OpenAttached[]): Promise<void> => {
    const { subject, addresses, parts, date } = readWholeMessage(runtime, message);
    if (within === '') sentAt = date;
    for (const own of around.slice(-1)) own.addresses.push(...listAddressed(addresses));
    const miss = (...reasons: readonly UnreadReason[]): void => {
      for (const missed of [unread, ...around.map((one) => one.unread)]) missed.push(...reasons);
    };
    const names = parts.map(({ fileName }) => fileName).filter((name) => name !== '');
    texts.push({ part: `${within}subject`, within, text: [subject, ...names].join('\n') });
    for (const part of parts) {
      const number = `${within}${part.number}`;
      if (part.isMessage && around.length >= DEPTH) miss('too-deep');
      else if (part.isMessage) {
        const inner: OpenAttached = { part: number, addresses: [], unread: [] };
        attached.push(inner);
        await read(part.bytes, `${number}.`, [...around, inner]);
      } else if (part.bytes.length === 0) continue;
      else if (part.type.startsWith('image/') && !ocr) {
        if (part.bytes.length >= LEAST_PICTURE_BYTES) miss('picture');
      } else if (part.text === null && isBodyOnly) miss('attachments');
      else if (part.text === null) {
        const attachment = part.type.startsWith('image/')
          ? await readPicture(part.bytes)
          : await readAttachmentText(part.bytes, part.fileName);
        miss(...attachment.unread);
        if (attachment.text !== '') texts.push({ part: `${number}/text`, within, text: toLines(attachment.text) });
      } else if (part.text.length > LONGEST_TEXT) miss('too-large');
      else texts.push({ part: number, within, text: toText(part) });
    }
  };
  await read(bytes, '', []);
  return { texts, unread, attached, sentAt };
}

interface OpenAttached extends AttachedMessage {
  readonly addresses: string[];
  readonly unread: UnreadReason[];
}

function listAddressed(addresses: WholeMessage['addresses']): readonly string[] {
  const addressed = addresses.filter(({ role, unreadable }) => unreadable === null && ADDRESSED_ROLES.has(role));
  return [...new Set(addressed.map(({ address }) => toKnownForm(address)))];
}

function toLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

function toText({ type, text }: WholePart): string {
  const lines = toLines(text ?? '');
  return type === 'text/html' ? toReadText(lines) : lines;
}
