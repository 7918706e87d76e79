import { expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from './growth.ts';

const countSteps = (steps: number) => {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum * 31 + step) % 1_000_003;
  return sum;
};
const FOUND_LATE = 'x'.repeat(100);

test('distinguishes linear from quadratic work', async () => {
  expect(await measureGrowth((size) => countSteps(size * 10), 500)).toBeCloseTo(4, 0);
  expect(await measureGrowth((size) => countSteps(size * size), 200)).toBeCloseTo(16, 0);
});

test.each<[string, (size: number) => unknown]>([
  ['a search in a list', (size) => Array.from({ length: size }, (_, at) => at).map((at, _, all) => all.indexOf(at))],
  ['a search in a text', (size) => Array.from({ length: size }, () => `${'y'.repeat(size)}z`.indexOf('z'))],
  ['a list that is copied', (size) => Array.from({ length: size }, (_, at) => at).map((_, at, all) => all.slice(at))],
  ['a pattern that finds nothing', (size) => [...'y'.repeat(size)].map((_, at) => /z/.test('y'.repeat(at)))],
])('%s for each of its elements is work by the square', async (_, work) => {
  expect(await measureGrowth(work, 300)).toBeGreaterThan(MOST_GROWTH);
});

test.each<[string, (size: number) => unknown]>([
  ['tokens of a sticky pattern', (size) => readTokens('y '.repeat(size))],
  ['matches of a global pattern', (size) => Array.from('y '.repeat(size).matchAll(/y/g))],
  ['a search that goes on', (size) => countFound(FOUND_LATE.repeat(size))],
])('%s are work in proportion', async (_, work) => {
  expect(await measureGrowth(work, 300)).toBeLessThan(MOST_GROWTH);
});

function readTokens(text: string): number {
  const token = /\w+|\s/y;
  let count = 0;
  while (token.exec(text) !== null) count += 1;
  return count;
}

function countFound(text: string): number {
  let count = 0;
  for (let at = text.indexOf('x'); at >= 0; at = text.indexOf('x', at + 1)) count += 1;
  return count;
}

test('reports nothing for work that is negligible at any size', async () => {
  await expect(measureGrowth((size) => size, 1)).rejects.toThrow('begin with more');
});
