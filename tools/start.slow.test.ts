import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candor-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (script: string, args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, script), ...args], { cwd: folder, encoding: 'utf8' });

test('start runs the bundled incident and ends', () => {
  const { status, stdout } = run('tools/start.mjs', ['--once', '--state', join(folder, 'demo')]);
  expect(status).toBe(0);
  expect(stdout).toContain('Harbor Energy');
});

test('start takes an incident of your own, relative to where you stand', () => {
  const { status, stderr } = run('tools/start.mjs', ['nowhere/incident.yaml']);
  expect(status).toBe(2);
  expect(stderr).toContain('nowhere/incident.yaml');
});

test('candor hands on what the command line says: its words and its exit code', () => {
  expect(run('lab/bin/candor.mjs', ['--version']).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(run('lab/bin/candor.mjs', ['no-such-command']).status).toBe(2);
});
