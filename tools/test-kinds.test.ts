import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNeeds, listTests, RUNS, toGlobs, toKind } from './test-kinds.mjs';

const root = join(import.meta.dirname, '..');

test.each([
  ['core/test/a.test.ts', 'unit'],
  ['lab/test/a.slow.test.ts', 'slow'],
  ['lab/test/a.more.test.ts', 'more'],
  ['web/test/a.long.test.ts', 'long'],
])('the name of %s says that it is of kind %s', (path, kind) => {
  expect(toKind(path)).toBe(kind);
});

test('each kind but the nightly one runs in npm test or npm run test:more, and in one of them', () => {
  expect([...RUNS.test, ...RUNS.more].sort()).toEqual(['more', 'slow', 'unit']);
  expect(RUNS.long).toEqual(['unit', 'slow', 'more', 'long']);
});

test('globs leave out what another kind has', () => {
  expect(toGlobs(['unit', 'slow'], ['core/test'])).toEqual({
    include: ['core/test/**/*.test.ts'],
    exclude: ['**/*.more.test.ts', '**/*.long.test.ts'],
  });
  expect(toGlobs(['more'], ['core/test']).include).toEqual(['core/test/**/*.more.test.ts']);
});

test('files are found by parts of their paths, as vitest finds them', () => {
  const own = 'tools/test-kinds.test.ts';
  for (const named of [[], ['test-kinds'], [`./${own}`], [join(root, own)]])
    expect(listTests(root, ['unit'], named)).toContain(own);
  expect(listTests(root, ['unit'], ['core/test'])).not.toContain(own);
  expect(listTests(root, ['slow', 'more', 'long'])).not.toContain(own);
});

test('what a test needs is read from what it imports, also through a helper', () => {
  expect(findNeeds(root, 'web/test/verify-page.slow.test.ts')).toEqual(['browser']);
  expect(findNeeds(root, 'lab/test/adapters/mailbox.slow.test.ts')).toEqual(['services']);
  expect(findNeeds(root, 'tools/test-kinds.test.ts')).toEqual([]);
});

test('a file that is named as a unit test needs neither browser nor service', () => {
  const needing = listTests(root, ['unit']).filter((path) =>
    findNeeds(root, path).some((need) => need === 'browser' || need === 'services'),
  );
  expect(needing).toEqual([]);
});

test('each file that npm test leaves to test:more has its row in docs/testing.md, and each row its file', () => {
  const page = readFileSync(join(root, 'docs/testing.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w\S+\.more\.test\.ts)` \|/gm)].map(([, path]) => path);
  expect(rows).toEqual(listTests(root, ['more']));
});
