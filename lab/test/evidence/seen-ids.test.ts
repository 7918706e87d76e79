import { expect, test } from 'vitest';
import { SeenIds } from '../../src/evidence/seen-ids.ts';

test('checking an id does not add it', () => {
  const seen = new SeenIds(7);
  seen.add('one');
  expect([seen.has('one'), seen.has('two'), seen.has('two'), seen.add('two')]).toEqual([true, false, false, false]);
});

test.each([0, 1, 0xffff_ffff])('an id is new once, with any seed and growth of the table (seed %i)', (seed) => {
  const seen = new SeenIds(seed);
  const ids = Array.from({ length: 200_000 }, (_, number) => `record-${number.toString(36)}`);
  expect(ids.filter((id) => seen.add(id))).toEqual([]);
  expect(ids.every((id) => seen.add(id))).toBe(true);
});
