import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { RULES, runCli, runIncidentAt } from './cli-process.ts';

const folder = makeTemporaryFolder();

beforeAll(async () => {
  await runIncidentAt(RULES, folder);
});

/** Exports into a folder, and asks it to stop when it makes its temporary folder, or moves the first file out of it. */
async function exportTo(name: string, call: 'mkdtempSync' | 'renameSync') {
  const program = join(folder, `${name}.mjs`);
  writeFileSync(
    program,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const was = fs.${call};
let isAsked = false;
const isHeld = (path) => String(path).includes('.candor-export-');
fs.${call} = (path, to) => {
  // Each file is written under another name first, in the same folder.
  if (!isAsked && isHeld(path) && !isHeld(to)) {
    isAsked = true;
    process.kill(process.pid, 'SIGINT');
  }
  return was(path, to);
};
syncBuiltinESMExports();
`,
  );
  const out = join(folder, name);
  mkdirSync(out);
  const env = { NODE_OPTIONS: `--import ${pathToFileURL(program).href}` };
  const ending = await runCli(['export', '--out', out, '--state', join(folder, 'state')], { env });
  return { ...ending, files: readdirSync(out) };
}

test('an interrupted export stops at once and leaves nothing behind', async () => {
  const { code, stderr, files } = await exportTo('early', 'mkdtempSync');
  expect(stderr).toContain('Stopped.');
  expect(code).toBe(130);
  expect(files).toEqual([]);
});

test('one that is already moving its files ends normally and does not say that it was stopped', async () => {
  const { code, stdout, stderr, files } = await exportTo('late', 'renameSync');
  expect(stderr).not.toContain('Stopped');
  expect(code).toBe(0);
  expect(files).toHaveLength(8);
  expect(stdout.trim().split('\n')).toHaveLength(8);
});
