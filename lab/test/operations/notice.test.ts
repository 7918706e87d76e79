import { expect, test } from 'vitest';
import { toNames } from '../../src/operations/notice.ts';

test('names may have spaces, commas or both between them', () => {
  for (const words of [
    ['a.example', 'b.example'],
    ['a.example,b.example'],
    ['a.example, b.example'],
    ['a.example,', 'b.example'],
    ['a.example ,b.example,'],
  ])
    expect(words.flatMap(toNames)).toEqual(['a.example', 'b.example']);
  expect(toNames(' , ')).toEqual([]);
});
