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
])('the name of %s means kind %s', (path, kind) => {
  expect(toKind(path)).toBe(kind);
});

test('each kind except the nightly one runs in either npm test or npm run test:more', () => {
  expect([...RUNS.test, ...RUNS.more].sort()).toEqual(['more', 'slow', 'unit']);
  expect(RUNS.long).toEqual(['unit', 'slow', 'more', 'long']);
});

test('globs exclude files of other kinds', () => {
  expect(toGlobs(['unit', 'slow'], ['core/test'])).toEqual({
    include: ['core/test/**/*.test.ts'],
    exclude: ['**/*.more.test.ts', '**/*.long.test.ts'],
  });
  expect(toGlobs(['more'], ['core/test']).include).toEqual(['core/test/**/*.more.test.ts']);
});

test('finds files by parts of their paths, as vitest does', () => {
  const own = 'tools/test-kinds.test.ts';
  for (const named of [[], ['test-kinds'], [`./${own}`], [join(root, own)]])
    expect(listTests(root, ['unit'], named)).toContain(own);
  expect(listTests(root, ['unit'], ['core/test'])).not.toContain(own);
  expect(listTests(root, ['slow', 'more', 'long'])).not.toContain(own);
});

test('derives what a test needs from its imports, also through a helper', () => {
  expect(findNeeds(root, 'web/test/verify-page.slow.test.ts')).toEqual(['browser']);
  expect(findNeeds(root, 'lab/test/adapters/mailbox.slow.test.ts')).toEqual(['services']);
  expect(findNeeds(root, 'tools/test-kinds.test.ts')).toEqual([]);
});

test('a file named as a unit test needs neither browser nor service', () => {
  const needing = listTests(root, ['unit']).filter((path) =>
    findNeeds(root, path).some((need) => need === 'browser' || need === 'services'),
  );
  expect(needing).toEqual([]);
});

test('each test:more file has its row in docs/testing.md, and each row its file', () => {
  const page = readFileSync(join(root, 'docs/testing.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w\S+\.more\.test\.ts)` \|/gm)].map(([, path]) => path);
  expect(rows).toEqual(listTests(root, ['more']));
});
