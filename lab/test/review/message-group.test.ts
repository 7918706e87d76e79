import { expect, test } from 'vitest';
import { type GroupedCopy, isWithinReach } from '../../src/review/message-group.ts';

const make = (custodian: string, verdict: string) => ({ custodian, verdict }) as unknown as GroupedCopy;

test('searches quotations in everything exposed, and in undetermined mail where the intruder was', () => {
  const reached = new Set(['ann']);
  // A rule of the whole organization forwards mail also of mailboxes in which the intruder never was.
  expect(isWithinReach([make('bob', 'presumed')], reached)).toBe(true);
  expect(isWithinReach([make('bob', 'possible')], reached)).toBe(true);
  expect(isWithinReach([make('ann', 'undetermined')], reached)).toBe(true);
  expect(isWithinReach([make('bob', 'undetermined'), make('ann', 'undetermined')], reached)).toBe(true);
  expect(isWithinReach([make('bob', 'undetermined')], reached)).toBe(false);
});
