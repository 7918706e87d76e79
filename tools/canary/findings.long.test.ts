import { test } from 'vitest';
import { expectNoLeak } from './findings-canary.ts';

test('no planted value or PIN leaves the mail except to the right party', { timeout: 900_000 }, () =>
  expectNoLeak(1000, 6),
);
