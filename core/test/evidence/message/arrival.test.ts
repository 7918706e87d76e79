import { describe, expect, it } from 'vitest';
import { type ArrivalTimes, isDeliverySource, toArrival } from '../../../src/evidence/message/copy.ts';

const NONE: ArrivalTimes = { outlook: null, received: null, maildir: null, fromLine: null, date: null };

function arrive(times: Partial<ArrivalTimes>): readonly [number | null, string] {
  const { at, from } = toArrival({ ...NONE, ...times });
  return [at, from];
}

describe('arrival', () => {
  it.each<readonly [Partial<ArrivalTimes>, number | null, string]>([
    [{}, null, 'unknown'],
    [{ outlook: 500, received: 400, maildir: 300, fromLine: 200, date: 100 }, 500, 'pst'],
    [{ received: 400, maildir: 300, fromLine: 200, date: 100 }, 400, 'received'],
    [{ maildir: 300, fromLine: 200, date: 100 }, 100, 'earliest'],
    [{ maildir: 100, fromLine: 200, date: 300 }, 100, 'earliest'],
    [{ maildir: 300, fromLine: 200 }, 200, 'earliest'],
    [{ fromLine: 200, date: 300 }, 200, 'earliest'],
    [{ maildir: 300, date: 300 }, 300, 'earliest'],
    [{ maildir: 300 }, 300, 'maildir'],
    [{ fromLine: 300 }, 300, 'from-line'],
    [{ date: 300 }, 300, 'date'],
  ])('of %o is %s by %s', (times, at, from) => {
    expect(arrive(times)).toEqual([at, from]);
  });

  it.each<readonly [Partial<ArrivalTimes>, number, string]>([
    [{ outlook: 0, received: 400 }, 400, 'received'],
    [{ received: 0, maildir: 300, date: 500 }, 300, 'earliest'],
    [{ maildir: 0, fromLine: 0, date: 500 }, 500, 'date'],
    [{ maildir: 300, date: 0 }, 300, 'maildir'],
  ])('reads 0 as no time: %o', (times, at, from) => {
    expect(arrive(times)).toEqual([at, from]);
  });

  it('is proved by Outlook, by a server, or by two of the three; one of them is not enough', () => {
    const proved = (['pst', 'received', 'earliest', 'maildir', 'from-line', 'date', 'unknown'] as const).filter(
      isDeliverySource,
    );
    expect(proved).toEqual(['pst', 'received', 'earliest']);
  });
});
