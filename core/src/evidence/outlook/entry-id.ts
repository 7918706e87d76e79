import type { Runtime } from '@candor/core/base';
import type { OutlookParty } from './outlook-party.ts';

/** A one-off entry: an address that stands in no address book ([MS-OXCDATA] section 2.2.5.1). */
const ONE_OFF = '812b1fa4bea310199d6e00dd010f5402';
const PROVIDER_START = 4;
const PROVIDER_END = 20;
const FLAGS = 22;
const TEXTS = 24;
const UNICODE_FLAG = 0x8000;
const LIST_HEAD = 8;
/** A notice has one address for answers. */
const MAX_ENTRIES = 1000;

/** Name and address of an entry; null for one of an address book, or one that is cut short. */
export function readEntryId(runtime: Runtime, entry: Uint8Array, ansi: string): OutlookParty | null {
  const provider = Array.from(entry.subarray(PROVIDER_START, PROVIDER_END), toHex).join('');
  if (entry.length < TEXTS || provider !== ONE_OFF) return null;
  const isUnicode = (((entry[FLAGS] ?? 0) | ((entry[FLAGS + 1] ?? 0) << 8)) & UNICODE_FLAG) !== 0;
  const encoding = runtime.toEncoding(isUnicode ? 'utf-16le' : ansi);
  if (encoding === null) return null;
  const [name, type, address] = runtime.openDecoder(encoding).decode(entry.subarray(TEXTS)).split('\0');
  return name === undefined || type === undefined || address === undefined ? null : { name, type, address };
}

/** The entries of a list ([MS-OXCDATA] section 2.3.3, FlatEntryList); null for one that cannot be read whole. */
export function readEntryList(bytes: Uint8Array): readonly Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < LIST_HEAD) return null;
  const count = view.getUint32(0, true);
  if (count > MAX_ENTRIES) return null;
  const entries: Uint8Array[] = [];
  let at = LIST_HEAD;
  for (; entries.length < count; ) {
    if (at + 4 > bytes.length) return null;
    const size = view.getUint32(at, true);
    if (size > bytes.length - at - 4) return null;
    entries.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size + ((4 - (size % 4)) % 4);
  }
  return entries;
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
