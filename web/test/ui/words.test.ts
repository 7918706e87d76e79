import { readInstant } from '@candor/core/base';
import { LANGUAGES } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { EXPECTED } from '../../../core/test/notice/text/expected-words.ts';
import { count, fill, formatDate, formatNumber } from '../../src/ui/words.ts';
import { getBasics } from '../language-basics.ts';

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
  expect(fill('boîtes {de organization}, il faut {que organization} dise', { organization })).toBe(text);
});

test('a semicolon has the space of its language before it, and breaks no line', () => {
  for (const language of LANGUAGES) expect(getBasics(language).rules.semicolon).toBe(EXPECTED[language].semicolon);
});

test('a value is not a phrase, and a missing one stays visible', () => {
  expect(fill('{de name} {other}', { name: '{other}' })).toBe('de {other} {other}');
  expect(fill('{de name}', {})).toBe('{de name}');
  expect(count(getBasics('fr').rules, ['{n} un', '{n} autres'], 0)).toBe('0 un');
});
