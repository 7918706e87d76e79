import type { Runtime } from '@candor/core/base';
import { readAddressList } from './address/address-list.ts';
import type { AddressUse } from './copy.ts';
import { decodeEncodedWords } from './field/encoded-word.ts';
import { type Charset, decodeRawField } from './text/charset.ts';
import { normaliseWhiteSpace } from './text/white-space.ts';

/** An address with the name that stands beside it. The name is the sender's and may itself look like an address. */
export interface ShownAddress extends AddressUse {
  /** Empty when there is none. */
  readonly name: string;
}

/** Characters of one name that are shown. */
const NAME_UNITS = 1000;

/**
 * Reads the value of an address field for people to look at: every entry, in its order. `add` says whether it wants
 * more.
 */
export function readShownAddresses(
  runtime: Runtime,
  role: AddressUse['role'],
  value: string,
  charset: Charset,
  add: (address: ShownAddress) => boolean,
): void {
  const text = decodeRawField(runtime, value, charset);
  readAddressList(runtime, text, ({ address, unreadable }, start, end) =>
    add({ role, address, unreadable, name: unreadable === null ? readName(runtime, text.slice(start, end)) : '' }),
  );
}

/** One that never ends is met once: looked for anew at each quote in it, it would take the square of its length. */
const QUOTED = /"((?:[^"\\]|\\(?:.|$))*)("|$)/gs;

/** What stands before the angle bracket, or in the comment behind an address without one. */
function readName(runtime: Runtime, entry: string): string {
  const angle = entry.lastIndexOf('<');
  const raw = angle === -1 ? readComment(entry) : entry.slice(0, angle);
  const unquoted = raw.replace(QUOTED, (whole, inner: string, end: string) =>
    end === '' ? whole : inner.replace(/\\(.)/gs, '$1'),
  );
  return normaliseWhiteSpace(decodeEncodedWords(runtime, unquoted)).slice(0, NAME_UNITS);
}

function readComment(entry: string): string {
  const open = entry.indexOf('(');
  const close = entry.lastIndexOf(')');
  return open === -1 || close < open ? '' : entry.slice(open + 1, close);
}
