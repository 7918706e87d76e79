import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SkipReasons } from './tools/skip-reasons.ts';
import { TestTally } from './tools/test-tally.ts';

/**
 * Set by `npm run check`, which must end within a minute: the pure core and the rules of the tree, whose tests share
 * nothing and need no process of their own.
 */
const isQuick = process.env['CANDOR_QUICK'] === '1';
/** `npm run test:long`: what takes minutes alone, and ten thousands of inputs where hundreds are the rule. */
const isLong = process.env['CANDOR_LONG'] === '1';
/**
 * Where properties start (`tools/test-seed.ts`). `npm test` takes the same examples every time: who changes something
 * else is not stopped by an example that nobody had met. `npm run test:long` looks for new ones, and says where it
 * started; `CANDOR_SEED=N` starts there again.
 */
const seed = process.env['CANDOR_SEED'] ?? String(isLong ? randomInt(2 ** 31) : 20010910);
if (isLong) process.stdout.write(`properties start from CANDOR_SEED=${seed}\n`);

const core = ['core/test/**/*.test.ts'];
const around = ['lab/test/**/*.test.ts', 'portal/test/**/*.test.ts', 'web/test/**/*.test.ts', 'tools/**/*.test.ts'];

export default defineConfig({
  test: {
    include: isQuick ? [...core, 'tools/tidy/*.test.ts'] : [...core, ...around],
    exclude: [...(isQuick ? ['**/*.slow.test.ts'] : []), ...(isLong ? [] : ['**/*.long.test.ts'])],
    isolate: !isQuick,
    setupFiles: ['tools/test-seed.ts'],
    env: { CANDOR_SEED: seed },
    testTimeout: 60_000,
    // What a hook makes ready takes as long as what a test does with it.
    hookTimeout: 60_000,
    pool: 'forks',
    // On two cores one worker is what it would take; tests with servers and browsers mostly wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', new SkipReasons(), new TestTally(process.env['CANDOR_TEST_REPORT'])],
  },
});
