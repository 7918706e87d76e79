import { escapeInvisible } from '@candor/core/base';

/** The symbols of Crockford's base32. No I, L, O: they are read as 1, 1, 0. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Only the check symbol of a former code has these. */
const FORMER_CHECK_SYMBOLS = '*~$=U';

const ALL_SYMBOLS = SYMBOLS + FORMER_CHECK_SYMBOLS;
const RADIX = 32;
const CODE_BYTES = 16;

/** 128 bits in groups of five; the first symbol holds three bits, so it is at most 7. */
const VALUE_SYMBOLS = 26;

const MAX_FIRST_VALUE = 7;

/**
 * Letters and digits only. 1021 is the largest prime that two symbols hold; the first 26 powers of 32 differ modulo
 * 1021.
 */
const PRESENT_FORM: CodeForm = { groupLengths: [4, 4, 4, 4, 4, 4, 4], modulus: 1021, checkSymbols: 2 };

/** The form of older notices. It is read and never written. */
const FORMER_FORM: CodeForm = { groupLengths: [4, 4, 4, 4, 4, 4, 2, 1], modulus: 37, checkSymbols: 1 };

/** With more groups the reader compares the whole code. */
const MAX_SUSPECTS = 3;

/** Symbols of a whole code, check symbols included. */
export const NOTICE_CODE_SYMBOLS: number = countSymbols(PRESENT_FORM);
/** The former printed form, which is still read. */
export const FORMER_CODE_SYMBOLS: number = countSymbols(FORMER_FORM);
/** More than anyone types; the rest is not looked at. */
const MAX_TYPED_CHARACTERS = 200;
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
  /** `text`: as it is printed, in the form that was typed; `entered`: symbols typed. */
  | { readonly state: 'code'; readonly bytes: Uint8Array; readonly text: string; readonly entered: number }
  | {
      readonly state: 'slip';
      readonly slip: NoticeCodeSlip;
      /** Symbols typed, separators not counted. */
      readonly entered: number;
      /**
       * The group with the error, from 1; for a failed check those where one error would explain it. Empty when
       * unknown.
       */
      readonly groups: readonly number[];
    };

/** 128 bits as they are printed: seven groups of four letters and digits (docs/formats/code.md). */
export function formatNoticeCode(bytes: Uint8Array): string {
  return print(PRESENT_FORM, bytes);
}

/** The same number in both printed forms, that of now first: a notice keeps the one that it was issued with. */
export function listPrintedForms(bytes: Uint8Array): readonly [present: string, former: string] {
  return [print(PRESENT_FORM, bytes), print(FORMER_FORM, bytes)];
}

function print(form: CodeForm, bytes: Uint8Array): string {
  if (bytes.length !== CODE_BYTES) throw new Error(`a notice code has ${CODE_BYTES} bytes, not ${bytes.length}`);
  const values = toValues(bytes);
  const symbols = [...values, ...toCheckValues(form, values)].map(printSymbol).join('');
  let from = 0;
  return form.groupLengths
    .map((length) => {
      from += length;
      return symbols.slice(from - length, from);
    })
    .join('-');
}

/**
 * Reads a typed code. Ignores letter case, spaces, hyphens and invisible characters, which mail programs add to copied
 * text. O is 0, I and L are 1. Never throws.
 */
