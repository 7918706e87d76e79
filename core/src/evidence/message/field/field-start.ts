import { FIELD_NAME_BYTES } from '../limits.ts';

const COLON = 0x3a;
const TAB = 0x09;
const BLANK = 0x20;

/**
 * Whether a header field begins at `start`: a name of printable ASCII, blanks, a colon. Null while the bytes before
 * `end` do not tell.
 */
export function beginsField(bytes: Uint8Array, start: number, end = bytes.length): boolean | null {
  const limit = start + FIELD_NAME_BYTES;
  let at = start;
  while (at < limit && at < end && isNameByte(bytes[at])) at += 1;
  if (at === start) return at < end ? false : null;
  while (at < limit && at < end && (bytes[at] === BLANK || bytes[at] === TAB)) at += 1;
  if (at >= limit) return false;
  return at < end ? bytes[at] === COLON : null;
}

function isNameByte(byte: number | undefined): boolean {
  return byte !== undefined && byte > BLANK && byte < 0x7f && byte !== COLON;
}
