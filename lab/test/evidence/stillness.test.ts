import { expect, test } from 'vitest';
import type { FoundArrival } from '../../src/evidence/survey/scan-evidence.ts';
import { StabilityWatch } from '../../src/evidence/survey/unnamed-files.ts';

const NOW = 1_700_000_000_000;
const make = (stamp: string, changedMs: number): FoundArrival => ({
  purpose: 'access',
  place: 'logs/a',
  stamp,
  files: 1,
  bytes: 1,
  changedMs,
  isNew: true,
  isInFolder: true,
});

test('a file last changed ten seconds ago is complete at once, also if renamed in', () => {
  expect(new StabilityWatch().select([make('1', NOW - 10_000)], NOW, 0)).toHaveLength(1);
  expect(new StabilityWatch().select([make('1', NOW - 9_999)], NOW, 0)).toHaveLength(0);
});

test('a file with a future time is complete after ten seconds without change', () => {
  const stillness = new StabilityWatch();
  expect(stillness.select([make('1', NOW + 3_600_000)], NOW, 0)).toHaveLength(0);
  expect(stillness.select([make('1', NOW + 3_600_000)], NOW, 9_999)).toHaveLength(0);
  expect(stillness.select([make('1', NOW + 3_600_000)], NOW, 10_000)).toHaveLength(1);
});

test("a file seen changing is not complete, however old its time: the server's clock may be slow", () => {
  const stillness = new StabilityWatch();
  stillness.select([make('1', NOW - 1_000)], NOW, 0);
  expect(stillness.select([make('2', NOW - 60_000)], NOW, 5_000)).toHaveLength(0);
  expect(stillness.select([make('2', NOW - 60_000)], NOW, 14_999)).toHaveLength(0);
  expect(stillness.select([make('2', NOW - 60_000)], NOW, 15_000)).toHaveLength(1);
});
