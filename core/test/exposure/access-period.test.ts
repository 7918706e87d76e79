import { sayAccessPeriod, toPeriodWords } from '@candor/core/exposure/alert';
import { expect, test } from 'vitest';

const window = { start: 1000, contained: 2000 };

test('the window is the time of the access only while every record of the intruder lies inside it', () => {
  const whole = { state: 'whole', said: { value: { from: 1000, to: 2000 } } };
  expect(sayAccessPeriod(window, { first: 1000, last: 2000 })).toMatchObject(whole);
  expect(sayAccessPeriod(window, { first: null, last: null })).toMatchObject(whole);
  expect(toPeriodWords(sayAccessPeriod(window, { first: 1500, last: 1600 }))).toBe(
    'from 1 Jan 1970, 00:16 UTC to 1 Jan 1970, 00:33 UTC',
  );
});

test('a record before or after it makes both ends "at least"', () => {
  expect(sayAccessPeriod(window, { first: 1200, last: 2001 })).toEqual({ state: 'at-least', from: 1000, until: 2001 });
  expect(sayAccessPeriod(window, { first: 999, last: 1999 })).toEqual({ state: 'at-least', from: 999, until: 2000 });
  expect(toPeriodWords(sayAccessPeriod(window, { first: 999, last: 7200 }))).toContain(
    'at least until 1 Jan 1970, 02:00 UTC',
  );
});
