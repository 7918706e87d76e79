import { joinBytes } from '@candor/core/base';
import { isKeptField } from './kept-fields.ts';
import type { RawField, RawHeader } from './raw-field.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * The header that the party sees, without the empty line: kept fields as they lie, and one `Bcc` with the given
 * addresses alone, where the first one stood (R3, R4). Every byte is the message's own, the addresses of `Bcc` apart.
 * `foreign`: fields that go although they are of a kind that is kept.
 */
export function projectHeader(
  bytes: Uint8Array,
  header: RawHeader,
  ownBcc: readonly string[],
  foreign: ReadonlySet<RawField>,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let bccWritten = ownBcc.length === 0;
  for (const field of header.fields) {
    if (foreign.has(field)) continue;
    if (isKeptField(field.name)) pieces.push(endLine(bytes.subarray(field.start, field.end), bytes));
    else if (field.name === 'bcc' && !bccWritten) {
      bccWritten = true;
      pieces.push(new TextEncoder().encode(`Bcc: ${ownBcc.join(', ')}`), lineEnd(bytes));
    }
  }
  return joinBytes(pieces);
}

/** A message that ends inside its header may end without a line end. */
function endLine(field: Uint8Array, bytes: Uint8Array): Uint8Array {
  return field.at(-1) === LINE_FEED ? field : joinBytes([field, lineEnd(bytes)]);
}

/** The message's own, as its first line has it. */
function lineEnd(bytes: Uint8Array): Uint8Array {
  const at = bytes.indexOf(LINE_FEED);
  return at > 0 && bytes[at - 1] === RETURN ? new Uint8Array([RETURN, LINE_FEED]) : new Uint8Array([LINE_FEED]);
}
