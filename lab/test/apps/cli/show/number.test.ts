import { expect, test } from 'vitest';
import { formatBytes, formatDuration } from '../../../../src/apps/cli/show/number.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [186_400, '186 KB'],
  [26_300_000, '26.3 MB'],
  [30_000_000_000, '30.0 GB'],
  [5_000_000_000_000_000, '5000 TB'],
])('shows %d bytes as %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});

test.each([
  [0.2, '1 s'],
  [59, '59 s'],
  [61, '1 min 1 s'],
  [3600, '1 h 0 min'],
])('shows %d seconds as %s', (seconds, shown) => {
  expect(formatDuration(seconds)).toBe(shown);
});
