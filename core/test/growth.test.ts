import { expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from './growth.ts';

const countSteps = (steps: number) => {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum * 31 + step) % 1_000_003;
  return sum;
};

test('work in proportion is told from work by the square', async () => {
  expect(await measureGrowth((size) => countSteps(size * 1000), 5000)).toBeLessThan(MOST_GROWTH);
  expect(await measureGrowth((size) => countSteps(size * size), 2000)).toBeGreaterThan(MOST_GROWTH);
});

test('what costs next to nothing is in proportion, whatever the engine does beside it', async () => {
  expect(await measureGrowth((size) => size, 1)).toBeLessThan(MOST_GROWTH);
});
