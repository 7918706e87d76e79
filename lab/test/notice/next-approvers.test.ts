import { countRise } from '@candor/core/notice/wave';
import { expect, test } from 'vitest';
import { listNextApprovers } from '../../src/commands/notice/wave-overview.ts';

const operators = ['Ines', 'Marek', 'Rafael'].map((name) => ({ name, own: name === 'Rafael' ? 'costa-r' : null }));
const toBars = (approvedBy: readonly string[], madeBy: string, of = operators) =>
  listNextApprovers(of, { approvedBy, madeBy }).map(({ mayNot }) => mayNot?.is ?? null);

test('nobody approves twice, or about their own mailbox', () => {
  expect(toBars([], 'somebody')).toEqual([null, null, 'own-mailbox']);
  expect(toBars(['Marek'], 'somebody')).toEqual([null, 'approved', 'own-mailbox']);
});

test('who composed a wave leaves it to others only where there are enough', () => {
  expect(toBars([], 'Ines')).toEqual([null, null, 'own-mailbox']);
  expect(toBars(['Marek'], 'Ines')).toEqual([null, 'approved', 'own-mailbox']);
  const more = [...operators, { name: 'Dana', own: null }];
  expect(toBars([], 'Ines', more)).toEqual(['composed', null, 'own-mailbox', null]);
});

test('the rise is the most by which any "at least this bad" has grown', () => {
  const before = { accessed: 298, presumed: 540, partial: 0, possible: 35, undetermined: 9 };
  expect(countRise(before, { ...before, accessed: 312, possible: 21 })).toBe(14);
  expect(countRise(before, { ...before, accessed: 290 })).toBe(0);
  expect(countRise(null, before)).toBe(882);
});
