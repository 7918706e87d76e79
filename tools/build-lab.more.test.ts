import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candor-build-lab-'));
const SOURCE = 'lab/src/apps/cli.ts';
/** Where `--version` is said. */
const SAYING = join(folder, 'lab/src/apps/cli/version.ts');

// A copy, so that its sources can change.
beforeAll(() => {
  for (const path of ['core', 'lab', 'reference', 'tools', 'package.json', 'package-lock.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  mkdirSync(join(folder, 'node_modules/@candor'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')).filter((each) => each !== '@candor' && each !== '.cache'))
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  symlinkSync(join(folder, 'core'), join(folder, 'node_modules/@candor/core'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const builder = join(folder, 'tools/build-lab.mjs');
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'CANDOR_DEBUG'));
  return (await promisify(execFile)(process.execPath, [builder], { env: { ...clean, ...env } })).stdout.trim();
}

async function askVersion(program: string): Promise<string> {
  return (await promisify(execFile)(process.execPath, [program, '--version'])).stdout.trim();
}

test('the bundled program is that of the sources: another when they change, the same again when they change back', async () => {
  const first = await build();
  expect(first).toMatch(/\/node_modules\/\.cache\/candor\/program-cli-[0-9a-f]{32}\/cli\.mjs$/);
  expect(await build()).toBe(first);
  expect(await askVersion(first)).toMatch(/^\d+\.\d+\.\d+$/);

  const saying = readFileSync(SAYING, 'utf8');
  writeFileSync(SAYING, saying.replace(/'[^']*'/, "'9.8.7'"));
  const second = await build();
  expect(second).not.toBe(first);
  expect(await askVersion(second)).toBe('9.8.7');
  writeFileSync(SAYING, saying);
  expect(await build()).toBe(first);
});

test('sources that cannot be bundled are started directly and report their own error', async () => {
  const saying = readFileSync(SAYING, 'utf8');
  writeFileSync(SAYING, `${saying}\nthis is no TypeScript\n`);
  expect(await build()).toBe(join(folder, SOURCE));
  writeFileSync(SAYING, saying);
});

test('debug mode runs the sources', async () => {
  expect(await build({ CANDOR_DEBUG: '1' })).toBe(join(folder, SOURCE));
});

test('code that finds files by its own location finds them by that of its source', async () => {
  const program = dirname(await build());
  const code = readdirSync(program).map((name) => readFileSync(join(program, name), 'utf8'));
  // Words of packages about it stand in comments.
  expect(
    code.filter((each) => /(?<!\* .*)\bimport\.meta\.(?!main)/.test(each) && !/createRequire\(import/.test(each)),
  ).toEqual([]);
  expect(
    code.some((each) => each.includes(`file://${join(folder, 'lab/src/adapters/files/reference-files.ts')}`)),
  ).toBe(true);
});
