import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../lab/test/temporary-folder.ts';

const VITEST = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const TALLY = join(import.meta.dirname, 'test-tally.ts');
const NODE_MODULES = join(import.meta.dirname, '../node_modules');

/** Runs these files as a project of their own; gives what is counted. */
function tally(files: Readonly<Record<string, string>>): unknown {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'tests'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(
      join(folder, 'tests', name),
      `import { afterAll, beforeAll, describe, expect, test } from '${NODE_MODULES}/vitest/dist/index.js';\n${text}`,
    );
  const report = join(folder, 'report.json');
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { TestTally } from '${TALLY}';
    const config = { test: { include: ['tests/*.mjs'], reporters: [new TestTally('${report}')] } };
    export { config as default };`,
  );
  spawnSync(process.execPath, [VITEST, 'run', '--root', folder], { encoding: 'utf8' });
  return JSON.parse(readFileSync(report, 'utf8'));
}

test('counts passed, failed and skipped tests, with reasons', () => {
  const counted = tally({
    'plain.mjs': `test('a', () => {}); test('b', () => { expect(1).toBe(2); });
      test('c', (context) => context.skip('firefox is not installed'));
      test('d', (context) => context.skip('mail.tar.xz is not in ../shared/data'));`,
  });
  expect(counted).toEqual({ passed: 1, failed: 1, skipped: 2, holes: 1 });
});

test('a test that could not run because something broke has failed, and is not skipped', () => {
  const counted = tally({
    'hook.mjs': `describe('x', () => { beforeAll(() => { throw new Error('no'); });
      test('a', () => {}); describe('y', () => test('b', () => {})); }); test('c', () => {});`,
    'load.mjs': `throw new Error('no');`,
    'last.mjs': `test('a', () => {}); afterAll(() => { throw new Error('no'); });`,
  });
  expect(counted).toEqual({ passed: 2, failed: 4, skipped: 0, holes: 0 });
});

test('a fault outside any test has failed', () => {
  const counted = tally({
    'outside.mjs': `test('a', async () => { setTimeout(() => { throw new Error('no'); }, 0); await new Promise((done) => setTimeout(done, 200)); });`,
  });
  expect(counted).toEqual({ passed: 1, failed: 1, skipped: 0, holes: 0 });
});
