import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SkipReasons } from './tools/skip-reasons.ts';
import { findNeeds, listTests, type TestKind, toGlobs } from './tools/test-kinds.mjs';
import { TestTally } from './tools/test-tally.ts';
import { messageCatalogues } from './tools/web/message-catalogues.ts';

/** `npm run test:long`: ten thousands of inputs where hundreds are the rule. */
const isLong = process.env['CANDOR_LONG'] === '1';
/**
 * Where properties start (`tools/test-seed.ts`). `npm test` takes the same examples every time: who changes something
 * else is not stopped by an example that nobody had met. `npm run test:long` looks for new ones, and says where it
 * started; `CANDOR_SEED=N` starts there again.
 */
const seed = process.env['CANDOR_SEED'] ?? String(isLong ? randomInt(2 ** 31) : 20010910);
if (isLong) process.stdout.write(`properties start from CANDOR_SEED=${seed}\n`);

const KINDS: readonly TestKind[] = ['unit', 'slow', 'more', 'long'];
/** As `tools/test.mjs` sets them. Who starts vitest with the name of a file means that one, whatever its kind. */
const named = process.env['CANDOR_TESTS']?.split(',') ?? KINDS;
const kinds = KINDS.filter((kind) => named.includes(kind));
const units = kinds.filter((kind) => kind === 'unit');
const others = kinds.filter((kind) => kind !== 'unit');
const AROUND = ['lab/test', 'portal/test', 'web/test', 'tools'];
const TIDY = ['tools/tidy/**'];

const globs = (some: readonly TestKind[], ...folders: readonly string[]) => {
  const { include, exclude } = toGlobs(some, folders);
  return { include: [...include], exclude: [...exclude] };
};
const without = ({ include, exclude }: ReturnType<typeof globs>, ...more: readonly (readonly string[])[]) => ({
  include,
  exclude: [...exclude, ...more.flat()],
});
/** The engine counts operations only in what it had not compiled before (`core/test/growth.ts`). */
const counting = listTests(import.meta.dirname, units).filter((path) =>
  findNeeds(import.meta.dirname, path).includes('counts operations'),
);

/** What only computes is ended by no clock: on a busy machine it would fail for nothing, and no limit can stop it. */
const computing = { testTimeout: 0 };

export default defineConfig({
  plugins: [messageCatalogues],
  test: {
    setupFiles: ['tools/test-seed.ts', 'tools/test-costs.ts'],
    env: { CANDOR_SEED: seed },
    // They only end what hangs: a machine may be several times busier than ours. Speed is measured by `npm run bench`.
    testTimeout: 240_000,
    // What a hook makes ready takes as long as what a test does with it.
    hookTimeout: 240_000,
    pool: 'forks',
    // As Node itself imports CommonJS: a package means the same in a test as in the program.
    deps: { interopDefault: false },
    // Two more than there are cores: tests with servers and browsers mostly wait.
    maxWorkers: availableParallelism() + 2,
    reporters: ['default', new SkipReasons(), new TestTally(process.env['CANDOR_TEST_REPORT'])],
    projects: [
      // What needs neither a browser nor a service shares nothing: what one file has loaded serves the next.
      {
        extends: true,
        test: { name: 'core', ...computing, ...without(globs(kinds, 'core/test'), counting), isolate: false },
      },
      { extends: true, test: { name: 'tidy', ...computing, ...globs(kinds, 'tools/tidy'), isolate: false } },
      { extends: true, test: { name: 'unit', ...without(globs(units, ...AROUND), counting, TIDY), isolate: false } },
      { extends: true, test: { name: 'growth', include: [...counting] } },
      { extends: true, test: { name: 'around', ...without(globs(others, ...AROUND), TIDY) } },
    ],
  },
});
