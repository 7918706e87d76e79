import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { EXPECTED } from '../../core/test/notice/text/expected-words.ts';
import { listPhrases, readCatalogues } from './catalogue-phrases.ts';

const sources = join(import.meta.dirname, '../src');

const catalogues = new Map(
  await Promise.all(LANGUAGES.map(async (language) => [language, await readCatalogues(language)] as const)),
);
const parts = [...(catalogues.get('en')?.keys() ?? [])];

function readWords(part: string, language: Language): ReadonlyMap<string, string> {
  return new Map(listPhrases(catalogues.get(language)?.get(part), ''));
}

/** In French `{de organization}` is the value with the word before it. */
const listValues = (phrase: string): string =>
  [...new Set([...phrase.matchAll(/\{(?:(?:de|que) )?(\w+)\}/g)].map(([, name]) => name))].sort().join(' ');
/** Sentences that are too long to be alike by chance; names of programs and of records are the same everywhere. */
const isSentence = (phrase: string): boolean =>
  /\p{L}{3,}(?: \p{L}+){4,}/u.test(phrase.replace(/\{\w+\}|dig TXT \S+/g, ''));

test('there are words to compare', () => {
  expect(parts).toEqual(expect.arrayContaining(['reviewer enroll', 'reviewer reportTexts', 'verify']));
});

test.each(parts)('%s says the same in every language', (part) => {
  const english = readWords(part, 'en');
  for (const language of LANGUAGES.slice(1)) {
    const words = readWords(part, language);
    expect([...words.keys()].sort(), language).toEqual([...english.keys()].sort());
    const differing = [...words].filter(([path, phrase]) => listValues(phrase) !== listValues(english.get(path) ?? ''));
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
    const phrases = [...readWords(part, language)];
    const odd = phrases.filter(([, phrase]) => EXPECTED[language].articles.test(phrase));
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

test('a catalogue only contains words: no code for a translator to understand', () => {
  for (const language of LANGUAGES)
    for (const name of ['basics', 'reviewer', 'verify']) {
      const text = readFileSync(join(sources, 'i18n', language, `${name}.ts`), 'utf8');
      expect(text, `${language} ${name}`).not.toMatch(/\bfunction\b|\bif \(|\bclass\b|\bawait\b|\bimport\(/);
    }
});
