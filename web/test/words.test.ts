import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '@candor/core/notice/text';
import { OUTSIDE_SENTENCES } from '@candor/core/review/outside';
import { expect, test } from 'vitest';
import { judgeCatalogue } from '../../core/test/base/message/judge-catalogue.ts';
import { EXPECTED } from '../../core/test/notice/text/expected-words.ts';
import { listPhrases, readCatalogue, readCatalogues } from './catalogue-phrases.ts';

const sources = join(import.meta.dirname, '../src');

const catalogues = new Map(LANGUAGES.map((language) => [language, readCatalogues(language)]));
const parts = [...(catalogues.get('en')?.keys() ?? [])];

function readWords(part: string, language: Language): ReadonlyMap<string, string> {
  return new Map(listPhrases(catalogues.get(language)?.get(part), ''));
}

const PARTICLES = ['de', 'que'];
/** In French `{de_organization}` is the value with the word before it. One thing may be counted in words. */
const listValues = (path: string, phrase: string): string => {
  const names = new Set([...phrase.matchAll(/\{(?:(?:de|que)_)?(\w+)\}/g)].map(([, name]) => name));
  if (path.endsWith('.forms.one')) names.delete('n');
  return [...names].sort().join(' ');
};
/** The form for whole millions, which English does not have, takes what the form for two takes. */
const toEnglishPath = (path: string): string => path.replace(/\.forms\.many$/, '.forms.other');
/** Sentences that are too long to be alike by chance; names of programs and of records are the same everywhere. */
const isSentence = (phrase: string): boolean =>
  /\p{L}{3,}(?: \p{L}+){4,}/u.test(phrase.replace(/\{\w+\}|dig TXT \S+/g, ''));

test('there are words to compare', () => {
  expect(parts).toEqual(expect.arrayContaining(['reviewer enroll', 'reviewer reportTexts', 'verify']));
});

test.each(LANGUAGES)('%s has the messages and the values of English, and its own plural forms', (language) => {
  for (const name of ['basics', 'console', 'reviewer', 'ui', 'verify', 'compared'] as const)
    expect(judgeCatalogue(language, readCatalogue(language, name), readCatalogue('en', name), PARTICLES)).toEqual([]);
});

test('English gives the reasons of verdicts in the words of a release index', () => {
  const reasons = listPhrases(readCatalogue('en', 'reviewer'), '').flatMap(([path, phrase]) =>
    path.startsWith('reading.reasons.') ? [[path.slice('reading.reasons.'.length), phrase]] : [],
  );
  expect(Object.fromEntries(reasons)).toEqual(OUTSIDE_SENTENCES);
});

test.each(parts)('%s says the same in every language', (part) => {
  const english = readWords(part, 'en');
  for (const language of LANGUAGES.slice(1)) {
    const words = readWords(part, language);
    const differing = [...words].filter(([path, phrase]) => {
      const model = toEnglishPath(path);
      return listValues(path, phrase) !== listValues(model, english.get(model) ?? '');
    });
    expect(differing.map(([path, phrase]) => `${language} ${path}: ${phrase}`)).toEqual([]);
    const untranslated = [...words].filter(([path, phrase]) => isSentence(phrase) && phrase === english.get(path));
    expect(untranslated.map(([path]) => `${language} ${path}`)).toEqual([]);
  }
});

test.each(parts)('%s has no markup and no exclamation mark', (part) => {
  for (const language of LANGUAGES)
    for (const [path, phrase] of readWords(part, language)) {
      const where = `${language} ${path}`;
      expect(phrase, where).not.toMatch(/<\/?[a-z][^>]*>|!(?!=)/);
      expect(phrase, where).not.toBe('');
    }
});

test.each(parts)('%s uses "one" before singular nouns: no article precedes a figure 1', (part) => {
  for (const language of LANGUAGES) {
    const phrases = [...readWords(part, language)].map(([path, phrase]) =>
      path.endsWith('.forms.one') ? phrase.replaceAll('{n}', '1') : phrase,
    );
    const odd = phrases.filter((phrase) => EXPECTED[language].articles.test(phrase));
    expect(odd, language).toEqual([]);
  }
});

test.each(LANGUAGES)('in %s one thing has one word in all pages, reusable texts and the guide', (code) => {
  const other = EXPECTED[code].otherWords;
  const guide = readFileSync(join(sources, `../../docs/guide/reading-your-mail.${code}.md`), 'utf8');
  expect(guide).not.toMatch(other);
  for (const part of parts)
    for (const [path, phrase] of readWords(part, code)) expect(phrase, `${part} ${path}`).not.toMatch(other);
});

test.each(LANGUAGES)('in %s moments, figures and marks are written as people do', (language) => {
  for (const part of parts)
    for (const [path, phrase] of readWords(part, language))
      for (const odd of EXPECTED[language].oddInPages) expect(phrase, `${part} ${path}`).not.toMatch(odd);
});
