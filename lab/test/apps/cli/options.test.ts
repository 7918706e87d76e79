import { expect, test } from 'vitest';
import { parseNames } from '../../../src/apps/cli/options.ts';

test('names may have spaces, commas or both between them', () => {
  const read = (...words: readonly string[]) =>
    words.reduce<readonly string[]>((all, word) => parseNames(word, all), []);
  for (const words of [
    ['a.example', 'b.example'],
    ['a.example,b.example'],
    ['a.example, b.example'],
    ['a.example,', 'b.example'],
    ['a.example ,b.example,'],
  ])
    expect(read(...words)).toEqual(['a.example', 'b.example']);
  expect(read(' , ')).toEqual([]);
});
