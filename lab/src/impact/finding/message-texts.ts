import type { Runtime } from '@candor/core/base';
import { readWholeMessage, type WholePart } from '@candor/core/evidence/message';
import { toReadText } from './html-text.ts';

/** A text of a message that is searched: of a part, the subject, or the name of an attachment. */
export interface MessageText {
  /** `subject`, or the part's number as IMAP counts. */
  readonly part: string;
  /** Line ends are LF. */
  readonly text: string;
}

/** Why a part was not searched. */
export type UnreadReason = 'no-reader' | 'too-large' | 'too-deep';

export interface MessageTexts {
  readonly texts: readonly MessageText[];
  readonly unread: readonly UnreadReason[];
}

/** Messages attached to each other. */
const DEPTH = 8;
/** Characters of one text. */
const LONGEST_TEXT = 16 * 1024 * 1024;

/** The texts of one message, those of attached messages among them. Content never throws. */
export function readMessageTexts(runtime: Runtime, bytes: Uint8Array): MessageTexts {
  const texts: MessageText[] = [];
  const unread: UnreadReason[] = [];
  const read = (message: Uint8Array, prefix: string, depth: number): void => {
    const { subject, parts } = readWholeMessage(runtime, message);
    texts.push({ part: prefix === '' ? 'subject' : `${prefix}subject`, text: subject });
    for (const part of parts) {
      const number = `${prefix}${part.number}`;
      if (part.isMessage && depth >= DEPTH) unread.push('too-deep');
      else if (part.isMessage) read(part.bytes, `${number}.`, depth + 1);
      else if (part.text === null) unread.push('no-reader');
      else if (part.text.length > LONGEST_TEXT) unread.push('too-large');
      else texts.push({ part: number, text: toText(part) });
    }
  };
  read(bytes, '', 0);
  return { texts, unread };
}

function toText({ type, text }: WholePart): string {
  const lines = (text ?? '').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return type === 'text/html' ? toReadText(lines) : lines;
}
