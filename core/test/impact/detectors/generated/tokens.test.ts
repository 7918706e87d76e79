import { expect, test } from 'vitest';
import { isFound, tokens } from './tokens.ts';

test('finds all but 2 % of ten tokens of every format', () => {
  const missed = tokens.filter((token) => !isFound(token));
  expect(missed.length / tokens.length, missed.map(({ name }) => name).join(' ')).toBeLessThanOrEqual(0.02);
});