export function readNoticeCode(typed: string): NoticeCodeReading {
  const groups = escapeInvisible(typed.slice(0, MAX_TYPED_CHARACTERS).normalize('NFKC'), () => ' ')
    .split(SEPARATORS)
    .filter((group) => group !== '')
    .map((group) => group.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1'));
  const symbols = [...groups.join('')];
  const toSlip = (slip: NoticeCodeSlip, places: readonly number[] = []): NoticeCodeReading => ({
    state: 'slip',
    slip,
    entered: symbols.length,
    groups: places,
  });
  const values = symbols.map(readSymbol);
  const form = findForm(groups, values);
  const whole = countSymbols(form);
  const wrong = values.findIndex((value, at) => value === -1 || (value >= RADIX && !isFormerCheck(values, at)));
  if (wrong !== -1 && wrong < whole) return toSlip('not-a-symbol', [toGroup(form, groups, wrong)]);
  const odd = findOddGroup(form, groups);
  if (odd !== null) return toSlip('group-length', [odd]);
  if (symbols.length < whole) return toSlip('too-short');
  if (symbols.length > whole) return toSlip('too-long');
  if ((values[0] ?? 0) > MAX_FIRST_VALUE) return toSlip('first-symbol', [1]);
  if (!isChecked(form, values)) return toSlip('check-symbol', findSuspectGroups(form, values));
  const bytes = toBytes(values.slice(0, VALUE_SYMBOLS));
  return { state: 'code', bytes, text: print(form, bytes), entered: whole };
}

/** 27 symbols are a former code, or a present one with a symbol missing: groups and check symbol tell which. */
function findForm(groups: readonly string[], values: readonly number[]): CodeForm {
  const isPresent = values.length === NOTICE_CODE_SYMBOLS && isChecked(PRESENT_FORM, values);
  if (groups.length === FORMER_FORM.groupLengths.length) return isPresent ? PRESENT_FORM : FORMER_FORM;
  if (values.length !== FORMER_CODE_SYMBOLS) return PRESENT_FORM;
  if ((values[VALUE_SYMBOLS] ?? 0) >= RADIX) return FORMER_FORM;
  return !isShortWithin(groups) && isChecked(FORMER_FORM, values) ? FORMER_FORM : PRESENT_FORM;
}

/** Each group of a present code is complete but one before the last: a symbol was left out there. */
function isShortWithin(groups: readonly string[]): boolean {
  const { groupLengths } = PRESENT_FORM;
  if (groups.length !== groupLengths.length) return false;
  return groups.slice(0, -1).some((group, at) => group.length !== groupLengths[at]);
}

function isFormerCheck(values: readonly number[], at: number): boolean {
  return at === VALUE_SYMBOLS && values.length === FORMER_CODE_SYMBOLS;
}

/** Gaps that the person typed give the groups; without gaps they are counted off. */
function toGroup(form: CodeForm, groups: readonly string[], position: number): number {
  const lengths = groups.length > 1 ? groups.map((group) => group.length) : form.groupLengths;
  let end = 0;
  const at = lengths.findIndex((length) => {
    end += length;
    return position < end;
  });
  return at + 1;
}

/** The first group of a wrong length in a code that was typed in all its groups. */
function findOddGroup({ groupLengths }: CodeForm, groups: readonly string[]): number | null {
  if (groups.length !== groupLengths.length) return null;
  const odd = groups.findIndex((group, at) => group.length !== groupLengths[at]);
  return odd === -1 ? null : odd + 1;
}

/**
 * Where one wrong symbol, or two neighbours in the wrong order, would explain a check that fails: the groups to compare
 * first, from 1. Empty when that is nowhere or in too many places. The check of 28 symbols narrows a single slip to two
 * groups on average.
 */
function findSuspectGroups(form: CodeForm, values: readonly number[]): readonly number[] {
  const groups = toGroups(form);
  const suspects = new Set<number>();
  const tried = [...values];
  const fits = () => (tried[0] ?? 0) <= MAX_FIRST_VALUE && isChecked(form, tried);
  for (const [at, value] of values.entries()) {
    for (let other = 0; other < RADIX; other += 1) {
      tried[at] = other;
      if (other !== value && fits()) suspects.add(groups[at] ?? 0);
    }
    tried[at] = value;
    const next = values[at + 1];
    if (next === undefined || next === value) continue;
    [tried[at], tried[at + 1]] = [next, value];
    if (fits()) for (const place of [at, at + 1]) suspects.add(groups[place] ?? 0);
    [tried[at], tried[at + 1]] = [value, next];
  }
  return suspects.size > MAX_SUSPECTS ? [] : [...suspects].sort((a, b) => a - b);
}

function toGroups({ groupLengths }: CodeForm): readonly number[] {
  return groupLengths.flatMap((length, group) => Array.from({ length }, () => group + 1));
}

/** How a code is printed: its groups, and what the symbols behind its number are. */
interface CodeForm {
  readonly groupLengths: readonly number[];
  /** A prime: it finds every wrong symbol and, where the powers of 32 all differ, every exchange of two. */
  readonly modulus: number;
  readonly checkSymbols: number;
}

function countSymbols({ checkSymbols }: CodeForm): number {
  return VALUE_SYMBOLS + checkSymbols;
}

function printSymbol(value: number): string {
  return ALL_SYMBOLS[value] ?? '';
}

/** -1 for what no code has; 32 and above for what only a former check symbol is. */
function readSymbol(symbol: string): number {
  return ALL_SYMBOLS.indexOf(symbol);
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

/** The values of the check symbols, most significant first. */
function toCheckValues({ modulus, checkSymbols }: CodeForm, values: readonly number[]): readonly number[] {
  const rest = values.slice(0, VALUE_SYMBOLS).reduce((sum, value) => (sum * RADIX + value) % modulus, 0);
  return checkSymbols === 1 ? [rest] : [Math.floor(rest / RADIX), rest % RADIX];
}

/** `values`: of all symbols of a whole code, check symbols included. */
function isChecked(form: CodeForm, values: readonly number[]): boolean {
  return toCheckValues(form, values).every((value, at) => values[VALUE_SYMBOLS + at] === value);
}
