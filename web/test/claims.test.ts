import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { listPhrases, readCatalogues } from './catalogue-phrases.ts';
import { LIMITED, NO_CLAIM, OWNED } from './claims.ts';

const root = join(import.meta.dirname, '../..');
/** Words that are wrong as soon as one case is missing. */
const WHOLE = /\b(?:no|none|all|every|only|complete|genuine|searched|masked|sent|notified)\b/i;
const OF_MAIL =
  /\b(?:messages?|mails?|emails?|texts?|mailbox(?:es)?|cop(?:y|ies)|passwords?|secrets?|notices?|release|attachments?|addresses|part(?:y|ies)|match(?:es)?|lines?|masked|searched|genuine|doubt|it)\b/i;
/** Help, and words that correct what somebody types. */
const HELP = /^(?:codeWords|shared\.keys|messages\.searchHelp)\b|[sS]lip\b/;

const english = [...readCatalogues('en')].flatMap(([part, words]) =>
  listPhrases(words, part.replace(/^reviewer /, '')),
);
const claims = english.filter(([path, phrase]) => WHOLE.test(phrase) && OF_MAIL.test(phrase) && !HELP.test(path));
const tables = [OWNED, LIMITED, NO_CLAIM];
const keys = tables.flatMap((table) => Object.keys(table));

const matches = (key: string, path: string): boolean =>
  key.endsWith('*')
    ? path.startsWith(key.slice(0, -1))
    : path === key || path.replace(/\.forms\.\w+$|\.[01]$/, '') === key;
/** The longest key: `verify.headlines.*` says nothing about a sentence that stands by itself. */
const findKey = (path: string): string | undefined =>
  keys.filter((key) => matches(key, path)).sort((a, b) => b.length - a.length)[0];

describe('each sentence about mail, findings and deliveries', () => {
  test('that says none, all or only has an owner, names its limit, or claims nothing', () => {
    expect(claims.length).toBeGreaterThan(80);
    expect(claims.filter(([path]) => findKey(path) === undefined)).toEqual([]);
  });

  test('that names its limit does so in its own words', () => {
    const limited = english.flatMap(([path, phrase]) => {
      const words = LIMITED[findKey(path) ?? ''];
      return words === undefined || !WHOLE.test(phrase) || phrase.includes(words) ? [] : [`${path}: ${phrase}`];
    });
    expect(limited).toEqual([]);
  });

  test('that has an owner comes from a function that makes the promise', () => {
    for (const [path, owner] of Object.entries(OWNED)) {
      const [file = '', name = ''] = owner.split('#');
      expect(existsSync(join(root, file)), path).toBe(true);
      const text = readFileSync(join(root, file), 'utf8');
      expect(text, owner).toContain(`export function ${name}(`);
      expect(text, owner).toMatch(/\btoSaid\('/);
    }
  });

  test('is in one table, and no table names a sentence that is gone', () => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.filter((key) => !english.some(([path]) => matches(key, path)))).toEqual([]);
  });
});

/** Right in their language: a pronoun before itself, an article before a relative pronoun. */
const TWICE: Readonly<Record<string, RegExp>> = {
  en: /^(?:that that|had had)$/i,
  de: /^(?:die die|der der|das das|sie sie)$/i,
  fr: /^(?:nous nous|vous vous)$/i,
  es: /^$/,
};

test.each(LANGUAGES)('in %s no sentence has a word twice in a row', (language) => {
  const phrases = [...readCatalogues(language)].flatMap(([part, words]) => listPhrases(words, part));
  const repeated = phrases.flatMap(([path, phrase]) =>
    // A title is one or two words; the guide is one text of many lines.
    Array.from(phrase.matchAll(/(?<![\p{L}\p{N}{])(\p{L}+)[ \u00a0]\1(?![\p{L}\p{N}])/giu), ([twice]) => twice)
      .filter((twice) => TWICE[language]?.test(twice) !== true)
      .map((twice) => `${path}: ${twice}`),
  );
  expect(repeated).toEqual([]);
});
