import { isFromLine, isStrictFromLine } from '../message/mbox/from-line.ts';
import { readEmlxCount } from './emlx.ts';

/** Bytes that are enough to recognise every format: a small header block, and the tar mark at 257. */
export const RECOGNITION_BYTES = 8 * 1024;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The first bytes of a file (RECOGNITION_BYTES, or all), which determine its format. */
export class EvidenceHead {
  readonly bytes: Uint8Array;
  #text: string | null = null;
  #lines: readonly string[] | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  begins(mark: readonly number[], at = 0): boolean {
    return this.bytes.length >= at + mark.length && mark.every((byte, index) => this.bytes[at + index] === byte);
  }

  /** One unit per byte, from the first non-blank line, without byte order mark. */
  get text(): string {
    this.#text ??= toLatin1(
      this.bytes,
      skipBlankLines(this.bytes, this.begins(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0),
      this.bytes.length,
    );
    return this.#text;
  }

  /** Drops the last line, which may continue; keeps a single one. */
  get lines(): readonly string[] {
    if (this.#lines === null) {
      const lines = this.text.split(/\r\n|\n|\r/);
      this.#lines = lines.length > 1 ? lines.slice(0, -1) : lines;
    }
    return this.#lines;
  }
}

const TAR_MARK = [0x75, 0x73, 0x74, 0x61, 0x72];
const TAR_MARK_AT = 257;
const TAR_HEADER_BYTES = 512;

/** A tar has its mark or, in the oldest form, a valid header checksum. */
export function isTar(head: EvidenceHead): boolean {
  const { bytes } = head;
  if (bytes.length < TAR_HEADER_BYTES || bytes[0] === 0) return false;
  let sum = 0;
  for (let at = 0; at < TAR_HEADER_BYTES; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (bytes[at] ?? 0);
  const written = Number.parseInt(
    toLatin1(bytes, 148, 156)
      .replace(/[\0 ]+/g, ' ')
      .trim(),
    8,
  );
  return written === sum || (head.begins(TAR_MARK, TAR_MARK_AT) && Number.isNaN(written));
}

/** Every message has one of these fields; other text with `name: value` lines is not mail. Lower case. */
const MAIL_FIELDS = new Set(
  (
    'from to cc bcc subject date message-id received return-path sender reply-to mime-version content-type delivered-to in-reply-to ' +
    'references content-transfer-encoding content-disposition return-receipt-to disposition-notification-to envelope-to delivery-date ' +
    'dkim-signature authentication-results received-spf comments keywords status x-mailer x-mozilla-status priority importance ' +
    'precedence list-id errors-to apparently-to newsgroups organization'
  ).split(' '),
);
const FIELD = /^([!-9;-~]+)[ \t]*:/;
const SPECIAL_FIELD = /^(?:x-|resent-|content-|list-|arc-)/;

/** UTF-16 text after its mark. Units above a byte are irrelevant for recognition. */
export function readUtf16({ bytes }: EvidenceHead, isLittle: boolean): EvidenceHead {
  const text = new Uint8Array(Math.max(0, (bytes.length >> 1) - 1));
  for (let at = 0; at < text.length; at += 1) {
    const [first, second] = [bytes[2 * at + 2] ?? 0, bytes[2 * at + 3] ?? 0];
    const [low, high] = isLittle ? [first, second] : [second, first];
    text[at] = high === 0 ? low : 0xff;
  }
  return new EvidenceHead(text);
}

export function isCalendar({ text }: EvidenceHead): boolean {
  return /^BEGIN:VCALENDAR[ \t]*(?:\r|\n)/i.test(text);
}

export function isContacts({ text }: EvidenceHead): boolean {
  return /^BEGIN:VCARD[ \t]*(?:\r|\n)/i.test(text);
}

export function isMessage({ lines }: EvidenceHead): boolean {
  return hasMailHeader(lines);
}

export function isEmlx({ text, lines }: EvidenceHead): boolean {
  return readEmlxCount(text) !== null && hasMailHeader(lines, 1);
}

export function isMbox({ bytes, text, lines }: EvidenceHead): boolean {
  // A hole at the start: what follows is recognised as usual.
  const isHole = bytes.length === RECOGNITION_BYTES && bytes.every((byte) => byte === 0);
  return isHole || isFromLine(text) || hasLaterMessage(lines);
}

/**
 * An mbox with other content before its first message: a separator after an empty line, or a strict one after any line
 * or a hole of zeros, followed by a mail header.
 */
function hasLaterMessage(lines: readonly string[]): boolean {
  return lines.some((line, at) => {
    const isSeparator = at > 0 && lines[at - 1] === '' && line.startsWith('From ');
    const behindHole = line.slice(line.lastIndexOf('\0') + 1);
    return (isSeparator || isStrictFromLine(behindHole)) && hasMailHeader(lines, at + 1);
  });
}

/** The header block may contain junk lines (real mail does); the first line must be a field, and one field a mail's. */
function hasMailHeader(lines: readonly string[], from = 0): boolean {
  let first = true;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') return false;
    const name = FIELD.exec(line)?.[1]?.toLowerCase();
    if (first && (name === undefined || name === 'begin') && !line.startsWith('>From ')) return false;
    first = false;
    if (name !== undefined && (MAIL_FIELDS.has(name) || SPECIAL_FIELD.test(name))) return true;
  }
  return false;
}

function toLatin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < Math.min(end, bytes.length); at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** Start of the first line with more than blanks and tabs, for any line endings; otherwise the last line's start. */
export function skipBlankLines(bytes: Uint8Array, start: number): number {
  let line = start;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x0a || byte === 0x0d) line = at + 1;
    else if (byte !== 0x20 && byte !== 0x09) break;
  }
  return line;
}
