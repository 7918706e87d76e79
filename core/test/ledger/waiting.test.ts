import {
  findSecondsAhead,
  judgeWitnessed,
  measureWait,
  type SignedSize,
  toEarliestEnd,
  toLeastIndex,
} from '@candor/core/ledger';
import { describe, expect, test } from 'vitest';

const HOUR = 3600;
const DAY = 24 * HOUR;
const start = 1_003_136_400;
const rate = { startedAt: start, periodSeconds: HOUR, entries: 64 };

/** The log as it is signed so many hours after its beginning. */
const signedAt = (hour: number, at = start + hour * HOUR): SignedSize => ({ size: 64 * (hour + 1), at });
const signedFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => signedAt(first + at));

/** In the tenth hour, behind what was signed in it. */
const from = { index: 64 * 11 + 1, at: start + 10 * HOUR + 60 };
const toPlace = (hour: number, at = start + hour * HOUR + 60) => ({ index: 64 * (hour + 1) + 2, at });
const measure = (signed: readonly SignedSize[], to = toPlace(35), seconds = DAY) =>
  measureWait(rate, signed, { from, to, seconds });

describe('a wait', () => {
  test('begins with the signing that shows the entry, and takes a signing in each period after it', () => {
    // The change is in the log of 11 o'clock; 24 hours later the log was signed 24 times more.
    expect(measure(signedFrom(11, 35))).toMatchObject({ periods: 24, needed: 24, isOver: true });
    expect(measure(signedFrom(11, 34))).toMatchObject({ periods: 23, isOver: false });
    expect(measure(signedFrom(0, 10))).toMatchObject({ periods: 0, isOver: false });
  });

  test('is not shortened by a clock: a time that is stated, and one signing for many periods', () => {
    expect(measure([], toPlace(11, start + 40 * HOUR))).toMatchObject({ periods: 0, missingSeconds: 0, isOver: false });
    expect(measure([signedAt(11), signedAt(36)], toPlace(36))).toMatchObject({ periods: 1, isOver: false });
    expect(measure([signedAt(36)], toPlace(36))).toMatchObject({ periods: 0, isOver: false });
  });

  test('is not over by periods alone: the stated times must agree', () => {
    const early = toPlace(35, start + 30 * HOUR);
    expect(measure(signedFrom(11, 35), early).isOver).toBe(false);
    // A log that grew in one minute, signed at times that it does not have.
    const rushed = signedFrom(11, 35).map(({ size }) => ({ size, at: start + 11 * HOUR }));
    expect(measure(rushed)).toMatchObject({ periods: 0, isOver: false });
  });

  test('counts neither what was signed after the act, nor what the act was behind only because the log was full', () => {
    expect(measure(signedFrom(11, 35), toPlace(34, start + 40 * HOUR)).isOver).toBe(false);
    const full = { index: 64 * 60, at: start + 12 * HOUR };
    expect(measureWait(rate, signedFrom(11, 50), { from, to: full, seconds: HOUR }).periods).toBe(1);
  });

  test('is never shorter than its time where a period is longer', () => {
    expect(measure([signedAt(11)], toPlace(11, start + 11 * HOUR + 120), 1)).toMatchObject({
      needed: 1,
      isOver: false,
    });
    expect(measure([signedAt(11), signedAt(12)], toPlace(12), 1)).toMatchObject({ periods: 1, isOver: true });
  });
});

test('says the least position at which it can be over', () => {
  const least = toLeastIndex(rate, from.index, DAY);
  expect(measure(signedFrom(11, 35), { index: least, at: start + 40 * HOUR }).isOver).toBe(true);
  expect(measure(signedFrom(0, 60), { index: least - 1, at: start + 40 * HOUR }).isOver).toBe(false);
});

test('says when it can be over at the earliest', () => {
  const end = (signed: readonly SignedSize[], hour: number) =>
    (toEarliestEnd(rate, signed, { from, to: { ...toPlace(hour), index: 64 * (hour + 1) }, seconds: DAY }) - start) /
    HOUR;
  // Nothing shows the entry yet: the next hour does.
  expect(end(signedFrom(0, 10), 10)).toBe(35);
  expect(end(signedFrom(0, 20), 20)).toBe(35);
  // Two hours were missed.
  expect(end([...signedFrom(0, 20), ...signedFrom(23, 30)], 30)).toBe(37);
  // The log was signed late in its first hour and early in its last.
  const late = { index: from.index, at: start + 11 * HOUR + 600 };
  const early = { index: 64 * 36, at: start + 35 * HOUR };
  expect(toEarliestEnd(rate, signedFrom(0, 35), { from: late, to: early, seconds: DAY })).toBe(late.at + DAY);
});

test('a log is ahead of a time that its size has not reached', () => {
  expect(findSecondsAhead(rate, 64 * 11, start + 10 * HOUR)).toBe(0);
  // A clock may be an hour off.
  expect(findSecondsAhead(rate, 64 * 11, start + 9 * HOUR)).toBe(0);
  expect(findSecondsAhead(rate, 64 * 36, start + 10 * HOUR)).toBe(25 * HOUR);
});

describe("witnesses' times", () => {
  const seen = (hour: number, at = hour) => ({ size: 64 * (hour + 1), seenAt: start + at * HOUR + 90 });
  const judge = (...all: readonly ReturnType<typeof seen>[]) => judgeWitnessed(all, from.index, toPlace(35).index, DAY);

  test('show a wait when one saw the entry a day before the log without the act', () => {
    expect(judge(seen(11), seen(35))).toBe('shown');
  });

  test('contradict it when all between came into the log in a minute', () => {
    expect(judge(seen(10), seen(35, 11), seen(36, 12))).toBe('contradicted');
  });

  test('say nothing with one sight, or without any', () => {
    expect(judge(seen(36))).toBe('open');
    expect(judge()).toBe('open');
    expect(judge(seen(10), seen(36))).toBe('open');
  });
});
