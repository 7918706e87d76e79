import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

// The recipe of the release, built with Debian's buildah on a Debian that debootstrap unpacks: no registry is asked.

const root = resolve(import.meta.dirname, '../..');
const IMAGE_BYTES = 300_000_000;
// The defaults of the program are above what an unprivileged or nested machine may set.
const LIMITS = ['--ulimit', 'nofile=20000:20000', '--ulimit', 'nproc=10000:10000'];
const lacking = ['buildah', 'debootstrap'].filter((name) => spawnSync(name, ['--version']).status !== 0);
const reason =
  lacking.length > 0 ? `${lacking.join(', ')} is not here` : process.getuid?.() === 0 ? null : 'debootstrap needs root';

const folder = mkdtempSync(join(tmpdir(), 'candor-container-test-'));
const out = join(folder, 'release');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function buildah(...args: readonly string[]): string {
  return execFileSync('buildah', ['--root', join(folder, 'images'), '--runroot', join(folder, 'run'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, BUILDAH_ISOLATION: 'chroot', STORAGE_DRIVER: 'vfs' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

function makeBase(): void {
  const system = join(folder, 'system');
  execFileSync('debootstrap', ['--variant=minbase', 'trixie', system], { stdio: 'ignore' });
  for (const name of [
    'var/cache/apt/archives',
    'var/lib/apt/lists',
    'usr/share/doc',
    'usr/share/locale',
    'usr/share/man',
  ])
    rmSync(join(system, name), { recursive: true, force: true });
  const container = buildah('from', 'scratch');
  buildah('add', '--quiet', container, system, '/');
  buildah('commit', '--quiet', '--timestamp', '0', container, 'localhost/base');
}

function build(tag: string): string {
  const [name = ''] = readdirSync(out).filter((each) => each.endsWith('.tgz'));
  const args = ['--build-arg', 'BASE=localhost/base', '--build-arg', `PACKAGE=${name}`];
  const recipe = ['--file', join(out, 'Containerfile'), out];
  buildah('build', '--no-cache', '--timestamp', '0', ...LIMITS, ...args, '--tag', `localhost/candor:${tag}`, ...recipe);
  // An image of two names is listed for each of them.
  return buildah('images', '--format', '{{.Digest}}', `localhost/candor:${tag}`).split('\n')[0] ?? '';
}

beforeAll(() => {
  if (reason !== null) return;
  execFileSync(process.execPath, [join(root, 'tools/release.ts'), '--out', out], { stdio: 'ignore' });
  makeBase();
}, 900_000);

beforeEach((context) => context.skip(reason !== null, reason ?? ''));

test('two builds give one digest, and the image is below 300 MB', { timeout: 600_000 }, () => {
  const first = build('first');
  expect(first).toMatch(/^sha256:/);
  expect(build('second')).toBe(first);
  const { size } = JSON.parse(buildah('images', '--json', 'localhost/candor:first'))[0] as { size: string };
  const [, number = '', unit = ''] = /^([\d.]+) (MB|GB)$/.exec(size) ?? [];
  expect(Number(number) * (unit === 'GB' ? 1e9 : 1e6)).toBeLessThan(IMAGE_BYTES);
});

test('shows the bundled incident to an unprivileged user', () => {
  const container = buildah('from', ...LIMITS, 'localhost/candor:first');
  expect(buildah('run', container, '--', 'id', '-u')).toBe('10001');
  const shown = buildah('run', container, '--', 'candor', 'start');
  expect(shown).toContain('Harbor Energy · harbor-2001');
  expect(shown).not.toContain('npx');
});
