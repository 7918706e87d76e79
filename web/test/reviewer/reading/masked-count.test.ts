import { expect, test } from 'vitest';
import { sayMasked } from '../../../src/reviewer/pages/reading/masked-count.ts';

test('a count of masked words says how many were recognized, and whether they are shown', () => {
  expect(sayMasked(false, 3).value).toEqual({ isUnmasked: false, words: 3 });
  expect(sayMasked(true, 3).value).toEqual({ isUnmasked: true, words: 3 });
});
