import { formatDay, formatSpan, formatTime, toInstant } from '@candor/core/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';

function toInstantByDate(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 1000 : null;
}

test("a calendar day equals the instant that the language's calendar gives", () => {
  const year = fc.oneof(
    fc.integer({ min: 0, max: 9999 }),
    fc.constantFrom(0, 4, 1600, 1899, 1900, 1970, 2000, 2099, 2100),
  );
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (some, month, day) => {
      expect(toInstant(some, month, day, 0, 0, 0)).toBe(toInstantByDate(some, month, day));
    }),
    { numRuns: 1000 },
  );
});

test('refuses numbers that form no calendar time', () => {
  expect(toInstant(2024, 13, 1, 0, 0, 0)).toBeNull();
  expect(toInstant(2024, 0, 1, 0, 0, 0)).toBeNull();
  expect(toInstant(2023, 2, 29, 0, 0, 0)).toBeNull();
  expect(toInstant(2024, 1, 0, 0, 0, 0)).toBeNull();
  expect(toInstant(2024, 1, 1, 24, 0, 0)).toBeNull();
  expect(toInstant(2024, 1, 1, 0, 60, 0)).toBeNull();
  expect(toInstant(2024, 1, 1, 0, 0, 61)).toBeNull();
  expect(toInstant(Number.NaN, 1, 1, 0, 0, 0)).toBeNull();
  expect(toInstant(2024, 1, Number.NaN, 0, 0, 0)).toBeNull();
});

test('a leap second is the following second', () => {
  expect(toInstant(2016, 12, 31, 23, 59, 60)).toBe(toInstant(2017, 1, 1, 0, 0, 0));
});

test('times are UTC and name the zone', () => {
  const instant = Date.UTC(2001, 8, 10, 14, 5) / 1000;
  expect(formatTime(instant)).toBe('10 Sep 2001, 14:05 UTC');
  expect(formatDay(instant)).toBe('10 Sep 2001');
});

test('a span of one instant is written as that instant', () => {
  expect(formatSpan(0, 0)).toBe('1 Jan 1970, 00:00 UTC');
  expect(formatSpan(0, 60)).toBe('1 Jan 1970, 00:00 UTC to 1 Jan 1970, 00:01 UTC');
});
