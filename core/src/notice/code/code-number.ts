/** The symbols of Crockford's base32. No I, L, O: they are read as 1, 1, 0. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Those that only the check symbol of a former code can be. */
const FORMER_CHECK_SYMBOLS = '*~$=U';
const ALL_SYMBOLS = SYMBOLS + FORMER_CHECK_SYMBOLS;
export const RADIX = 32;
export const CODE_BYTES = 16;
/** 128 bits in groups of five; the first symbol holds three bits, so it is at most 7. */
export const VALUE_SYMBOLS = 26;
export const LARGEST_FIRST = 7;

/** How a code is printed: its groups, and what the symbols behind its number are. */
export interface CodeForm {
  readonly groupLengths: readonly number[];
  /** A prime: it finds every wrong symbol and, where the powers of 32 all differ, every exchange of two. */
  readonly modulus: number;
  readonly checkSymbols: number;
}

/**
 * Letters and digits only. 1021 is the largest prime that two symbols hold; the first 26 powers of 32 differ modulo
 * 1021.
 */
export const PRESENT_FORM: CodeForm = { groupLengths: [4, 4, 4, 4, 4, 4, 4], modulus: 1021, checkSymbols: 2 };
/** What notices printed before. It is read and never written. */
export const FORMER_FORM: CodeForm = { groupLengths: [4, 4, 4, 4, 4, 4, 2, 1], modulus: 37, checkSymbols: 1 };

export function countSymbols({ checkSymbols }: CodeForm): number {
  return VALUE_SYMBOLS + checkSymbols;
}

export function printSymbol(value: number): string {
  return ALL_SYMBOLS[value] ?? '';
}

/** -1 for what no code has; 32 and above for what only a former check symbol is. */
export function readSymbol(symbol: string): number {
  return ALL_SYMBOLS.indexOf(symbol);
}

/** Five bits at a time, the two missing ones in front. */
export function toValues(bytes: Uint8Array): number[] {
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

export function toBytes(values: readonly number[]): Uint8Array {
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

/** The values of the check symbols, most significant first. */
export function toCheckValues({ modulus, checkSymbols }: CodeForm, values: readonly number[]): readonly number[] {
  const rest = values.slice(0, VALUE_SYMBOLS).reduce((sum, value) => (sum * RADIX + value) % modulus, 0);
  return checkSymbols === 1 ? [rest] : [Math.floor(rest / RADIX), rest % RADIX];
}

/** `values`: of all symbols of a whole code, check symbols included. */
export function isChecked(form: CodeForm, values: readonly number[]): boolean {
  return toCheckValues(form, values).every((value, at) => values[VALUE_SYMBOLS + at] === value);
}
