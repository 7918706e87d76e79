import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '@candor/core/notice/text';
import { expect, test } from 'vitest';

const sources = join(import.meta.dirname, '../src');

/** Every phrase by its path. */
function listPhrases(value: unknown, path: string): readonly (readonly [path: string, phrase: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listPhrases(inner, path === '' ? key : `${path}.${key}`));
}

/** What one language says, by catalogue: each part of the reviewer app, and the page for notices. */
async function readCatalogues(language: Language): Promise<ReadonlyMap<string, unknown>> {
  const folder = join(sources, 'i18n', language);
  const { reviewer } = (await import(join(folder, 'reviewer.ts'))) as { readonly reviewer: Record<string, unknown> };
  const { verify } = (await import(join(folder, 'verify.ts'))) as { readonly verify: unknown };
  const parts = Object.entries(reviewer).filter(([part]) => part !== 'guide');
  return new Map([...parts.map(([part, words]) => [`reviewer ${part}`, words] as const), ['verify', verify]]);
}

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
    const odd = phrases.filter(([, phrase]) =>
      /\b(?:the|all|die|der|das|dem|den|le|la|du|au|el|del|al) 1 /i.test(phrase),
    );
    expect(odd, language).toEqual([]);
  }
});

/** What breaks a line, and would begin the next one with its mark. */
const LOOSE = /[^\s] [;:?»]|« |\d \d{3}/;

test.each(parts)('%s never starts a line with a French mark, and elides before a name', (part) => {
  const phrases = [...readWords(part, 'fr')];
  expect(phrases.filter(([, phrase]) => LOOSE.test(phrase))).toEqual([]);
  expect(phrases.filter(([, phrase]) => /\b(?:de|que) \{(?:organization|name|party)\}/.test(phrase))).toEqual([]);
});

/**
 * What the notices, the app and the guide call by another word. A French "publication" of stolen mail would be its
 * release to all, a "client" a customer.
 */
const OTHER_WORDS: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /\bintruder read\b/i,
  de: /\bLog\b|Eindringling|Passwortsatz|Kennw[oö]rt|Prüfende\b/,
  fr: /courriel|passkey(?!\))|\bpublications?\b|client de l’intrus|journal public|clé de récupération|\b(?:la|votre) notification\b/i,
  es: /passkey(?!\))|frase secreta|revisores/i,
};

test.each(Object.entries(OTHER_WORDS))(
  'in %s one thing has one word in all pages, reusable texts and the guide',
  (code, other) => {
    const guide = readFileSync(join(sources, `../../docs/guide/reading-your-mail.${code}.md`), 'utf8');
    expect(guide).not.toMatch(other);
    for (const part of parts)
      for (const [path, phrase] of readWords(part, code as Language))
        expect(phrase, `${part} ${path}`).not.toMatch(other);
  },
);

test('four-digit Spanish numbers have no separator', () => {
  for (const part of parts)
    for (const [path, phrase] of readWords(part, 'es'))
      expect(phrase, `${part} ${path}`).not.toMatch(/(?<![\d.])\d\.\d{3}(?![\d.])/);
});

test('a moment is a day with its hour, and takes the preposition of a day', () => {
  const odd = {
    de: /\b(?:um|seit|zwischen) \{(?!domains)/i,
    fr: /\bà \{time\}/,
    es: /\ba las \{time\}/,
  } as const;
  for (const language of ['de', 'fr', 'es'] as const)
    for (const part of parts)
      for (const [path, phrase] of readWords(part, language))
        expect(phrase, `${part} ${path}`).not.toMatch(odd[language]);
});

test('a catalogue only contains words: no code for a translator to understand', () => {
  for (const language of LANGUAGES)
    for (const name of ['basics', 'reviewer', 'verify']) {
      const text = readFileSync(join(sources, 'i18n', language, `${name}.ts`), 'utf8');
      expect(text, `${language} ${name}`).not.toMatch(/\bfunction\b|\bif \(|\bclass\b|\bawait\b|\bimport\(/);
    }
});
