import { describe, expect, test } from 'vitest';
import { type CopyTimes, testTimes } from '../../../src/exposure/text/question-time.ts';

const DAY = 86_400;
const times = (arrived: number | null, changes: Partial<CopyTimes> = {}): CopyTimes => ({
  arrived,
  latest: arrived,
  isDoubted: false,
  isDateAlone: false,
  ...changes,
});
const forwarding = { from: 1000, to: 2000 };

describe('when a forwarding or a search takes a copy', () => {
  test('from its beginning to its end, both included', () => {
    expect([999, 1000, 2000, 2001].map((arrived) => testTimes(forwarding, times(arrived)))).toEqual([
      'does-not-take',
      'takes',
      'takes',
      'does-not-take',
    ]);
    expect(testTimes({ from: null, to: null }, times(5))).toBe('takes');
  });
  test('an unknown arrival passes', () => {
    expect(testTimes(forwarding, times(null))).toBe('takes');
  });
  test('the latest time counts for the beginning, the earliest for the end', () => {
    expect(testTimes(forwarding, times(10, { latest: 1000 }))).toBe('takes');
    expect(testTimes(forwarding, times(10, { latest: 999 }))).toBe('does-not-take');
    expect(testTimes(forwarding, times(2000, { latest: 9000 }))).toBe('takes');
  });
  test('without a delivery source a copy may have come a day later', () => {
    const doubted = { isDoubted: true, isDateAlone: true };
    expect(testTimes(forwarding, times(2000 + DAY, doubted))).toBe('takes');
    expect(testTimes(forwarding, times(2001 + DAY, doubted))).toBe('would-if-unknown');
    expect(testTimes(forwarding, times(2001 + DAY))).toBe('does-not-take');
    expect(testTimes(forwarding, times(10, { ...doubted, latest: 999 }))).toBe('would-if-unknown');
  });
});
