import { formatAmount, formatCount } from '@candor/core/base';
import { expect, test } from 'vitest';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [14699, '14,699'],
  [1234567, '1,234,567'],
])('shows %d as %s', (value, shown) => {
  expect(formatCount(value)).toBe(shown);
});

test.each([
  [0, '0 copies'],
  [1, '1 copy'],
  [2000, '2,000 copies'],
])('shows an amount of %d as %s', (count, shown) => {
  expect(formatAmount(count, 'copy', 'copies')).toBe(shown);
});

test('adds an s to most words', () => {
  expect([formatAmount(1, 'file'), formatAmount(2, 'file')]).toEqual(['1 file', '2 files']);
});
