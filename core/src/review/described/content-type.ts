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
/** Bytes that are looked at for what no text has. */
const LOOKED_AT_BYTES = 4096;
const MARKUP = /^\s*<(?:!doctype html|html|head|body|script|svg|\?xml)/i;

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
