import type { Runtime } from '@candor/core/base';
import { decodeEncodedWords, isFromLine } from '@candor/core/evidence/message';
import { type MailFlaw, toMailFlaw } from './mail-flaw.ts';

/**
 * One raw header field, unfolded: a fold is one blank. Each unit of `value` is a byte; only a thread's topic is
 * decoded, because it is compared.
 */
export interface RawField {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** A header of a mail or a part; each line of it is a field or a continuation, or `flaw` names the first other one. */
export interface MailHeader {
  readonly fields: readonly RawField[];
  readonly body: number;
  readonly flaw: MailFlaw | null;
}

const FIELD = /^([\u0021-\u0039\u003b-\u007e]{1,200})([ \t]*):(.*)$/s;
const CONTROL = /[\0-\u0008\u000a-\u001f\u007f]/;
const TOPIC = 'thread-topic';
/** A message with more fields is made to keep its reader busy; so is one whose header has more bytes. */
const MAX_FIELDS = 2000;
const MAX_HEADER_BYTES = 512 * 1024;

/**
 * Reads the header between `start` and `end` of a mail whose units are bytes. A line that some programs pass over, or
 * end the header at, is a flaw; the fields behind it are read all the same, because other programs show them.
 */
export function readMailHeader(text: string, start: number, end: number, of: 'message' | 'part'): MailHeader {
  const read: ReadField[] = [];
  const toFields = (): RawField[] => read.map(({ name, lines }) => ({ name, value: lines.join(' ') }));
  let flaw: MailFlaw | null = null;
  let at = start;
  while (at < end && read.length <= MAX_FIELDS && at - start <= MAX_HEADER_BYTES) {
    const feed = text.indexOf('\n', at);
    const [lineEnd, next] = feed === -1 || feed >= end ? [end, end] : [feed, feed + 1];
    const line = text.slice(at, text[lineEnd - 1] === '\r' && lineEnd > at ? lineEnd - 1 : lineEnd);
    if (line === '' && (read.length > 0 || of === 'part')) return { fields: toFields(), body: next, flaw };
    const found = takeLine(read, line);
    flaw ??= found;
    at = next;
  }
  return { fields: toFields(), body: end, flaw: flaw ?? toMailFlaw('header', 'a header without an end') };
}

interface ReadField {
  readonly name: string;
  readonly lines: string[];
}

/** Without the `From ` line of a mailbox file, which may lead and is no part of the mail. */
export function withoutFromLine(runtime: Runtime, bytes: Uint8Array): Uint8Array {
  const feed = bytes.subarray(0, FROM_LINE_BYTES).indexOf(0x0a);
  const line = runtime.latin1(bytes, 0, Math.max(feed, 0)).replace(/\r$/, '');
  return isFromLine(line) && FROM_TIME.test(line) ? bytes.subarray(feed + 1) : bytes;
}

const FROM_LINE_BYTES = 1000;
const FROM_TIME = /^From \S+ +\S{3} \S{3} +\d{1,2} \d{2}:\d{2}:\d{2} (?:\S{3,5} )?\d{4}$/;

function takeLine(read: ReadField[], line: string): MailFlaw | null {
  const isFlawed = CONTROL.test(line);
  const last = read.at(-1);
  if (/^[ \t]/.test(line) && last !== undefined) {
    const more = line.trim();
    if (more !== '') last.lines.push(more);
    return isFlawed || more === '' ? toMailFlaw('header', more === '' ? 'a line of blanks' : line) : null;
  }
  const [, name, blanks, value = ''] = FIELD.exec(line) ?? [];
  if (name !== undefined) read.push({ name: name.toLowerCase(), lines: [value.trim()].filter((each) => each !== '') });
  return isFlawed || name === undefined || blanks !== ''
    ? toMailFlaw('header', line.trim() === '' ? 'an empty line' : line)
    : null;
}

/** Every field of a message's own header. Null for a header with more than 2,000, or of more than 512 KiB. */
export function listHeaderFields(runtime: Runtime, bytes: Uint8Array): readonly RawField[] | null {
  const end = Math.min(bytes.length, MAX_HEADER_BYTES + 1);
  const { fields, body } = readMailHeader(runtime.latin1(bytes, 0, end), 0, end, 'message');
  if (fields.length > MAX_FIELDS || body > MAX_HEADER_BYTES) return null;
  return fields.map((field) =>
    field.name === TOPIC ? { ...field, value: decodeEncodedWords(runtime, field.value) } : field,
  );
}
