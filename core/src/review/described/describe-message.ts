import { formatInstant, type Runtime } from '@candor/core/base';
import { type AddressRole, readWholeMessage, type WholeMessage } from '@candor/core/evidence/message';
import type { IndexedMessage } from '../seal/index-line.ts';

/**
 * What the first bytes of a file say that it is; the sender's word for it is not believed. The first that fits counts.
 */
const SIGNATURES: readonly (readonly [start: readonly number[], type: string])[] = [
  [toBytes('%PDF-'), 'application/pdf'],
  [[0x50, 0x4b, 3, 4], 'application/zip'],
  [[0x50, 0x4b, 5, 6], 'application/zip'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'application/x-ole-storage'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [toBytes('GIF8'), 'image/gif'],
  [[0x49, 0x49, 0x2a, 0], 'image/tiff'],
  [[0x4d, 0x4d, 0, 0x2a], 'image/tiff'],
  [toBytes('MZ'), 'application/x-msdownload'],
  [[0x7f, 0x45, 0x4c, 0x46], 'application/x-elf'],
  [[0x1f, 0x8b], 'application/gzip'],
  [toBytes('7z\xbc\xaf\x27\x1c'), 'application/x-7z-compressed'],
  [toBytes('Rar!\x1a\x07'), 'application/vnd.rar'],
  [toBytes('{\\rtf'), 'application/rtf'],
  [[0x78, 0x9f, 0x3e, 0x22], 'application/ms-tnef'],
  [toBytes('BEGIN:VCALENDAR'), 'text/calendar'],
  [toBytes('-----BEGIN PGP'), 'application/pgp'],
];

/** These first bytes are searched for control bytes, which no text has. */
const LOOKED_AT_BYTES = 4096;

const MARKUP = /^\s*<(?:!doctype html|html|head|body|script|svg|\?xml)/i;

/**
 * What the index of a release says of a message out of its own bytes, as they were projected. Every text is the
 * sender's.
 */
export type DescribedMessage = Pick<
  IndexedMessage,
  'attachments' | 'cc' | 'date' | 'direction' | 'from' | 'subject' | 'to'
>;

/** A subject is one line of a list; longer text is cut here and complete in the message. */
const SUBJECT_CHARS = 500;
/** Addresses of one field, and attachments, that the index lists; the message has them all. */
const LISTED = 200;
const NAME_CHARS = 255;

const SENT: ReadonlySet<AddressRole> = new Set<AddressRole>(['from', 'sender', 'resent-from']);
const RECEIVED: ReadonlySet<AddressRole> = new Set<AddressRole>(['to', 'cc', 'resent-to', 'resent-cc']);

/** Describes a projected message. It sees nothing but the projection, so that it cannot tell more than that. */
export function describeMessage(
  runtime: Runtime,
  projected: Uint8Array,
  isOwn: (address: string) => boolean,
): DescribedMessage {
  const message = readWholeMessage(runtime, projected);
  const listed = (role: AddressRole): string[] =>
    [
      ...new Set(
        message.addresses.filter((use) => use.role === role && use.unreadable === null).map(({ address }) => address),
      ),
    ].slice(0, LISTED);
  return {
    subject: cut(message.subject, SUBJECT_CHARS),
    date: message.date === null ? null : formatInstant(message.date),
    from: listed('from'),
    to: listed('to'),
    cc: listed('cc'),
    direction: findDirection(message, isOwn),
    attachments: message.parts
      .filter(({ inline, fileName }) => !inline || fileName !== '')
      .slice(0, LISTED)
      .map(({ bytes, fileName }) => ({
        digest: runtime.sha256Hex(bytes),
        name: cut(fileName, NAME_CHARS),
        size: bytes.length,
        type: findContentType(bytes),
      })),
  };
}

function findDirection(
  { addresses }: Pick<WholeMessage, 'addresses'>,
  isOwn: (address: string) => boolean,
): IndexedMessage['direction'] {
  const own = addresses.filter(({ address, unreadable }) => unreadable === null && isOwn(address.toLowerCase()));
  const sent = own.some(({ role }) => SENT.has(role));
  const received = own.some(({ role }) => RECEIVED.has(role));
  if (sent) return received ? 'both' : 'sent';
  return received ? 'received' : 'copied';
}

/** By complete characters: half a surrogate pair is not text. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : [...text.slice(0, longest * 2)].slice(0, longest).join('');
}

/**
 * Type by content: `text/html` and `text/plain` for what has no control bytes, `application/octet-stream` for the rest.
 */
export function findContentType(bytes: Uint8Array): string {
  for (const [start, type] of SIGNATURES) {
    if (start.length <= bytes.length && start.every((byte, at) => bytes[at] === byte)) return type;
  }
  const front = bytes.subarray(0, LOOKED_AT_BYTES);
  if (front.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)))
    return 'application/octet-stream';
  return MARKUP.test(new TextDecoder('latin1').decode(front)) ? 'text/html' : 'text/plain';
}

function toBytes(latin1: string): readonly number[] {
  return [...latin1].map((character) => character.charCodeAt(0));
}
