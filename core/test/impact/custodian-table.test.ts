import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CustodianTable } from '../../src/impact/custodian-table.ts';

const message = fc.record({ party: fc.nat(40), custodian: fc.nat(200), copies: fc.integer({ min: 1, max: 5 }) });

it('counts like a map of maps, also after growing', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 3000, size: 'max' }), (messages) => {
      const table = new CustodianTable();
      const expected = new Map<string, { messages: number; copies: number }>();
      for (const { party, custodian, copies } of messages) {
        table.addMessage(party, custodian, copies);
        const known = expected.get(`${party} ${custodian}`) ?? { messages: 0, copies: 0 };
        expected.set(`${party} ${custodian}`, { messages: known.messages + 1, copies: known.copies + copies });
      }
      const of = table.group(41);
      const found = new Map(
        Array.from({ length: 41 }, (_, party) =>
          of(party).map(({ custodian, ...counts }) => [`${party} ${custodian}`, counts] as const),
        ).flat(),
      );
      expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
    }),
    { numRuns: 20 },
  );
});

it('separates the largest custodian number from the next party', () => {
  const table = new CustodianTable();
  table.addMessage(0, 2 ** 21 - 2, 1);
  table.addMessage(1, 0, 1);
  const of = table.group(2);
  expect([of(0), of(1)]).toEqual([
    [{ custodian: 2 ** 21 - 2, messages: 1, copies: 1 }],
    [{ custodian: 0, messages: 1, copies: 1 }],
  ]);
});
