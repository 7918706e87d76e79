import { describe, expect, test } from 'vitest';
import { readMessageDate } from '../../../../src/evidence/message/field/message-date.ts';

const at = (...numbers: [number, number, number, number?, number?, number?]): number => {
  const [year, month, day, hour = 0, minute = 0, second = 0] = numbers;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
};

describe('a date', () => {
  test.each([
    ['Mon, 10 Sep 2001 14:05:09 -0500', at(2001, 9, 10, 19, 5, 9)],
    ['Mon, 10 Sep 2001 14:05:09 -0500 (CDT)', at(2001, 9, 10, 19, 5, 9)],
    ['10 Sep 2001 14:05 +0000', at(2001, 9, 10, 14, 5)],
    ['Tue, 10 Sep 2001 14:05:00 +0000', at(2001, 9, 10, 14, 5)],
    [' Mon ,\r\n 10(ten (10)) Sep\t2001 14 : 05 : 00 Z', at(2001, 9, 10, 14, 5)],
    ['Mon, 10 September 2001 14:05:00 GMT', at(2001, 9, 10, 14, 5)],
    ['10 Sep 2001 14:05:00', at(2001, 9, 10, 14, 5)],
    ['10-Sep-2001 14:05:00 UT', at(2001, 9, 10, 14, 5)],
    ['10 Sep 2001 14:05:60 +0000', at(2001, 9, 10, 14, 6)],
    ['Mon Sep 10 14:05:00 2001', at(2001, 9, 10, 14, 5)],
    ['31 Dec 1899 23:59:59 +0000', at(1899, 12, 31, 23, 59, 59)],
    ['1 Jan 2099 00:00:00 +0000', at(2099, 1, 1)],
    ['1 Jan 1970 00:00:00 +0000', 0],
  ])('%j', (text, instant) => {
    expect(readMessageDate(text)).toBe(instant);
  });

  test.each([
    ['EST', 5],
    ['EDT', 4],
    ['CST', 6],
    ['CDT', 5],
    ['MST', 7],
    ['MDT', 6],
    ['PST', 8],
    ['PDT', 7],
    ['UT', 0],
    ['A', 0],
    ['CET', 0],
    ['-0000', 0],
    ['+0530', -5.5],
  ])('zone %s', (zone, hours) => {
    expect(readMessageDate(`10 Sep 2001 12:00:00 ${zone}`)).toBe(at(2001, 9, 10, 12) + hours * 3600);
  });

  test.each([
    ['01', 2001],
    ['49', 2049],
    ['0001', 2001],
    ['049', 2049],
    ['50', 1950],
    ['99', 1999],
    ['101', 2001],
    ['1969', 1969],
  ])('year %s is %i', (digits, year) => {
    expect(readMessageDate(`10 Sep ${digits} 00:00:00 +0000`)).toBe(at(year, 9, 10));
  });

  test.each([
    '',
    'yesterday',
    '32 Sep 2001 00:00:00 +0000',
    '29 Feb 2001 00:00:00',
    '1 Foo 2001 00:00:00',
    '1 Sep 2001 25:00:00',
    '1 Sep 12345 00:00:00',
    '1 Sep 2001',
  ])('%j is not a date', (text) => {
    expect(readMessageDate(text)).toBeNull();
  });
});
