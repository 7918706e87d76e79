import { readInstant } from '@candor/core/base';
import { compileMessage } from '@candor/core/base/message/compiler';
import { LANGUAGES, type Language } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { EXPECTED } from '../../../core/test/notice/text/expected-words.ts';
import { count, fill, formatDate, formatNumber } from '../../src/ui/words.ts';
import { getBasics } from '../language-basics.ts';

const toRule = (language: string) => (n: number) => new Intl.PluralRules(language).select(n);
const forms = (text: string) => ({ forms: compileMessage(text) });

test('writes numbers and the first of a month as in the notices', () => {
  const first = readInstant('2001-04-01T00:00:00Z') ?? 0;
  for (const language of LANGUAGES) {
    const { rules } = getBasics(language);
    const { digits, dates } = EXPECTED[language].pages;
    expect([999, 1000, 14_699].map((n) => formatNumber(rules, n))).toEqual(digits);
    expect([formatDate(rules, first)]).toEqual(dates);
  }
});

test.each([
  ['Harbor Energy', 'boîtes de Harbor Energy, il faut que Harbor Energy dise'],
  ['Acme', 'boîtes d’Acme, il faut qu’Acme dise'],
  ['Électricité du Nord', 'boîtes d’Électricité du Nord, il faut qu’Électricité du Nord dise'],
  ['8 Rivers', 'boîtes de 8 Rivers, il faut que 8 Rivers dise'],
])('in French, %s takes the elided particle before it', (organization, text) => {
  expect(fill('boîtes {de_organization}, il faut {que_organization} dise', { organization })).toBe(text);
});

test('a semicolon has the space of its language before it, and breaks no line', () => {
  for (const language of LANGUAGES) expect(getBasics(language).rules.semicolon).toBe(EXPECTED[language].semicolon);
});

test('a value is not a phrase, and a missing one stays visible', () => {
  expect(fill('{de_name} {other}', { name: '{other}' })).toBe('de {other} {other}');
  expect(fill('{de_name}', {})).toBe('{de_name}');
  expect(count(getBasics('fr').rules, forms('{n, plural, one {# un} many {# d’autres} other {# autres}}'), 0)).toBe(
    '0 un',
  );
});

test('whole millions take a preposition before their noun in French and Spanish', () => {
  const message = forms('{n, plural, one {# message} many {# de messages} other {# messages}}');
  const write = (language: Language) => [1, 2, 2_000_000].map((n) => count(getBasics(language).rules, message, n));
  expect(write('fr')).toEqual(['1 message', '2 messages', '2\u202f000\u202f000 de messages']);
  expect(write('es').at(-1)).toMatch(/ de messages$/);
});

test('a language with three plural forms needs its messages and its rule only', () => {
  const polish = forms('{n, plural, one {# wiadomość} few {# wiadomości} many {# wiadomości} other {# wiadomości}}');
  const czech = forms('{n, plural, one {# zpráva} few {# zprávy} many {# zprávy} other {# zpráv}}');
  const { rules } = getBasics('en');
  expect([1, 2, 5].map((n) => count({ ...rules, plural: toRule('pl') }, polish, n))).toEqual([
    '1 wiadomość',
    '2 wiadomości',
    '5 wiadomości',
  ]);
  expect([1, 2, 5].map((n) => count({ ...rules, plural: toRule('cs') }, czech, n))).toEqual([
    '1 zpráva',
    '2 zprávy',
    '5 zpráv',
  ]);
});
