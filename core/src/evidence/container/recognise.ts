import { isFromLine, isStrictFromLine } from '../message/mbox/from-line.ts';
import { skipBlankLines } from './blank-lines.ts';
import { readEmlxCount } from './emlx.ts';

/** What a file of evidence is by its first bytes; names are never looked at. */
export type EvidenceFormat =
  | { readonly is: 'empty' | 'mbox' | 'message' | 'emlx' | 'pst' | 'msg' | 'zip' | 'tar' | 'gzip' | 'zstd' | 'unknown' }
  /** No mail, but items of a mailbox: iCalendar and vCard. */
  | { readonly is: 'calendar' | 'contacts' }
  /** Mail as text in UTF-16, as editors and shells of Windows save it. */
  | { readonly is: 'utf-16le' | 'utf-16be' }
  /** `command` is what unpacks it. */
  | { readonly is: 'packed'; readonly by: string; readonly command: string };

/** Bytes that are enough to recognise every format: a header block of a few fields, and the tar mark at 257. */
export const RECOGNITION_BYTES = 8 * 1024;

const PST = [0x21, 0x42, 0x44, 0x4e];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const GZIP = [0x1f, 0x8b, 0x08];
const TAR_MARK = [0x75, 0x73, 0x74, 0x61, 0x72];
const TAR_MARK_AT = 257;
const TAR_HEADER_BYTES = 512;

const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** Packings that are not read: the file must be unpacked by a person first. */
const PACKED: readonly (readonly [by: string, command: string, mark: readonly number[]])[] = [
  ['bzip2', 'bzip2 -dc', [0x42, 0x5a, 0x68]],
  ['xz', 'xz -dc', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['lz4', 'lz4 -dc', [0x04, 0x22, 0x4d, 0x18]],
  ['lzip', 'lzip -dc', [0x4c, 0x5a, 0x49, 0x50]],
  ['lzop', 'lzop -dc', [0x89, 0x4c, 0x5a, 0x4f]],
  ['compress', 'gzip -dc', [0x1f, 0x9d]],
  ['7-Zip', '7z x', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', 'unrar x', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['a zip in several parts', 'zip -s 0', [0x50, 0x4b, 0x07, 0x08]],
  // As Dovecot keeps messages: `Dovecot-LZ4`, and `CRYPTED` of its mail_crypt. Only it gives them as they were.
  [
    'Dovecot’s LZ4',
    'doveadm fetch',
    [0x44, 0x6f, 0x76, 0x65, 0x63, 0x6f, 0x74, 0x2d, 0x4c, 0x5a, 0x34, 0x0d, 0x2a, 0x9b, 0xc5],
  ],
  ['Dovecot’s encryption', 'doveadm fetch', [0x43, 0x52, 0x59, 0x50, 0x54, 0x45, 0x44, 0x03, 0x07]],
];

/** Recognises a file by its head (its first RECOGNITION_BYTES, or all of it). */
export function recogniseFormat(head: Uint8Array): EvidenceFormat {
  if (head.length === 0) return { is: 'empty' };
  if (startsWith(head, PST, 0)) return { is: 'pst' };
  if (startsWith(head, COMPOUND_FILE, 0)) return { is: 'msg' };
  if (ZIP.some((mark) => startsWith(head, mark, 0))) return { is: 'zip' };
  if (startsWith(head, GZIP, 0)) return { is: 'gzip' };
  if (isTar(head)) return { is: 'tar' };
  if (startsWith(head, ZSTD, 0)) return { is: 'zstd' };
  for (const [by, command, mark] of PACKED) if (startsWith(head, mark, 0)) return { is: 'packed', by, command };
  // A hole at the start: what lies behind it is looked for as in an mbox.
  if (head.length === RECOGNITION_BYTES && head.every((byte) => byte === 0)) return { is: 'mbox' };
  return { is: recogniseUtf16(head) ?? recogniseText(head) };
}

function startsWith(bytes: Uint8Array, mark: readonly number[], at: number): boolean {
  return bytes.length >= at + mark.length && mark.every((byte, index) => bytes[at + index] === byte);
}

/** A tar has its mark or, in the oldest form, a header whose checksum is right. */
function isTar(head: Uint8Array): boolean {
  if (head.length < TAR_HEADER_BYTES || head[0] === 0) return false;
  let sum = 0;
  for (let at = 0; at < TAR_HEADER_BYTES; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (head[at] ?? 0);
  const written = Number.parseInt(
    toLatin1(head, 148, 156)
      .replace(/[\0 ]+/g, ' ')
      .trim(),
    8,
  );
  return written === sum || (startsWith(head, TAR_MARK, TAR_MARK_AT) && Number.isNaN(written));
}

/** Fields one of which a message has; other text with `name: value` lines is no mail. Lower case. */
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

/** Text of mail in UTF-16 with its mark. A unit beyond a byte is no part of what mail is told by. */
function recogniseUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const isLittle = startsWith(head, [0xff, 0xfe], 0);
  if (!isLittle && !startsWith(head, [0xfe, 0xff], 0)) return null;
  const text = new Uint8Array((head.length >> 1) - 1);
  for (let at = 0; at < text.length; at += 1) {
    const [first, second] = [head[2 * at + 2] ?? 0, head[2 * at + 3] ?? 0];
    const [low, high] = isLittle ? [first, second] : [second, first];
    text[at] = high === 0 ? low : 0xff;
  }
  if (recogniseText(text) === 'unknown') return null;
  return isLittle ? 'utf-16le' : 'utf-16be';
}

const LISTED = /^BEGIN:(VCALENDAR|VCARD)[ \t]*(?:\r|\n)/i;

function recogniseText(head: Uint8Array): 'mbox' | 'message' | 'emlx' | 'calendar' | 'contacts' | 'unknown' {
  const at = skipBlankLines(head, startsWith(head, [0xef, 0xbb, 0xbf], 0) ? 3 : 0);
  const text = toLatin1(head, at, head.length);
  if (isFromLine(text)) return 'mbox';
  const listed = LISTED.exec(text)?.[1];
  if (listed !== undefined) return listed.toLowerCase() === 'vcard' ? 'contacts' : 'calendar';
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1) lines.pop();
  if (hasMailHeader(lines)) return 'message';
  if (readEmlxCount(text) !== null && hasMailHeader(lines, 1)) return 'emlx';
  return hasLaterMessage(lines) ? 'mbox' : 'unknown';
}

/**
 * An mbox with something else in front of its first message: a separator after an empty line, or a strict one after any
 * line or a hole of zeros, and a mail's header behind it.
 */
function hasLaterMessage(lines: readonly string[]): boolean {
  return lines.some((line, at) => {
    const isSeparator = at > 0 && lines[at - 1] === '' && line.startsWith('From ');
    const behindHole = line.slice(line.lastIndexOf('\0') + 1);
    return (isSeparator || isStrictFromLine(behindHole)) && hasMailHeader(lines, at + 1);
  });
}

/** The header block may hold rubbish lines (real mail does); the first line must be a field and one field a mail's. */
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
