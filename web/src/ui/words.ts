import type { Instant } from '@candor/core/base';

/** One form for one thing, another for any other number. `{n}` is the number. */
export type Counted = readonly [one: string, other: string];

/** How a language writes numbers and times. */
export interface LanguageRules {
  /** Whether nought takes the form for one. */
  readonly isZeroOne: boolean;
  readonly months: readonly string[];
  /** `{day} {month} {year}` */
  readonly date: string;
  /** `{date}, {clock} UTC` */
  readonly time: string;
  readonly thousands: string;
}

export type Values = Readonly<Record<string, string>>;

/** Puts values into a phrase. Values are never phrases themselves. */
export function fill(phrase: string, values: Values): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function count(rules: LanguageRules, [one, other]: Counted, n: number, values: Values = {}): string {
  const isOne = n === 1 || (n === 0 && rules.isZeroOne);
  return fill(isOne ? one : other, { n: formatNumber(rules, n), ...values });
}

export function formatNumber(rules: LanguageRules, n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, rules.thousands);
}

const SECOND_MS = 1000;

/** A day in UTC, whatever the reader's own time zone is. */
export function formatDate(rules: LanguageRules, instant: Instant): string {
  const date = new Date(instant * SECOND_MS);
  return fill(rules.date, {
    day: String(date.getUTCDate()),
    month: rules.months[date.getUTCMonth()] ?? '',
    year: String(date.getUTCFullYear()),
  });
}

export function formatTime(rules: LanguageRules, instant: Instant): string {
  const clock = new Date(instant * SECOND_MS).toISOString().slice(11, 16);
  return fill(rules.time, { date: formatDate(rules, instant), clock });
}
