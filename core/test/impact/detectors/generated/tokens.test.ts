import { expect, test } from 'vitest';
import { isFound, tokens } from './tokens.ts';

test('ten tokens of every format are found, all but 2 %', () => {
  const missed = tokens.filter((token) => !isFound(token));
  expect(missed.length / tokens.length, missed.map(({ name }) => name).join(' ')).toBeLessThanOrEqual(0.02);
});
