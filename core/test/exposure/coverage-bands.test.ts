import { toCoverageBands } from '@candor/core/exposure/coverage';
import { expect, test } from 'vitest';

const PERIOD = { from: 0, to: 100 };

test('a gap hides what was recorded in it, a record hides the claim', () => {
  const bands = toCoverageBands(
    {
      recorded: [{ from: 10, to: 60 }],
      claimed: [{ from: 0, to: 90 }],
      gaps: [{ kind: 'throttled', from: 40, to: 50 }],
    },
    PERIOD,
  );
  expect(bands).toEqual([
    { is: 'claimed', from: 0, to: 10, gap: null },
    { is: 'recorded', from: 10, to: 40, gap: null },
    { is: 'gap', from: 40, to: 50, gap: 'throttled' },
    { is: 'recorded', from: 50, to: 60, gap: null },
    { is: 'claimed', from: 60, to: 90, gap: null },
  ]);
});

test('adjacent and overlapping times are one band, and nothing lies outside the period', () => {
  const bands = toCoverageBands(
    {
      recorded: [
        { from: -50, to: 5 },
        { from: 5, to: 20 },
        { from: 10, to: 30 },
        { from: 200, to: 300 },
      ],
      claimed: [],
      gaps: [{ kind: 'unlicensed', from: 95, to: 400 }],
    },
    PERIOD,
  );
  expect(bands).toEqual([
    { is: 'recorded', from: 0, to: 30, gap: null },
    { is: 'gap', from: 95, to: 100, gap: 'unlicensed' },
  ]);
});

test('what nobody recorded and nobody claimed has no band', () => {
  expect(toCoverageBands({ recorded: [], claimed: [], gaps: [] }, PERIOD)).toEqual([]);
});
