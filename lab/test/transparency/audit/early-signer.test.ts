import { toEntryText } from '@candor/core/ledger';
import { toKeySet } from '@candor/core/notice/operator';
import { expect, test } from 'vitest';
import { findEarlySigner } from '../../../src/transparency/audit/check-signed.ts';
import { startedAt } from '../../ledger/made-log.ts';

const operator = (name: string) => ({ name, key: name.toLowerCase(), custodian: null });
const [ines, omar, nora] = ['Ines', 'Omar', 'Nora'].map(operator) as [Operator, Operator, Operator];
type Operator = ReturnType<typeof operator>;

/** Four entries an hour; Nora came in with entry 10. */
const genesis = toEntryText({
  kind: 'genesis',
  at: startedAt,
  body: { incident: null, origin: 'o', log: 'l', operators: [], quorum: 2, period: 3600, entries: 4 },
});
const since = (position: number, waits: 'by-periods' | 'by-stated-times', operators: readonly Operator[]) => ({
  position,
  at: startedAt,
  keys: toKeySet('l', operators),
  operators,
  waits,
});
const find = (wave: number, signer: Operator, waits: 'by-periods' | 'by-stated-times' = 'by-periods') =>
  findEarlySigner(
    [{ index: 0, entry: genesis, salt: '' }],
    [since(0, 'by-periods', [ines, omar]), since(10, waits, [ines, nora])],
    wave,
    [ines, signer].map(({ name, key }) => ({ operator: name, key, signature: 's' })),
  );

test('a wave that leaves no room for a day of periods was signed too early', () => {
  // Entry 10 is shown by the first 12 entries; 24 periods are 96 more.
  expect(find(107, nora)).toBe('Nora');
  expect(find(108, nora)).toBeNull();
  expect(find(11, omar)).toBeNull();
  expect(find(11, nora, 'by-stated-times')).toBeNull();
});
