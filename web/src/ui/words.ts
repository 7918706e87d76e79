import type { Instant } from '@candor/core/base';

/** Singular and plural forms. `{n}` is the number. */
export type Counted = readonly [one: string, other: string];

/** Number and time formats of a language. */
export interface LanguageRules {
  /** Whether zero is singular. */
  readonly isZeroOne: boolean;
  readonly months: readonly string[];
  /** `{day} {month} {year}` */
  readonly date: string;
  /** `{date}, {clock} UTC` */
  readonly time: string;
  readonly thousands: string;
  /** Shorter numbers have no separator. */
  readonly groupedFromDigits: 4 | 5;
  /** The first of a month. */
  readonly firstDay: string;
  /** Separator between two facts in one line. */
  readonly semicolon: string;
}

export type Values = Readonly<Record<string, string>>;

/**
 * Fills values into a phrase. Values are never phrases. `{de organization}` is the particle and the value, elided in
 * French before a vowel.
 */
export function fill(phrase: string, values: Values): string {
  return phrase.replace(/\{(?:(de|que) )?(\w+)\}/g, (whole, word: ElidedParticle | undefined, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return word === undefined ? value : toElidedParticle(word, value) + value;
  });
}

export type ElidedParticle = 'de' | 'que';

const VOWEL = /^[aeiouàâäæéèêëîïôöœùûü]/i;

/** The French particle before a word: `de `, or `d’` before a vowel. */
export function toElidedParticle(word: ElidedParticle, next: string): string {
  return VOWEL.test(next) ? `${word.slice(0, -1)}’` : `${word} `;
}

export function count(rules: LanguageRules, [one, other]: Counted, n: number, values: Values = {}): string {
  const isOne = n === 1 || (n === 0 && rules.isZeroOne);
  return fill(isOne ? one : other, { n: formatNumber(rules, n), ...values });
}

export function formatNumber(rules: LanguageRules, n: number): string {
  const digits = String(n);
  return digits.length < rules.groupedFromDigits ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, rules.thousands);
}

const SECOND_MS = 1000;

/** A day in UTC, whatever the reader's time zone. */
export function formatDate(rules: LanguageRules, instant: Instant): string {
  const date = new Date(instant * SECOND_MS);
  const day = date.getUTCDate();
  return fill(rules.date, {
    day: day === 1 ? rules.firstDay : String(day),
    month: rules.months[date.getUTCMonth()] ?? '',
    year: String(date.getUTCFullYear()),
  });
}

export function formatTime(rules: LanguageRules, instant: Instant): string {
  const clock = new Date(instant * SECOND_MS).toISOString().slice(11, 16);
  return fill(rules.time, { date: formatDate(rules, instant), clock });
}
