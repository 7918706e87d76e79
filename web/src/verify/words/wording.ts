import type { Instant } from '@candor/core/base';
import type { Language } from '@candor/core/notice';
import { english } from './english.ts';
import type { Counted, Phrases } from './phrases.ts';

/** Each in its own language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** What the page says until another language is there, and where one does not load. */
export const FIRST_PHRASES: Phrases = english;

const LOADERS: Readonly<Record<Language, () => Promise<Phrases>>> = {
  en: async () => english,
  de: async () => (await import('./german.ts')).german,
  fr: async () => (await import('./french.ts')).french,
  es: async () => (await import('./spanish.ts')).spanish,
};

/** The words of one language; a reader loads no other. */
export function loadPhrases(language: Language): Promise<Phrases> {
  return LOADERS[language]();
}

type Values = Readonly<Record<string, string>>;

/** Puts values into a phrase. Values are never phrases themselves. */
export function fill(phrase: string, values: Values): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function count(phrases: Phrases, [one, other]: Counted, n: number, values: Values = {}): string {
  const isOne = n === 1 || (n === 0 && phrases.isZeroOne);
  return fill(isOne ? one : other, { n: formatNumber(phrases, n), ...values });
}

export function formatNumber(phrases: Phrases, n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, phrases.thousands);
}

const SECOND_MS = 1000;

/** A day in UTC, whatever the reader's own time zone is. */
export function formatDate(phrases: Phrases, instant: Instant): string {
  const date = new Date(instant * SECOND_MS);
  return fill(phrases.date, {
    day: String(date.getUTCDate()),
    month: phrases.months[date.getUTCMonth()] ?? '',
    year: String(date.getUTCFullYear()),
  });
}

export function formatTime(phrases: Phrases, instant: Instant): string {
  const clock = new Date(instant * SECOND_MS).toISOString().slice(11, 16);
  return fill(phrases.time, { date: formatDate(phrases, instant), clock });
}
