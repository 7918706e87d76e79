import { estimateSample } from '@candor/core/impact/findings';
import { expect, test } from 'vitest';

const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

test('gives shares and recall over both strata, with intervals that cover the worst of both', () => {
  const { precision, elusion, recall, missed } = estimateSample(
    { size: 1_000, judged: 200, holding: 180 },
    { size: 20_000, judged: 400, holding: 2 },
  );
  // Wilson's interval for 180 of 200 and 2 of 400 (R: binom::binom.wilson).
  expect([precision.share, precision.low, precision.high].map(round)).toEqual([0.9, 0.851, 0.934]);
  expect([elusion.share, elusion.low, elusion.high].map(round)).toEqual([0.005, 0.001, 0.018]);
  expect(round(recall.share)).toBe(0.9);
  expect(recall.low ?? 1).toBeCloseTo((0.8506 * 1_000) / (0.8506 * 1_000 + 0.01805 * 20_000), 2);
  expect((recall.low ?? 1) < (recall.share ?? 0) && (recall.share ?? 1) < (recall.high ?? 0)).toBe(true);
  expect([missed.least, missed.most]).toEqual([27, 361]);
});

test('unjudged findings stay unknown, and an empty stratum adds nothing', () => {
  const judged = { size: 10, judged: 10, holding: 10 };
  const unjudged = { size: 10, judged: 0, holding: 0 };
  const none = { size: 0, judged: 0, holding: 0 };
  expect(estimateSample(judged, unjudged).recall.share).toBe(null);
  expect(estimateSample(unjudged, judged).recall.share).toBe(null);
  expect(estimateSample(judged, none).recall.share).toBe(1);
  expect(estimateSample(none, judged).recall.share).toBe(0);
  expect(estimateSample(none, none).recall.share).toBe(null);
});
