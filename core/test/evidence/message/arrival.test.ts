import { describe, expect, it } from 'vitest';
import { type Arrival, type ArrivalTimes, addProof, toArrival } from '../../../src/evidence/message/arrival.ts';

const NONE: ArrivalTimes = {
  ...{ outlook: null, received: null, lastReceived: null },
  ...{ maildir: null, fromLine: null, date: null },
};
const DAY = 86_400;

function arrive(times: Partial<ArrivalTimes>): readonly [number | null, string, string, number | null] {
  const { at, from, source, latest } = toArrival({ ...NONE, ...times });
  return [at, from, source, latest];
}

describe('arrival', () => {
  it.each<readonly [Partial<ArrivalTimes>, number | null, string]>([
    [{}, null, 'unknown'],
    [{ outlook: 500, received: 400, maildir: 300, fromLine: 200, date: 100 }, 100, 'date'],
    [{ outlook: 100, received: 200, date: 300 }, 100, 'pst'],
    [{ outlook: 300, received: 100, lastReceived: 250, date: 300 }, 100, 'received'],
    [{ received: 400, maildir: 300, fromLine: 350 }, 300, 'maildir'],
    [{ maildir: 300, fromLine: 200, date: 300 }, 200, 'from-line'],
    [{ maildir: 300 }, 300, 'maildir'],
    [{ fromLine: 300, date: 300 }, 300, 'from-line'],
    [{ date: 300 }, 300, 'date'],
  ])('of %o is the earliest, %s by %s', (times, at, from) => {
    expect(arrive(times).slice(0, 2)).toEqual([at, from]);
  });

  it.each<readonly [Partial<ArrivalTimes>, number | null, string]>([
    [{ outlook: 0, received: 400 }, 400, 'delivery'],
    [{ received: 0, maildir: 300, date: 500 }, 300, 'delivery'],
    [{ maildir: 0, fromLine: 0, date: 500 }, 500, 'none'],
    [{ maildir: 300, date: 0 }, 300, 'none'],
  ])('reads 0 as no time: %o', (times, at, source) => {
    const [found, , by] = arrive(times);
    expect([found, by]).toEqual([at, source]);
  });

  it.each<readonly [Partial<ArrivalTimes>, string]>([
    [{ outlook: 100, date: 100 }, 'delivery'],
    [{ received: 100, lastReceived: 100, date: 100 }, 'delivery'],
    [{ maildir: 107, date: 100 }, 'delivery'],
    [{ fromLine: 100 + DAY - 1, date: 100 }, 'delivery'],
    [{ fromLine: 100 - DAY + 1, date: 100 }, 'delivery'],
    [{ maildir: 100 + DAY, date: 100 }, 'dated'],
    [{ maildir: 100, date: 100 }, 'dated'],
    [{ fromLine: 100 - 5 * 3600, date: 100 }, 'dated'],
    [{ fromLine: 100 + 900, date: 100 }, 'dated'],
    [{ fromLine: 100 + 901, date: 100 }, 'delivery'],
    [{ fromLine: 100, maildir: 101, date: 100 }, 'delivery'],
    [{ maildir: 101, fromLine: 100, date: 100 }, 'delivery'],
    [{ maildir: 100 + DAY + 1, date: 100 }, 'none'],
    [{ maildir: 100 - DAY - 1, date: 100 }, 'none'],
    [{ maildir: 300 }, 'none'],
    [{ date: 300 }, 'none'],
    [{}, 'none'],
  ])('has with %o the source %s', (times, source) => {
    expect(arrive(times)[2]).toBe(source);
  });

  it.each<readonly [string, Partial<ArrivalTimes>, number | null]>([
    ['the last of its sources', { outlook: 300, received: 100, lastReceived: 400, date: 50 }, 400],
    ['its Date', { received: 100, lastReceived: 100, date: 700 }, 700],
    ['a day later than its times without a source', { maildir: 100, date: 200 + 3 * DAY }, 200 + 3 * DAY],
    ['a day later than its Date alone', { date: 200 }, 200 + DAY],
    ['a time that repeats the Date, which is a source here', { fromLine: 1000, date: 100 }, 1000],
    ['never later than a source by a time far from the Date', { received: 100, maildir: 9 * DAY, date: 90 }, 100],
    ['unknown without a time', {}, null],
  ])('is at the latest %s', (_, times, latest) => {
    expect(arrive(times)[3]).toBe(latest);
  });

  it.each<readonly [Partial<ArrivalTimes>, readonly [number, number], Arrival]>([
    [{ date: 500 }, [400, 450], { at: 400, from: 'log', source: 'delivery', latest: 500 }],
    [{ date: 500 }, [600, 700], { at: 500, from: 'date', source: 'delivery', latest: 700 }],
    [{}, [600, 700], { at: 600, from: 'log', source: 'delivery', latest: 700 }],
    [
      { received: 300, lastReceived: 900, date: 250 },
      [600, 700],
      { at: 250, from: 'date', source: 'delivery', latest: 900 },
    ],
    [{ maildir: 9 * DAY, date: 100 }, [600, 700], { at: 100, from: 'date', source: 'delivery', latest: 700 }],
  ])('%o with a delivery log at %o', (times, [earliest, latest], expected) => {
    const date = times.date ?? null;
    expect(addProof(toArrival({ ...NONE, ...times }), date, { from: 'log', earliest, latest })).toEqual(expected);
  });
});
