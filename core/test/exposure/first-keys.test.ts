import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FirstKeys } from '../../src/exposure/records/first-keys.ts';

const LIMIT = 5;

describe('the first of many keys', () => {
  test('are the smallest by UTF-8 bytes, each complete, in any input order', () => {
    const key = fc.oneof(
      fc.constantFrom('\uffff', '\u{10000}', '~', 'a', 'aa'),
      fc.integer({ min: 0, max: 40 }).map(String),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const first = new FirstKeys<{ key: string; times: number }>(LIMIT);
        for (const one of keys) first.set(one, { key: one, times: (first.get(one)?.times ?? 0) + 1 });
        const all = [...new Set(keys)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const expected = all
          .slice(0, LIMIT)
          .map((one) => ({ key: one, times: keys.filter((other) => other === one).length }));
        expect(first.values()).toEqual(expected);
        expect(first.values()).toEqual(expected);
      }),
    );
  });
});
