import { expect, test } from 'vitest';
import { StrongRecordTally } from '../../../src/exposure/strong-records.ts';

const LISTED = 100;

test('the first records of a mailbox are the earliest, in any order', () => {
  const records = Array.from({ length: 250 }, (_, at) => ({ id: `r${(at * 7) % 250}`, time: Math.floor(at / 3) }));
  const expected = records
    .toSorted((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
    .slice(0, LISTED)
    .map(({ id }) => id);
  const orders = [records, records.toReversed(), records.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
  for (const order of orders) {
    const tally = new StrongRecordTally();
    for (const record of order) tally.add('ada', record);
    tally.add('bo', { id: 'other', time: 0 });
    expect(tally.listFor('ada')).toEqual({ count: records.length, first: expected });
    expect(tally.listFor('bo')).toEqual({ count: 1, first: ['other'] });
    expect(tally.listFor('cy')).toEqual({ count: 0, first: [] });
  }
});
