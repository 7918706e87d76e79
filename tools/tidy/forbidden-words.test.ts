import { expect, test } from 'vitest';
import { readTexts, type TreeFile } from './tree.ts';

/**
 * Words and phrases that must not come back into what users read: screens, help, errors and pages in English; with
 * what is said instead. One thing has one word, and it is the field's. Add a phrase when it is gone.
 */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/(?<!--)\banew\b/i, 'again'],
  [/\bby now\b/i, 'now'],
  [/\bconcerned\b/i, 'affected'],
  [/\bheirs?\b/i, 'successor'],
  [/\bin hand\b/i, 'in progress'],
  [/\bit takes (?:one more|two|somebody)\b/i, 'two people must approve'],
  [/\blook(?:ed|s)? (?:it )?over\b/i, 'review'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bnobody states\b/i, 'no `covers` entry says'],
  [/\bnought\b/i, 'zero'],
  [/\bof (?:before|now) must\b/i, 'previous, current'],
  [/\bput (?:\w+ )?back to\b/i, 'restored'],
  [/\btaken as copied\b/i, 'presumed copied'],
  [/\bspoken to\b/i, 'reached'],
  [/\bwritten over\b/i, 'overwritten'],
];
/** Texts of notices and of release indexes: their bytes are fixed, so their words change with a version of theirs. */
const FIXED = /^web\/src\/i18n\/(?!en\/)[a-z]{2}\//;
const SPOKEN =
  /^lab\/src\/(?:apps|commands|adapters|evidence|exposure|ledger|notice|review|transparency)\/|^web\/src\/i18n\//;
const PAGES = /^(?:README|CONTRIBUTING|SECURITY)\.md$|^docs\/(?:guide|runbooks)\/(?!.*\.(?!en)[a-z]{2}\.md$)/;
const COMMENT = /^\s*(?:\/\/|\/?\*)/;
/** One literal on a line, or a whole line in a template of several. */
const LITERAL = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;

/** Sentences of a source: literals of two words or more, without what is filled in. Help has lines of its own. */
function toSpoken(line: string): readonly string[] {
  if (COMMENT.test(line)) return [];
  if (/^[A-Z][^;{}=]*$|^ {2}candor /.test(line)) return [line];
  return (line.match(LITERAL) ?? [])
    .map((text) => text.replaceAll(/\$?\{[^}]*\}/g, ''))
    .filter((text) => /\w \w/.test(text));
}

function findForbidden(files: readonly TreeFile[], toTexts: (line: string) => readonly string[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        toTexts(line).flatMap((said) =>
          FORBIDDEN.filter(([word]) => word.test(said)).map(([, instead]) => `${path}:${at + 1}: ${instead}`),
        ),
      ),
  );
}

test('screens, help, errors and catalogues do not use forbidden words', () => {
  const files = readTexts().filter(({ path }) => /\.tsx?$/.test(path) && SPOKEN.test(path) && !FIXED.test(path));
  expect(files.length).toBeGreaterThan(500);
  expect(findForbidden(files, toSpoken)).toEqual([]);
});

test('README, manual and runbooks do not use them', () => {
  const files = readTexts().filter(({ path }) => PAGES.test(path));
  expect(files.length).toBeGreaterThan(15);
  expect(findForbidden(files, (line) => [line])).toEqual([]);
});

test('finds each forbidden word where it is used', () => {
  const said = "throw new Refusal('gone', ['the site is built anew, and Northwind is concerned']);";
  expect(findForbidden([{ path: 'a.ts', text: said }], toSpoken)).toEqual(['a.ts:1: again', 'a.ts:1: affected']);
  expect(findForbidden([{ path: 'a.ts', text: '// It begins anew.\nconst mend = toMend(path);' }], toSpoken)).toEqual(
    [],
  );
});

/** Words a sentence may have in README, manual and help. The aim is 25. */
const LONGEST_SENTENCE = 40;

test('no sentence of README and the manual has more than 40 words', () => {
  const long = readTexts()
    .filter(({ path }) => /^README\.md$|^docs\/guide\/(?!.*\.(?!en)[a-z]{2}\.md$)/.test(path))
    .flatMap(({ path, text }) =>
      text
        .replaceAll(/^```[\s\S]*?^```$/gm, '')
        .replaceAll(/\]\([^)]*\)/g, ']')
        .split(/(?<=[.!?:;])\s|\n|\|/)
        .filter((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > LONGEST_SENTENCE)
        .map((sentence) => `${path}: ${sentence.slice(0, 80)}`),
    );
  expect(long).toEqual([]);
});
