import { fileURLToPath } from 'node:url';
import { LANGUAGES, type Language } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/notice/text/languages/catalogues.ts';
import { EXPECTED } from './expected-words.ts';
import { toForm } from './message-forms.ts';

/**
 * Sentences of notices by which somebody's rights, duties or guilt may be judged, by their keys in the catalogues. In
 * every language they state the same: a reviewer reads one row of the table at a time.
 */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  'What is said of the evidence': [
    ...['accessed', 'presumed', 'partial', 'possible', 'undecided', 'undetermined', 'fraud'].map(
      (is) => `writes.${is}`,
    ),
    ...['accessed', 'presumed', 'partial', 'possible', 'undecided', 'undetermined'].flatMap((is) => [
      `verdicts.${is}`,
      `words.${is}`,
    ]),
    'happened',
    'span',
    'spanOpen',
    'windowMomentsOpen',
    'recordedMoments',
    'countedMessages',
  ],
  'What is taken back, and what is not known': [
    'correction',
    'correctionGone',
    'none',
    'gone',
    'unknownGaps',
    'unknownMessages',
    'unknownUndecided',
    'unknownRecords',
    'unknownNothing',
  ],
  'When, and at whose request': ['discovered', 'delayed', 'notDelayed', 'nextUpdate', 'nextUpdateOpen'],
  'What a search gave': [
    'noneFound',
    'noneAfterReview',
    'noneListed',
    'wordsSearched',
    'wordsSensitive',
    'changeUnexamined',
    'listedToo',
  ],
  "The reader's duties": ['law', 'elsewhere'].flatMap((law) =>
    ['controller', 'processor', 'independent'].map((relation) => `duties.${law}.${relation}`),
  ),
  "The reader's rights": [
    'readFrom.organization',
    'readFrom.person',
    'readLater',
    'readNot',
    'copies.address',
    'ownCopies.address',
    'ownCopies.answer',
  ],
  'What the notice is': [
    'guessed',
    'asksNothing',
    'codeMeaning',
    'logMeaning',
    'origin',
    'originListed',
    'wordsBulk',
    'wordsHeld',
    'customers',
    'customersSearched',
  ],
};
const KEYS = Object.values(SECTIONS).flat();

function findText(language: Language, key: string): string | null {
  let value: unknown = CATALOGUES[language].phrases;
  for (const name of key.split('.'))
    value = typeof value === 'object' && value !== null ? Object.entries(value).find(([is]) => is === name)?.[1] : null;
  return typeof value === 'string' && value.trim() !== '' ? toForm(language, value, 2) : null;
}

/** A name of a language, in English, for the head of the table. */
const NAMES = new Intl.DisplayNames('en', { type: 'language' });

function toTable(keys: readonly string[]): string {
  const toRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const toCell = (text: string | null) => (text ?? '').replaceAll('|', '\\|');
  return [
    toRow(['key', ...LANGUAGES.map((language) => NAMES.of(language) ?? language)]),
    toRow(['---', ...LANGUAGES.map(() => '---')]),
    ...keys.map((key) => toRow([`\`${key}\``, ...LANGUAGES.map((language) => toCell(findText(language, key)))])),
  ].join('\n');
}

test('every legal sentence stands in every language', () => {
  const missing = KEYS.flatMap((key) =>
    LANGUAGES.filter((language) => findText(language, key) === null).map((language) => `${language}.${key}`),
  );
  expect(missing).toEqual([]);
  expect(new Set(KEYS).size).toBe(KEYS.length);
});

test('names the same articles, periods and numbers in every language', () => {
  for (const key of KEYS) {
    const toNumbers = (language: Language) => (findText(language, key)?.match(/\d+/g) ?? []).sort();
    for (const language of LANGUAGES) expect(toNumbers(language), `${language}.${key}`).toEqual(toNumbers('en'));
  }
});

test('names controller and processor where the law does, in every language', () => {
  for (const language of LANGUAGES) {
    const { controller, processor, independent } = CATALOGUES[language].phrases.duties.law;
    const { controller: isController, processor: isProcessor } = EXPECTED[language].roles;
    for (const text of [controller, processor, independent]) expect(text, language).toMatch(isController);
    for (const text of [controller, processor]) expect(text, language).toMatch(isProcessor);
    expect(independent, language).not.toMatch(isProcessor);
  }
});

test('docs/legal-sentences.md is the table of them', async () => {
  const sections = Object.entries(SECTIONS).map(([heading, keys]) => `## ${heading}\n\n${toTable(keys)}\n`);
  const text = `# Legal sentences of notices

Sentences by which somebody's rights, duties or guilt may be judged, one row each, as the catalogues have them (\`core/src/notice/text/languages/\`). What stands in braces is put in; a sentence with a number has its form for 2. In every language a row states the same: read and approve them side by side.

After a change of words, \`npx vitest run legal-sentences --update\` writes this page anew; review the difference.

${sections.join('\n')}`;
  await expect(text).toMatchFileSnapshot(
    fileURLToPath(new URL('../../../../docs/legal-sentences.md', import.meta.url)),
  );
});
