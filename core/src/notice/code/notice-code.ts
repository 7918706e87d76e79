import { replaceUnseen } from '@candor/core/base';
import {
  CODE_BYTES,
  type CodeForm,
  countSymbols,
  FORMER_FORM,
  isChecked,
  LARGEST_FIRST,
  PRESENT_FORM,
  printSymbol,
  RADIX,
  readSymbol,
  toBytes,
  toCheckValues,
  toValues,
  VALUE_SYMBOLS,
} from './code-number.ts';
import { findSuspectGroups } from './suspect-groups.ts';

/** Symbols of a whole code, check symbols included. */
export const NOTICE_CODE_SYMBOLS: number = countSymbols(PRESENT_FORM);
/** Of a code as notices printed it before; it is read as well. */
export const FORMER_CODE_SYMBOLS: number = countSymbols(FORMER_FORM);
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
  /** `text`: as it is printed, in the form that was typed; `entered`: symbols typed. */
  | { readonly state: 'code'; readonly bytes: Uint8Array; readonly text: string; readonly entered: number }
  | {
      readonly state: 'slip';
      readonly slip: NoticeCodeSlip;
      /** Symbols typed, separators not counted. */
      readonly entered: number;
      /**
       * The group with the slip, from 1; of a failed check those where one slip would explain it. Empty where nothing
       * can be told.
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
 * Reads what a person typed. Letter case, spaces and hyphens mean nothing, nor does what shows nothing: mail programs
 * put such marks around what is copied, and nobody finds them in a field. O is 0, I and L are 1. Never throws.
 */
export function readNoticeCode(typed: string): NoticeCodeReading {
  const groups = replaceUnseen(typed.slice(0, TYPED_LIMIT_CHARACTERS).normalize('NFKC'), () => ' ')
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
  if ((values[0] ?? 0) > LARGEST_FIRST) return toSlip('first-symbol', [1]);
  if (!isChecked(form, values)) return toSlip('check-symbol', findSuspectGroups(form, values));
  const bytes = toBytes(values.slice(0, VALUE_SYMBOLS));
  return { state: 'code', bytes, text: print(form, bytes), entered: whole };
}

/** 27 symbols are a former code, or one of now with a symbol missing: groups and check symbol tell which. */
function findForm(groups: readonly string[], values: readonly number[]): CodeForm {
  const isPresent = values.length === NOTICE_CODE_SYMBOLS && isChecked(PRESENT_FORM, values);
  if (groups.length === FORMER_FORM.groupLengths.length) return isPresent ? PRESENT_FORM : FORMER_FORM;
  if (values.length !== FORMER_CODE_SYMBOLS) return PRESENT_FORM;
  if ((values[VALUE_SYMBOLS] ?? 0) >= RADIX) return FORMER_FORM;
  return !isShortWithin(groups) && isChecked(FORMER_FORM, values) ? FORMER_FORM : PRESENT_FORM;
}

/** All groups of now, and one before the last of another length: a symbol was left out there. */
function isShortWithin(groups: readonly string[]): boolean {
  const { groupLengths } = PRESENT_FORM;
  if (groups.length !== groupLengths.length) return false;
  return groups.slice(0, -1).some((group, at) => group.length !== groupLengths[at]);
}

function isFormerCheck(values: readonly number[], at: number): boolean {
  return at === VALUE_SYMBOLS && values.length === FORMER_CODE_SYMBOLS;
}

/** Where the person left gaps, groups are theirs; else they are counted off. */
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
