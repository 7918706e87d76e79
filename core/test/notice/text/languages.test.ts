import { compileMessage } from '@candor/core/base/message/compiler';
import { LANGUAGES, toLanguage } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/notice/text/languages/catalogues.ts';
import { writeMessage } from '../../../src/notice/text/message-writing.ts';
import { fill, formatDate, formatMoment, formatNumber, formatShortDate } from '../../../src/notice/text/numerals.ts';
import { judgeCatalogue, listTexts } from '../../base/message/judge-catalogue.ts';
import { EXPECTED } from './expected-words.ts';
import { at } from './fictional-facts.ts';
import { COUNTS, toForm } from './message-forms.ts';

const english = CATALOGUES.en;
const german = CATALOGUES.de.phrases;
const french = CATALOGUES.fr.phrases;
const spanish = CATALOGUES.es.phrases;
const catalogues = LANGUAGES.map((language) => [language, CATALOGUES[language]] as const);
const all = catalogues.map(([language, { phrases }]) => [language, phrases] as const);

/** Spelt out, because there "the 1 member" is no language; never asked for 0, which is French singular too. */
const SPELT = /^\.(?:mailboxes|unknownGaps|amongThem|affectedAddresses|changeListed|fraud\.(?:organization|person))$/;

test.each(catalogues)('%s has the messages and the values of English, and its own plural forms', (language, own) => {
  expect(judgeCatalogue(language, own, english)).toEqual([]);
});

test('every form of a message takes the same values', () => {
  for (const [language, phrases] of all)
    for (const [path, text] of listTexts(phrases, '')) {
      const listPlaces = (n: number) => new Set(toForm(language, text, n).match(/\{\w+\}/g));
      const wanted = listPlaces(2);
      for (const n of COUNTS) {
        const isSpelt = n < 2 && listPlaces(n).size < wanted.size && SPELT.test(path);
        const places = new Set([...listPlaces(n), ...(isSpelt ? ['{n}'] : [])]);
        expect(places, `${language}${path}`).toEqual(wanted);
      }
    }
});

test('one person, mailbox or message is singular', () => {
  for (const [language, phrases] of all)
    for (const [path, text] of listTexts(phrases, '').filter(([name]) => SPELT.test(name)))
      expect(toForm(language, text, 1), `${language}${path}`).not.toMatch(/\{n|\d/);
});

test('a text without values is a message that means itself: it is written as it is', () => {
  for (const [, phrases] of all)
    for (const [, text] of listTexts(phrases, '')) if (!text.includes('{')) expect(compileMessage(text)).toBe(text);
});

test('no phrase shouts, apologizes, hedges or says what is not there', () => {
  for (const [language, phrases] of all)
    for (const [path, text] of listTexts(phrases, '')) {
      for (const form of COUNTS.map((n) => toForm(language, text, n))) {
        expect(form, `${language}${path}`).not.toBe('');
        expect(form, `${language}${path}`).not.toMatch(/[!¡]| {2}/);
        expect(form, `${language}${path}`).not.toMatch(EXPECTED[language].apology);
      }
    }
});

test('French puts a non-breaking space before colon and semicolon', () => {
  for (const [path, text] of listTexts(french, ''))
    for (const n of COUNTS) expect(toForm('fr', text, n), path).not.toMatch(/[^\u00A0\s] ?:(?!\{)|[^\u00A0];/);
});

test('each language groups digits its own way', () => {
  for (const [language, { numerals }] of catalogues)
    expect([999, 1000, 14_699, 1_234_567].map((n) => formatNumber(numerals, n))).toEqual(
      EXPECTED[language].notices.digits,
    );
});

test('each language writes dates and times its own way, in UTC', () => {
  const moment = at(2001, 9, 1, 8, 5);
  for (const [language, { numerals }] of catalogues)
    expect([formatDate(numerals, moment), formatShortDate(numerals, moment), formatMoment(numerals, moment)]).toEqual(
      EXPECTED[language].notices.dates,
    );
});

test('one is singular in every language, zero only in French', () => {
  const text = '{n, plural, one {one} other {other}}';
  for (const language of LANGUAGES)
    expect([0, 1, 2].map((n) => writeMessage(language, text, { n }))).toEqual([
      EXPECTED[language].zero,
      'one',
      'other',
    ]);
});

test('whole millions take a preposition before their noun', () => {
  const text = '{n, plural, one {# message} many {# de messages} other {# messages}}';
  const write = (n: number): string => writeMessage('fr', text, { n });
  expect(write(2)).toBe('2 messages');
  expect(write(2_000_000)).toBe('2\u00A0000\u00A0000 de messages');
  expect(write(2_000_001)).toBe('2\u00A0000\u00A0001 messages');
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
