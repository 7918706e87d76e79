import { expect, test } from 'vitest';
import { toTypedWord } from '../../src/commands/typed-word.ts';

test.each([
  ['allen-p', 'allen-p'],
  ['../evidence/incident.yaml:12', '../evidence/incident.yaml:12'],
  ['access log.csv:1', "'access log.csv:1'"],
  ["o'neill", "'o'\\''neill'"],
  ['a;b$(c)', "'a;b$(c)'"],
  ['~', "'~'"],
  ['', "''"],
])('%j is typed as %s', (word, typed) => {
  expect(toTypedWord(word)).toBe(typed);
});
