import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const sources = join(import.meta.dirname, '../src');
const LANGUAGES = ['english', 'german', 'french', 'spanish'] as const;

/** Every folder of words. */
const folders = readdirSync(sources, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'english.ts')
  .map((entry) => entry.parentPath)
  .sort();

/** Every phrase by its path. */
function listPhrases(value: unknown, path: string): readonly (readonly [path: string, phrase: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listPhrases(inner, path === '' ? key : `${path}.${key}`));
}

async function readWords(folder: string, language: (typeof LANGUAGES)[number]): Promise<ReadonlyMap<string, string>> {
  const module = (await import(join(folder, `${language}.ts`))) as Record<string, unknown>;
  return new Map(listPhrases(Object.values(module)[0], ''));
}

/** In French `{de organization}` is the value with the word before it. */
const listValues = (phrase: string): string =>
  [...new Set([...phrase.matchAll(/\{(?:(?:de|que) )?(\w+)\}/g)].map(([, name]) => name))].sort().join(' ');
/** Sentences that are too long to be alike by chance; names of programs and of records are the same everywhere. */
const isSentence = (phrase: string): boolean =>
  /\p{L}{3,}(?: \p{L}+){4,}/u.test(phrase.replace(/\{\w+\}|dig TXT \S+/g, ''));

test('there are words to compare', () => {
  expect(folders.map((folder) => relative(sources, dirname(folder)))).toContain('reviewer/pages/enroll');
});

test.each(folders.map((folder) => [relative(sources, folder), folder]))(
  '%s says the same in four languages',
  async (_name, folder) => {
    const english = await readWords(folder, 'english');
    for (const language of LANGUAGES.slice(1)) {
      const words = await readWords(folder, language);
      expect([...words.keys()].sort(), language).toEqual([...english.keys()].sort());
      const differing = [...words].filter(
        ([path, phrase]) => listValues(phrase) !== listValues(english.get(path) ?? ''),
      );
      expect(differing.map(([path, phrase]) => `${language} ${path}: ${phrase}`)).toEqual([]);
      const untranslated = [...words].filter(([path, phrase]) => isSentence(phrase) && phrase === english.get(path));
      expect(untranslated.map(([path]) => `${language} ${path}`)).toEqual([]);
    }
  },
);

test.each(folders.map((folder) => [relative(sources, folder), folder]))(
  '%s has no markup and no exclamation',
  async (_name, folder) => {
    for (const language of LANGUAGES)
      for (const [path, phrase] of await readWords(folder, language)) {
        const where = `${language} ${path}`;
        expect(phrase, where).not.toMatch(/<\/?[a-z][^>]*>|!(?!=)/);
        expect(phrase, where).not.toBe('');
      }
  },
);

test.each(folders.map((folder) => [relative(sources, folder), folder]))(
  '%s calls one thing one, as people do: no article stands before a figure 1',
  async (_name, folder) => {
    for (const language of LANGUAGES) {
      const phrases = [...(await readWords(folder, language))];
      const odd = phrases.filter(([, phrase]) =>
        /\b(?:the|all|die|der|das|dem|den|le|la|du|au|el|del|al) 1 /i.test(phrase),
      );
      expect(odd, language).toEqual([]);
    }
  },
);

/** What breaks a line, and would begin the next one with its mark. */
const LOOSE = /[^\s] [;:?»]|« |\d \d{3}/;

test.each(folders.map((folder) => [relative(sources, folder), folder]))(
  '%s never begins a line with a French mark, and elides before a name',
  async (_name, folder) => {
    const phrases = [...(await readWords(folder, 'french'))];
    expect(phrases.filter(([, phrase]) => LOOSE.test(phrase))).toEqual([]);
    expect(phrases.filter(([, phrase]) => /\b(?:de|que) \{(?:organization|name|party)\}/.test(phrase))).toEqual([]);
  },
);

/** What the notices, the app and the guide call by another word. A French "publication" of stolen mail would be its release to all, a "client" a customer. */
const OTHER_WORDS = {
  english: /\bintruder read\b/i,
  german: /\bLog\b|Eindringling|Passwortsatz|Kennw[oö]rt|Prüfende\b/,
  french:
    /courriel|passkey(?!\))|\bpublications?\b|client de l’intrus|journal public|clé de récupération|\b(?:la|votre) notification\b/i,
  spanish: /passkey(?!\))|frase secreta|revisores/i,
} as const;

test.each(LANGUAGES)(
  'in %s one thing has one word in all pages, texts to take over and the guide',
  async (language) => {
    const code = { english: 'en', german: 'de', french: 'fr', spanish: 'es' }[language];
    const guide = readFileSync(join(sources, `../../docs/guide/reading-your-mail.${code}.md`), 'utf8');
    expect(guide).not.toMatch(OTHER_WORDS[language]);
    for (const folder of folders)
      for (const [path, phrase] of await readWords(folder, language))
        expect(phrase, `${folder} ${path}`).not.toMatch(OTHER_WORDS[language]);
    const templates = await readWords(join(sources, 'reviewer/pages/pack/templates'), language);
    for (const [path, phrase] of templates) expect(phrase, path).not.toMatch(OTHER_WORDS[language]);
  },
);

test('four Spanish digits stand together', async () => {
  for (const folder of folders)
    for (const [path, phrase] of await readWords(folder, 'spanish'))
      expect(phrase, `${folder} ${path}`).not.toMatch(/(?<![\d.])\d\.\d{3}(?![\d.])/);
});

test('a moment is a day with its hour, and takes the word of a day before it', async () => {
  const odd = {
    german: /\b(?:um|seit|zwischen) \{(?!domains)/i,
    french: /\bà \{time\}/,
    spanish: /\ba las \{time\}/,
  } as const;
  for (const language of ['german', 'french', 'spanish'] as const)
    for (const folder of [...folders, join(sources, 'reviewer/pages/pack/templates')])
      for (const [path, phrase] of await readWords(folder, language))
        expect(phrase, `${folder} ${path}`).not.toMatch(odd[language]);
});
