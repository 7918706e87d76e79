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

test('work by the square that costs little at first is told as well', async () => {
  expect(await measureGrowth((size) => countSteps(size * size), 50)).toBeGreaterThan(MOST_GROWTH);
  expect(await measureGrowth((size) => countSteps(size * 1000), 50)).toBeLessThan(MOST_GROWTH);
});

test('what costs next to nothing at any size shows nothing', async () => {
  await expect(measureGrowth((size) => size, 1)).rejects.toThrow('begin with more');
});
