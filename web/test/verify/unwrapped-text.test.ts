import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwrapText } from '../../src/verify/state/unwrapped-text.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as { readonly text: string };
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

test('a wrapped paragraph and item are one line each, and separate lines stay separate', () => {
  const lines = unwrapText(notice.text).map(({ text }) => text);
  expect(lines).toContain(
    'An intruder had access to mailboxes of our staff – at most from 10 September 2001 to 14 October 2001.',
  );
  expect(lines).toContain(
    ' 1. Change the passwords and keys that stand in emails between us; 37 messages hold some. Do not wait for a list.',
  );
  for (const alone of ['Do now', '    0B61-AQN7-Y4X4-736P-3XMB-3YR4-9P-H', '    dig TXT _candor.harbor.example'])
    expect(lines).toContain(alone);
});

test('no word is lost, added or moved', () => {
  const lines = unwrapText(notice.text);
  expect(wordsOf(lines.map(({ text }) => text).join('\n'))).toEqual(wordsOf(notice.text));
  expect(lines.filter(({ isHanging }) => isHanging).map(({ text }) => text.slice(0, 4).trim())).toEqual([
    '-',
    '-',
    '-',
    '-',
    '1.',
    '2.',
    '-',
    '',
    '-',
    '',
    '',
    '-',
  ]);
});

test('never joins lines that end before the margin', () => {
  const text = 'short\nlines\n\n  - one\n  - two\n    three';
  expect(unwrapText(text).map((line) => line.text)).toEqual(text.split('\n'));
});
