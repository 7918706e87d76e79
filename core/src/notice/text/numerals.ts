import type { Instant } from '@candor/core/base';
import type { MessageValues } from '@candor/core/base/message';

/**
 * How a language writes numbers and dates, as data: Unicode's CLDR for these four, written out here because the texts
 * must not change with the version of a runtime's own tables (docs/decisions/0010-own-language-data.md).
 */
export interface Numerals {
  /** Between groups of three digits. */
  readonly groupSeparator: string;
  /** Fewer digits than these are not grouped. */
  readonly groupedFromDigits: number;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** With `{day}`, `{month}`, `{year}`. */
  readonly date: string;
  readonly shortDate: string;
  /** The same without the year, for the first of two dates in one year. */
  readonly dayOfYear: string;
  readonly shortDayOfYear: string;
  /** The same without the month, for the first of two days in one month. */
  readonly dayOfMonth: string;
  /** Between the number of a sheet and how many there are: "1 of 2". */
  readonly of: string;
  /** What the first of a month is called, where it is not just 1. */
  readonly firstDay: string;
  /** With `{date}`, `{hour}`, `{minute}`. */
  readonly time: string;
}

export function formatNumber(numerals: Numerals, value: number): string {
  const digits = String(value);
  return digits.length < numerals.groupedFromDigits
    ? digits
    : digits.replace(/\B(?=(\d{3})+$)/g, numerals.groupSeparator);
}

/** `10 September 2001`, in UTC. */
export function formatDate(numerals: Numerals, instant: Instant): string {
  return writeDate(numerals, numerals.date, numerals.months, instant);
}

/** Two days as they stand in one sentence: year and month once when they are the same. Null when both are one day. */
export function formatDates(numerals: Numerals, from: Instant, to: Instant, length: 'long' | 'short'): DatePair | null {
  const months = length === 'long' ? numerals.months : numerals.shortMonths;
  const whole = length === 'long' ? numerals.date : numerals.shortDate;
  const dayOfYear = length === 'long' ? numerals.dayOfYear : numerals.shortDayOfYear;
  const last = writeDate(numerals, whole, months, to);
  if (writeDate(numerals, whole, months, from) === last) return null;
  const [start, end] = [new Date(from * 1000), new Date(to * 1000)];
  const isOneYear = start.getUTCFullYear() === end.getUTCFullYear();
  const isOneMonth = isOneYear && start.getUTCMonth() === end.getUTCMonth();
  const form = isOneMonth ? numerals.dayOfMonth : isOneYear ? dayOfYear : whole;
  return { from: writeDate(numerals, form, months, from), to: last };
}

/** The ends of a time, written. */
export interface DatePair {
  readonly from: string;
  readonly to: string;
}

/** `10 Sep 2001`, in UTC. */
export function formatShortDate(numerals: Numerals, instant: Instant): string {
  return writeDate(numerals, numerals.shortDate, numerals.shortMonths, instant);
}

/** `10 September 2001, 14:05 UTC`. */
export function formatMoment(numerals: Numerals, instant: Instant): string {
  const date = new Date(instant * 1000);
  return fill(numerals, numerals.time, {
    date: formatDate(numerals, instant),
    hour: String(date.getUTCHours()).padStart(2, '0'),
    minute: String(date.getUTCMinutes()).padStart(2, '0'),
  });
}

function writeDate(numerals: Numerals, form: string, months: readonly string[], instant: Instant): string {
  const date = new Date(instant * 1000);
  const day = date.getUTCDate();
  return fill(numerals, form, {
    day: day === 1 ? numerals.firstDay : String(day),
    month: months[date.getUTCMonth()] ?? '',
    year: String(date.getUTCFullYear()),
  });
}

/**
 * Puts values into a phrase: a text as it is, a number formatted. A value never is a phrase: braces in it stay as they
 * are. A name that ends in a full stop ("Corp.") takes that of the sentence.
 */
export function fill(numerals: Numerals, phrase: string, values: MessageValues): string {
  if (!phrase.includes('{')) return phrase;
  return phrase.replace(/\{([a-z]+)\}(\.?)/gi, (whole, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a phrase wants ${whole}`);
    if (typeof value === 'number') return formatNumber(numerals, value) + stop;
    return value.endsWith('.') ? value : value + stop;
  });
}
