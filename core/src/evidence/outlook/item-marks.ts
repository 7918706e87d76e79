import type { Runtime } from '@candor/core/base';
import type { ItemFolder } from './compound-file.ts';
import type { ItemProperties } from './item-properties.ts';

export interface ItemMarks {
  /** Words of a flag, of categories. Readers set these as well. */
  readonly words: readonly string[];
  /** Fields of a header that would show the same: importance, sensitivity, receipts. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly hasButtons: boolean;
}

const [IMPORTANCE, SENSITIVITY] = [0x0017, 0x0036];
const [READ_RECEIPT, DELIVERY_RECEIPT] = [0x0029, 0x0023];
const NORMAL_IMPORTANCE = 1;
/** Names of properties ([MS-OXMSG] section 2.2.3): the sets, the rows and the texts. */
const NAMES = '__NAMEID_VERSION1.0';
const [SETS, ROWS, TEXTS] = ['__SUBSTG1.0_00020102', '__SUBSTG1.0_00030102', '__SUBSTG1.0_00040102'];
const [ROW_BYTES, SET_BYTES] = [8, 16];
const FIRST_NAMED = 0x8000;
const PUBLIC_STRINGS = 2;
const FIRST_LISTED_SET = 3;
/** PSETID_Common, as its bytes. */
const COMMON = '0820060000000000c000000000000046';
const [FLAG_REQUEST, VERB_STREAM] = [0x8530, 0x8520];
const MULTIPLE_TEXT = '101F';

export function readMarks(runtime: Runtime, item: ItemProperties, root: ItemFolder): ItemMarks {
  const named = readNames(runtime, root.folders.get(NAMES));
  const of = (name: string): readonly number[] => named.flatMap((one) => (one.name === name ? [one.property] : []));
  const flags = of(`common ${FLAG_REQUEST}`).map((property) => item.text(property) ?? '');
  const categories = of('public keywords').flatMap((property) => readTexts(runtime, root, property));
  const buttons = of(`common ${VERB_STREAM}`).some((property) => item.binary(property) !== null);
  const importance = item.integer(IMPORTANCE) ?? NORMAL_IMPORTANCE;
  const sensitivity = item.integer(SENSITIVITY) ?? 0;
  const fields = [
    ...(importance === NORMAL_IMPORTANCE ? [] : [{ name: 'importance', value: String(importance) }]),
    ...(sensitivity === 0 ? [] : [{ name: 'sensitivity', value: String(sensitivity) }]),
    ...(item.isTrue(READ_RECEIPT) ? [{ name: 'disposition-notification-to', value: 'requested' }] : []),
    ...(item.isTrue(DELIVERY_RECEIPT) ? [{ name: 'return-receipt-to', value: 'requested' }] : []),
  ];
  return { words: [...flags, ...categories].filter((text) => text !== ''), fields, hasButtons: buttons };
}

interface NamedProperty {
  /** `common` and a number, or `public` and a name. */
  readonly name: string;
  readonly property: number;
}

function readNames(runtime: Runtime, folder: ItemFolder | undefined): readonly NamedProperty[] {
  const sets = folder?.streams.get(SETS) ?? new Uint8Array();
  const rows = folder?.streams.get(ROWS) ?? new Uint8Array();
  const texts = folder?.streams.get(TEXTS) ?? new Uint8Array();
  const view = new DataView(rows.buffer, rows.byteOffset, rows.length);
  const named: NamedProperty[] = [];
  for (let at = 0; at + ROW_BYTES <= rows.length; at += ROW_BYTES) {
    const id = view.getUint32(at, true);
    const kind = view.getUint16(at + 4, true);
    const property = FIRST_NAMED + view.getUint16(at + 6, true);
    const set = kind >> 1;
    if ((kind & 1) === 0 && isCommon(sets, set)) named.push({ name: `common ${id}`, property });
    if ((kind & 1) === 1 && set === PUBLIC_STRINGS)
      named.push({ name: `public ${readName(runtime, texts, id).toLowerCase()}`, property });
  }
  return named;
}

function isCommon(sets: Uint8Array, set: number): boolean {
  const from = (set - FIRST_LISTED_SET) * SET_BYTES;
  if (from < 0) return false;
  const bytes = sets.subarray(from, from + SET_BYTES);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') === COMMON;
}

function readName(runtime: Runtime, texts: Uint8Array, at: number): string {
  if (at + 4 > texts.length) return '';
  const size = new DataView(texts.buffer, texts.byteOffset, texts.length).getUint32(at, true);
  return runtime.openDecoder('utf-16le').decode(texts.subarray(at + 4, Math.min(texts.length, at + 4 + size)));
}

function readTexts(runtime: Runtime, { streams }: ItemFolder, property: number): readonly string[] {
  const start = `__SUBSTG1.0_${property.toString(16).padStart(4, '0').toUpperCase()}${MULTIPLE_TEXT}-`;
  return [...streams]
    .filter(([name]) => name.startsWith(start))
    .map(([, bytes]) => runtime.openDecoder('utf-16le').decode(bytes).replaceAll('\0', ''));
}
