import type { Runtime } from '@candor/core/base';
import { readWholeMessage, type WholePart } from '@candor/core/evidence/message';
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
  /** Line ends are LF. */
  readonly text: string;
}

export interface MessageTexts {
  readonly texts: readonly MessageText[];
  readonly unread: readonly UnreadReason[];
}

/** Messages attached to each other. */
const DEPTH = 8;

/** The texts of one message, those of attached messages among them. Content never throws. */
export async function readMessageTexts(
  runtime: Runtime,
  bytes: Uint8Array,
  { ocr }: Pick<SearchSettings, 'ocr'> = { ocr: false },
): Promise<MessageTexts> {
  const texts: MessageText[] = [];
  const unread: UnreadReason[] = [];
  const read = async (message: Uint8Array, prefix: string, depth: number): Promise<void> => {
    const { subject, parts } = readWholeMessage(runtime, message);
    const names = parts.map(({ fileName }) => fileName).filter((name) => name !== '');
    texts.push({ part: `${prefix}subject`, text: [subject, ...names].join('\n') });
    for (const part of parts) {
      const number = `${prefix}${part.number}`;
      if (part.isMessage && depth >= DEPTH) unread.push('too-deep');
      else if (part.isMessage) await read(part.bytes, `${number}.`, depth + 1);
      else if (part.bytes.length === 0 || (part.type.startsWith('image/') && !ocr)) continue;
      else if (part.text === null) {
        const attachment = part.type.startsWith('image/')
          ? await readPicture(part.bytes)
          : await readAttachmentText(part.bytes, part.fileName);
        unread.push(...attachment.unread);
        if (attachment.text !== '') texts.push({ part: `${number}/text`, text: toLines(attachment.text) });
      } else if (part.text.length > LONGEST_TEXT) unread.push('too-large');
      else texts.push({ part: number, text: toText(part) });
    }
  };
  await read(bytes, '', 0);
  return { texts, unread };
}

function toLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

function toText({ type, text }: WholePart): string {
  const lines = toLines(text ?? '');
  return type === 'text/html' ? toReadText(lines) : lines;
}
