import {
  composeNotice,
  LANGUAGES,
  NOTHING_SEARCHED,
  type NoticeFacts,
  type NoticeFigures,
  PERSONAL_KINDS,
  type SearchedFigures,
  toPersonalKind,
  toUnreadWord,
} from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { EXPECTED } from './expected-words.ts';
import { toFacts, toFigures } from './fictional-facts.ts';

const toSearched = (secrets: number, searched: Partial<SearchedFigures> = {}): NoticeFigures => ({
  ...toFigures({ accessed: 9, secrets, custodians: 1 }),
  searched: { ...NOTHING_SEARCHED, ...searched },
});
const compose = (figures: NoticeFigures, parts: Partial<NoticeFacts> = {}): string =>
  composeNotice(toFacts({ figures, ...parts })).text.replace(/\s+/g, ' ');
const person = {
  id: 'jo@freemail.example',
  kind: 'person',
  name: 'Jo Arden',
  domains: ['freemail.example'],
  relation: null,
} as const;

describe('passwords and keys', () => {
  test('the text does not say that nothing was searched after a search', () => {
    expect(compose(toFigures({ accessed: 9, secrets: null }))).toContain('We have not yet looked for any');
    for (const secrets of [0, 1, 4]) expect(compose(toSearched(secrets))).not.toContain('not yet looked');
  });

  test('found secrets are to be changed, one and many', () => {
    expect(compose(toSearched(1))).toContain('Our search found some in 1 email.');
    expect(compose(toSearched(4))).toContain('Our search found some in 4 emails.');
    expect(compose(toSearched(4))).toContain('Of these 9 emails: - 4 with passwords, keys or access codes');
    expect(compose(toSearched(0))).not.toMatch(/passwords, keys and access codes(?: in|:)/);
    expect(compose(toSearched(0))).toContain(
      'with passwords, keys or access codes: our search found none; it misses some',
    );
  });

  test('after an empty search with unreadable files the reader is asked to look there', () => {
    const text = compose(toSearched(0, { unread: 3, unreadBy: { encrypted: 2, damaged: 1 } }));
    expect(text).toContain(
      'Search your emails with us for passwords, keys and access codes. Change all that you find. We could not search 3 emails completely.',
    );
    expect(text).toContain('3 with something that we could not search (encrypted: 2, damaged: 1)');
  });

  test('what could not be searched has its size where it was counted', () => {
    const say = (parts: number, bytes: number) =>
      compose(toSearched(0, { unread: 3, unreadBy: { encrypted: 3 }, unreadSize: { parts, bytes } }));
    expect(say(4, 1_234_001)).toContain('3 with something that we could not search: 4 parts, 1,235 KB (encrypted: 3)');
    expect(say(1, 12)).toContain('could not search: 1 part, 1 KB (encrypted: 3)');
    expect(say(0, 0)).toContain('3 with something that we could not search (encrypted: 3)');
    expect(() => say(-1, 0)).toThrow();
  });

  test('a manual list is distinguished from a search', () => {
    expect(compose(toSearched(4))).not.toContain('listed');
    expect(compose(toSearched(4, { listed: 1 }))).toContain(
      '1 of the emails with passwords, keys or access codes: listed by our people, not found by our search.',
    );
    expect(compose(toFigures({ accessed: 9, secrets: 4 }))).toContain('Our people listed which messages hold');
    expect(compose(toSearched(4))).not.toContain('Our people listed which');
  });

  test('a reader who was told that nobody had searched is told that nothing was found', () => {
    const previous = { issued: 0, figures: toFigures({ accessed: 9, secrets: null }) };
    const text = compose(toSearched(0), { kind: 'supplement', wave: 'supplement', previous });
    expect(text).toContain(
      'with passwords, keys or access codes: our search found none; it misses some (before: not searched)',
    );
    expect(text).not.toContain('No figure has changed');
  });
});

describe('personal data', () => {
  const figures = toSearched(0, { personal: { 'bank-account': 3, health: 1 } });

  test('is counted in messages, for organizations and persons', () => {
    for (const parts of [{}, { party: person }]) {
      const text = compose(figures, parts);
      expect(text).toContain('3 with bank account numbers');
      expect(text).toContain('1 with especially sensitive data');
      expect(text).toContain(
        'This notice does not say of which kind they are: see the page for checking it, or ask us.',
      );
      expect(text).toContain('Nobody examined whose data it is.');
    }
  });

  test("is never called the reader's own", () => {
    for (const language of LANGUAGES)
      for (const kind of PERSONAL_KINDS)
        expect(compose(toSearched(0, { personal: { [kind]: 2 } }), { language, party: person })).not.toMatch(
          EXPECTED[language].yours,
        );
  });

  test('is not reported to a contact that may belong to anybody', () => {
    expect(compose(figures, { isGuessed: true })).not.toContain('bank account');
    expect(compose(toSearched(4, figures.searched), { isGuessed: true })).toContain('4 with passwords');
  });

  test('every kind has a row of its own in every language', () => {
    for (const language of LANGUAGES) {
      const rows = PERSONAL_KINDS.map((kind) => compose(toSearched(0, { personal: { [kind]: 2 } }), { language }));
      expect(new Set(rows).size).toBe(PERSONAL_KINDS.length - 1);
    }
  });

  test('that is sensitive is said to be there, and never of which kind', () => {
    const KIND = {
      en: /religio|\bhealth\b(?!, and other)/,
      de: /zur Gesundheit(?! und)/,
      fr: /santé(?!, et)/,
      es: /de salud(?! y)/,
    };
    for (const language of LANGUAGES) {
      const [health, other, both] = [
        { health: 2 },
        { 'special-category': 2 },
        { health: 2, 'special-category': 1 },
      ].map((personal) => compose(toSearched(0, { personal, sensitive: 2 }), { language }));
      expect(health).toBe(other);
      expect(both).toBe(other);
      expect(both).not.toMatch(KIND[language]);
      expect(compose(toSearched(0, { personal: { health: 2 } }), { language })).toBe(health);
    }
  });

  test('that is gone is shown with its previous statement', () => {
    const previous = { issued: 0, figures };
    const text = compose(toSearched(0), { kind: 'correction', wave: 'correction', previous });
    expect(text).toContain('with bank account numbers: our search found none; it misses some (before: 3)');
  });
});

test('contradicting figures are a fault', () => {
  for (const wrong of [
    toSearched(1, { listed: 2 }),
    toSearched(0, { personal: { passport: 10 } }),
    { ...toSearched(0), secrets: null },
  ])
    expect(() => compose(wrong)).toThrow('what a search gave');
});

test('secrets are not personal data, and an unknown reason has words for readers', () => {
  expect(['credential', 'secret-key', 'access-code', 'passport'].map(toPersonalKind)).toEqual([
    null,
    null,
    null,
    'passport',
  ]);
  expect(['encrypted', 'too-deep', 'scanned'].map(toUnreadWord)).toEqual(['encrypted', 'too-large', 'no-reader']);
});
