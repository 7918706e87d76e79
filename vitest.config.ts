import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SkipReasons } from './tools/skip-reasons.ts';

/** Set by `npm run check`, which must end within a minute: tests of whole incidents and of mutated inputs are left out. */
const isQuick = process.env['CANDOR_QUICK'] === '1';
/** `npm run test:long`: what takes minutes alone, and ten thousands of inputs where hundreds are the rule. */
const isLong = process.env['CANDOR_LONG'] === '1';
const reportFile = process.env['CANDOR_TEST_REPORT'];

export default defineConfig({
  test: {
    include: [
      'core/test/**/*.test.ts',
      'lab/test/**/*.test.ts',
      'portal/test/**/*.test.ts',
      'web/test/**/*.test.ts',
      'tools/**/*.test.ts',
    ],
    exclude: [...(isQuick ? ['**/*.slow.test.ts', '**/golden.test.ts'] : []), ...(isLong ? [] : ['**/*.long.test.ts'])],
    testTimeout: 60_000,
    pool: 'forks',
    // On two cores one worker is what it would take; tests with servers and browsers mostly wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: [
      'default',
      new SkipReasons(),
      ...(reportFile === undefined ? [] : [['json', { outputFile: reportFile }] as [string, { outputFile: string }]]),
    ],
  },
});
