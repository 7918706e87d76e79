import { expect, test } from 'vitest';
import { SeenIds } from '../../src/evidence/seen-ids.ts';

test.each([0, 1, 0xffff_ffff])('an id is new once, whatever the seed and however the table grows (seed %i)', (seed) => {
  const seen = new SeenIds(seed);
  const ids = Array.from({ length: 200_000 }, (_, number) => `record-${number.toString(36)}`);
  expect(ids.filter((id) => seen.add(id))).toEqual([]);
  expect(ids.every((id) => seen.add(id))).toBe(true);
});
