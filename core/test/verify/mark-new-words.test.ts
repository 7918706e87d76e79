import { markNewWords } from '@candor/core/verify';
import { expect, test } from 'vitest';

const listMarked = (before: string, now: string) =>
  markNewWords(before, now).flatMap(({ pieces }) => pieces.flatMap(({ text, isChanged }) => (isChanged ? [text] : [])));

test('marks words that the text before did not have there, whatever its lines were', () => {
  const before = 'We found 298 messages.\nNine are open.';
  expect(listMarked(before, before)).toEqual([]);
  expect(listMarked(before, 'We found 298\nmessages. Nine are open.')).toEqual([]);
  expect(listMarked(before, 'We found 312 messages.\nNine are open. Change your passwords.')).toEqual([
    '312',
    'Change your passwords.',
  ]);
});

test('gives the whole text, line by line, with what cannot be seen named', () => {
  const lines = markNewWords('', 'one\n\ntw\u200bo');
  expect(lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual(['one', '', 'tw[U+200B]o']);
});
