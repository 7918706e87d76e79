import { sayAccessPeriod, toPeriod } from '@candor/core/notice/text';
import { expect, test } from 'vitest';

const window = { start: 1000, contained: 2000 };

test('access ended with the containment only while no record of the intruder is later', () => {
  const contained = { state: 'contained', said: { value: { from: 1000, to: 2000 } } };
  expect(sayAccessPeriod(window, { first: 1000, last: 2000 })).toMatchObject(contained);
  expect(sayAccessPeriod(window, undefined)).toMatchObject(contained);
  expect(sayAccessPeriod(window, { first: 1200, last: 2001 })).toEqual({
    state: 'open',
    atLeast: { from: 1000, to: 2001 },
  });
});

test('it begins with the earliest record, also before the window', () => {
  expect(toPeriod(sayAccessPeriod(window, { first: 900, last: 1500 }))).toEqual({ from: 900, to: 2000 });
  expect(toPeriod(sayAccessPeriod(window, { first: 900, last: 2500 }))).toEqual({ from: 900, to: 2500 });
});
