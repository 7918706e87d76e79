import type { Instant } from '@candor/core/base';
import { type Message, type PluralRule, resolveMessage } from '@candor/core/base/message';

/** A message that chooses its form by the number `{n}`. */
export interface Counted {
  readonly forms: Message;
}

/** Number and time formats of a language. */
export interface LanguageRules {
  readonly plural: PluralRule;
  readonly months: readonly string[];
  /** `{day} {month} {year}` */
  readonly date: string;
  /** `{date}, {clock} UTC` */
  readonly time: string;
  readonly thousands: string;
  /** Shorter numbers have no separator. */
  readonly groupedFromDigits: number;
  /** The first of a month. */
  readonly firstDay: string;
  /** Separator between two facts in one line. */
  readonly semicolon: string;
}

export type Values = Readonly<Record<string, string>>;

/**
 * Fills values into a phrase. Values are never phrases. `{de_organization}` is the particle and the value, elided in
 * French before a vowel.
 */
export function fill(phrase: string, values: Values): string {
  return phrase.replace(/\{(?:(de|que)_)?(\w+)\}/g, (whole, word: ElidedParticle | undefined, name: string) => {
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

export function count(rules: LanguageRules, { forms }: Counted, n: number, values: Values = {}): string {
  return fill(resolveMessage(forms, { n }, rules.plural), { n: formatNumber(rules, n), ...values });
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
