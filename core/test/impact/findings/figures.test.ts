import { type CountedFinding, toFindingFigures } from '@candor/core/impact/findings';
import { expect, test } from 'vitest';

const finding = (changes: Partial<CountedFinding>): CountedFinding => ({
  kind: 'credential',
  confidence: 'likely',
  value: 1,
  message: 'm1',
  countries: [],
  ...changes,
});

test('counts persons, records, categories and countries, each with formula and version', () => {
  const figures = toFindingFigures(
    [
      finding({}),
      finding({ kind: 'national-id', value: 2, countries: ['DE'] }),
      finding({ kind: 'national-id', value: 2, message: 'm2', countries: ['DE', 'FR'] }),
      finding({ kind: 'national-id', value: 3, message: 'm2', confidence: 'certain', countries: ['DE', 'FR'] }),
      finding({ kind: 'bank-account', value: 4, message: 'm3' }),
      finding({ kind: 'health', value: 5, message: 'm3', confidence: 'weak' }),
    ],
    {
      headers: { own: { least: 1, most: 5 }, outside: { least: 0, most: 7 } },
      people: {
        texts: { least: 1, most: 5 },
        elements: { 'national-id.least': 2, 'national-id.most': 2 },
        countries: { 'DE.least': 1, 'DE.most': 2, unknown: 0 },
        regions: { unknown: 2 },
        named: { own: 1, correspondent: 2, text: 3 },
        minors: 1,
      },
      waiting: 7,
      searched: 9,
      unsearched: 1,
      unreached: 4,
      erased: 0,
      unread: { damaged: 2 },
      unreadSizes: { damaged: { parts: 3, bytes: 4_096 } },
    },
  );
  const of = Object.fromEntries(figures.map(({ name, value }) => [name, value]));
  expect(of).toEqual({
    'finding-messages': { secret: 1, financial: 1, person: 2, sensitive: 1 },
    'finding-values': { credential: 1, 'national-id': 2, 'bank-account': 1 },
    'personal-records': { 'national-id': 3, 'bank-account': 1, health: 1 },
    'data-subjects': {
      ...{ least: 2, most: 5 + 7 + 5, ownLeast: 1, ownMost: 5, outsideLeast: 0, outsideMost: 7 },
      ...{ textsLeast: 2, textsMost: 5 },
    },
    'data-subjects-named': { own: 1, correspondent: 2, text: 3 },
    'persons-per-element': { 'national-id.least': 2, 'national-id.most': 2 },
    'persons-per-country': { 'DE.least': 1, 'DE.most': 2, unknown: 0 },
    'persons-per-region': { unknown: 2 },
    'persons-minor': 1,
    'personal-messages-per-country': { DE: 2, FR: 1 },
    'finding-confidence': { certain: 1, likely: 4, weak: 1 },
    'findings-waiting': 7,
    'messages-searched': { searched: 9, unsearched: 1, unreached: 4, erased: 0 },
    'messages-unread': { damaged: 2 },
    'parts-unread': { damaged: 3 },
    'bytes-unread': { damaged: 4_096 },
  });
  for (const { formula, version } of figures) expect([formula.length > 10, version]).toEqual([true, 4]);
});
