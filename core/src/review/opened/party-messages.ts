import { toCsvLine } from '@candor/core/impact/exchange';
import type { IndexedMessage } from '../seal/index-line.ts';
import { toHarmlessCell } from './opened-csv.ts';

/** The columns of the list of a party's messages (docs/formats/party-messages.md). */
const COLUMNS = ['date', 'subject', 'from', 'to', 'cc', 'verdict', 'marks', 'message-id'] as const;

/** A message of a release, with the Message-ID that its projection has; empty where it has none. */
export interface ListedMessage
  extends Pick<IndexedMessage, 'cc' | 'date' | 'from' | 'id' | 'marks' | 'subject' | 'to' | 'verdict'> {
  readonly messageId: string;
}

/** List sizes are multiples of this, so that a sealed list reveals no count. */
const STEP_CHARS = 16 * 1024;
/** Bytes of a projected message that are searched for its Message-ID: no header is longer. */
const HEADER_BYTES = 256 * 1024;
const ID_CHARS = 998;

/**
 * The table of a party's messages: what the intruder sent first (R18), then by date and id. Every text is some
 * sender's, so no cell is a formula and none has characters that a terminal obeys. Empty lines fill it up.
 */
export function toMessageList(messages: readonly ListedMessage[]): string {
  const lines = [toCsvLine([...COLUMNS]), ...[...messages].sort(compareListed).map(toLine)];
  const text = lines.join('');
  const bytes = new TextEncoder().encode(text).length;
  return text + '\n'.repeat(Math.ceil(bytes / STEP_CHARS) * STEP_CHARS - bytes);
}

function toLine({ date, subject, from, to, cc, verdict, marks, messageId }: ListedMessage): string {
  const list = (texts: readonly string[]): string => texts.map(toHarmlessCell).join('; ');
  return toCsvLine([
    date ?? '',
    toHarmlessCell(subject),
    list(from),
    list(to),
    list(cc),
    verdict,
    list(marks),
    toHarmlessCell(messageId),
  ]);
}

function compareListed(one: ListedMessage, other: ListedMessage): number {
  const key = ({ marks, date, id }: ListedMessage) => `${marks.includes('fraud') ? 0 : 1} ${date ?? '~'} ${id}`;
  const [left, right] = [key(one), key(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The Message-ID of a projected message as written in its header; empty without one. */
export function findMessageId(projected: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(projected.subarray(0, HEADER_BYTES));
  const lines = head.split(/\r\n|\n/);
  const end = lines.indexOf('');
  const header = end < 0 ? lines : lines.slice(0, end);
  const at = header.findIndex((line) => /^message-id[ \t]*:/i.test(line));
  if (at < 0) return '';
  const folded = header.slice(at + 1).findIndex((line) => !/^[ \t]/.test(line));
  const more = folded < 0 ? header.slice(at + 1) : header.slice(at + 1, at + 1 + folded);
  const value = [header[at]?.replace(/^[^:]*:/, '') ?? '', ...more].join('');
  return value.trim().slice(0, ID_CHARS);
}
