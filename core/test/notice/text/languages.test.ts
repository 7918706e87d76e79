import { LANGUAGES, toLanguage } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/notice/text/languages/catalogues.ts';
import {
  chooseForm,
  fill,
  formatDate,
  formatMoment,
  formatNumber,
  formatShortDate,
} from '../../../src/notice/text/numerals.ts';
import { EXPECTED } from './expected-words.ts';
import { at } from './fictional-facts.ts';

const english = CATALOGUES.en.phrases;
const german = CATALOGUES.de.phrases;
const french = CATALOGUES.fr.phrases;
const spanish = CATALOGUES.es.phrases;
const all = LANGUAGES.map((language) => [language, CATALOGUES[language].phrases] as const);
const translations = all.filter(([language]) => language !== 'en');

/** Every text of a language with its path. */
function listTexts(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, `${path}.${key}`));
}

/** Spelt out, because there "the 1 member" is no language; never asked for 0, which is French singular too. */
const SPELT =
  /^\.(?:mailboxes|unknownGaps|amongThem|affectedAddresses|changeListed|fraud\.(?:organization|person))\.one$/;

/** What a phrase takes; how the number is joined to its noun is the language's own. */
function listPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(/\{([a-z]+)(?: de| d’)?\}/gi)].map(([, name = '']) => name).sort();
}

test('every translation takes the same values in every phrase', () => {
  const wanted = new Map(listTexts(english, '').filter(([path]) => !path.startsWith('.numerals')));
  for (const [language, phrases] of translations)
    for (const [path, text] of listTexts(phrases, '').filter(([name]) => wanted.has(name)))
      expect(listPlaceholders(text), `${language}${path}`).toEqual(listPlaceholders(wanted.get(path) ?? ''));
});

test('both forms of a phrase take the same values', () => {
  for (const [language, phrases] of all)
    for (const [path, text] of listTexts(phrases, '').filter(([name]) => name.endsWith('.one'))) {
      const other = new Map(listTexts(phrases, '')).get(path.replace(/one$/, 'other')) ?? '';
      const taken = listPlaceholders(other).filter((name) => name !== 'n' || !SPELT.test(path));
      expect(listPlaceholders(text), `${language}${path}`).toEqual(taken);
    }
});

test('one person, mailbox or message is singular', () => {
  for (const [language, phrases] of all)
    for (const [path, text] of listTexts(phrases, '').filter(([name]) => SPELT.test(name)))
      expect(text, `${language}${path}`).not.toMatch(/\{n|\d/);
});

test('no phrase shouts, apologizes, hedges or says what is not there', () => {
  for (const [language, phrases] of all)
    for (const [path, text] of listTexts(phrases, '')) {
      if (/Separator$/.test(path)) continue;
      expect(text, `${language}${path}`).not.toBe('');
      expect(text, `${language}${path}`).not.toMatch(/[!¡]| {2}/);
      expect(text, `${language}${path}`).not.toMatch(EXPECTED[language].apology);
    }
});

test('French puts a non-breaking space before colon and semicolon', () => {
  for (const [path, text] of listTexts(french, '')) expect(text, path).not.toMatch(/[^\u00A0\s] ?:(?!\{)|[^\u00A0];/);
});

test('each language groups digits its own way', () => {
  for (const [language, { numerals }] of all)
    expect([999, 1000, 14_699, 1_234_567].map((n) => formatNumber(numerals, n))).toEqual(
      EXPECTED[language].notices.digits,
    );
});

test('each language writes dates and times its own way, in UTC', () => {
  const moment = at(2001, 9, 1, 8, 5);
  for (const [language, { numerals }] of all)
    expect([formatDate(numerals, moment), formatShortDate(numerals, moment), formatMoment(numerals, moment)]).toEqual(
      EXPECTED[language].notices.dates,
    );
});

test('one is singular in every language, zero only in French', () => {
  const phrase = { one: 'one', other: 'other' };
  for (const [language, { numerals }] of all)
    expect([0, 1, 2].map((n) => chooseForm(numerals, phrase, n))).toEqual([EXPECTED[language].zero, 'one', 'other']);
});

test('whole millions take a preposition before their noun', () => {
  const { numerals } = french;
  const write = (n: number): string => fill(numerals, '{n de} messages, {n d’}adresses', { n });
  expect(write(2)).toBe('2 messages, 2 adresses');
  expect(write(2_000_000)).toBe('2\u00A0000\u00A0000 de messages, 2\u00A0000\u00A0000 d’adresses');
  expect(write(2_000_001)).toBe('2\u00A0000\u00A0001 messages, 2\u00A0000\u00A0001 adresses');
});

test('a value is never read as a phrase, and a missing value is a fault', () => {
  expect(fill(english.numerals, '{name} and {n}', { name: '{n}', n: 2 })).toBe('{n} and 2');
  expect(fill(english.numerals, '{name}', { name: '$& $1' })).toBe('$& $1');
  expect(() => fill(english.numerals, '{missing}', {})).toThrow('{missing}');
});

test('a language tag selects the language of notices, whatever its region', () => {
  expect(['de', 'DE-at', 'fr_CA', ' es-419 ', 'en'].map(toLanguage)).toEqual(['de', 'de', 'fr', 'es', 'en']);
  expect(['', 'it', 'deu', 'd', '-', 'x-de'].map(toLanguage)).toEqual([null, null, null, null, null, null]);
});

const listWords = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(listWords)
      : [];

test('each language has one word for password and one form of address', () => {
  expect(listWords(german).filter((words) => /Kennw[oö]rt/.test(words))).toEqual([]);
  // "Ustedes" speaks to several people: to a person it is wrong, and all other notices say "usted".
  expect(listWords(spanish).filter((words) => /ustedes|\b(?:llam|respond|escrib|dig)[ae]n\b/i.test(words))).toEqual([]);
});

test('the fraud text asks to confirm a request to pay by telephone, not a payment', () => {
  for (const [language, { fraud }] of all)
    for (const words of listWords(fraud)) expect(words).toContain(EXPECTED[language].paymentRequest);
});

test('subjects say "no access by the intruder": "no access" alone reads as if the reader had none', () => {
  for (const [language, { subject }] of all) expect(subject.none).toContain(EXPECTED[language].intruder);
});
