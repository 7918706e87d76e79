import { replaceUnseen } from '@candor/core/base';

/** The symbols of Crockford's base32, then the five that only a check symbol can be. No I, L, O: they are read as 1, 1, 0. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const RADIX = 32;
/** The smallest prime above the radix: it finds every single wrong symbol and every swap of neighbours. */
const CHECK_MODULUS = 37;
const CODE_BYTES = 16;
/** 128 bits in groups of five; the first symbol holds three bits, so it is at most 7. */
const VALUE_SYMBOLS = 26;
const LARGEST_FIRST = 7;
const GROUP_LENGTHS: readonly number[] = [4, 4, 4, 4, 4, 4, 2, 1];
/** Symbols of a whole code, check symbol included. */
export const NOTICE_CODE_SYMBOLS: number = VALUE_SYMBOLS + 1;
/** More than anyone types; the rest is not looked at. */
const TYPED_LIMIT_CHARACTERS = 200;
const SEPARATORS = /[\s\-\u2010-\u2015\u2212_.]+/;

/** What is wrong with a typed code, most telling first. */
export type NoticeCodeSlip =
  | 'not-a-symbol'
  | 'group-length'
  | 'too-short'
  | 'too-long'
  | 'first-symbol'
  | 'check-symbol';

export type NoticeCodeReading =
  | { readonly state: 'code'; readonly bytes: Uint8Array; readonly text: string }
  | {
      readonly state: 'slip';
      readonly slip: NoticeCodeSlip;
      /** Symbols typed, separators not counted. */
      readonly entered: number;
      /** The group with the slip, from 1; null where that cannot be told (a check symbol says that, not where). */
      readonly group: number | null;
    };

/** 128 random bits as they are printed: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XX-C` (docs/formats/code.md). */
export function formatNoticeCode(bytes: Uint8Array): string {
  if (bytes.length !== CODE_BYTES) throw new Error(`a notice code has ${CODE_BYTES} bytes, not ${bytes.length}`);
  const values = toValues(bytes);
  const symbols = [...values, toCheckValue(values)].map((value) => SYMBOLS[value]).join('');
  let from = 0;
  return GROUP_LENGTHS.map((length) => {
    from += length;
    return symbols.slice(from - length, from);
  }).join('-');
}

/**
 * Reads what a person typed. Letter case, spaces and hyphens mean nothing, nor does what shows nothing: mail programs put such marks around what is copied,
 * and nobody finds them in a field. O is 0, I and L are 1. Never throws.
 */
export function readNoticeCode(typed: string): NoticeCodeReading {
  const groups = replaceUnseen(typed.slice(0, TYPED_LIMIT_CHARACTERS).normalize('NFKC'), () => ' ')
    .split(SEPARATORS)
    .filter((group) => group !== '')
    .map((group) => group.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1'));
  const symbols = [...groups.join('')];
  const toSlip = (slip: NoticeCodeSlip, group: number | null): NoticeCodeReading => ({
    state: 'slip',
    slip,
    entered: symbols.length,
    group,
  });
  const values = symbols.map((symbol) => SYMBOLS.indexOf(symbol));
  const wrong = values.findIndex((value, at) => value === -1 || (value >= RADIX && at !== VALUE_SYMBOLS));
  if (wrong !== -1 && wrong < NOTICE_CODE_SYMBOLS) return toSlip('not-a-symbol', toGroup(groups, wrong));
  const odd = findOddGroup(groups);
  if (odd !== null) return toSlip('group-length', odd);
  if (symbols.length < NOTICE_CODE_SYMBOLS) return toSlip('too-short', null);
  if (symbols.length > NOTICE_CODE_SYMBOLS) return toSlip('too-long', null);
  const value = values.slice(0, VALUE_SYMBOLS);
  if ((value[0] ?? 0) > LARGEST_FIRST) return toSlip('first-symbol', 1);
  if (toCheckValue(value) !== values[VALUE_SYMBOLS]) return toSlip('check-symbol', null);
  const bytes = toBytes(value);
  return { state: 'code', bytes, text: formatNoticeCode(bytes) };
}

/** Five bits at a time, the two missing ones in front. */
function toValues(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let bits = 2;
  let rest = 0;
  for (const byte of bytes) {
    rest = (rest << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((rest >> bits) & 31);
    }
    rest &= (1 << bits) - 1;
  }
  return values;
}

function toBytes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(CODE_BYTES);
  let bits = -2;
  let rest = 0;
  let at = 0;
  for (const value of values) {
    rest = (rest << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = rest >> bits;
    at += 1;
    rest &= (1 << bits) - 1;
  }
  return bytes;
}

function toCheckValue(values: readonly number[]): number {
  return values.reduce((rest, value) => (rest * RADIX + value) % CHECK_MODULUS, 0);
}

/** Where the person left gaps, groups are theirs; else they are counted off. */
function toGroup(groups: readonly string[], position: number): number {
  const lengths = groups.length > 1 ? groups.map((group) => group.length) : GROUP_LENGTHS;
  let end = 0;
  const at = lengths.findIndex((length) => {
    end += length;
    return position < end;
  });
  return at + 1;
}

/** The only group of a wrong length in a code that was typed in all its groups. */
function findOddGroup(groups: readonly string[]): number | null {
  if (groups.length !== GROUP_LENGTHS.length) return null;
  const odd = groups.findIndex((group, at) => group.length !== GROUP_LENGTHS[at]);
  return odd === -1 ? null : odd + 1;
}
