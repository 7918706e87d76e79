import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candor-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Waits without holding up this process, which has to answer the runner of the tests meanwhile. */
async function run(script: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const status = new Promise<number | null>((settle) => child.on('close', settle));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

test('runs the bundled incident and exits', async () => {
  const { status, stdout } = await run('tools/start.mjs', ['--once', '--state', join(folder, 'demo')]);
  expect(status).toBe(0);
  expect(stdout).toContain('Harbor Energy');
});

test('accepts an incident of your own, relative to the current folder', async () => {
  const { status, stderr } = await run('tools/start.mjs', ['nowhere/incident.yaml']);
  expect(status).toBe(2);
  expect(stderr).toContain('nowhere/incident.yaml');
});

test('candor passes on words and exit code of the command line', async () => {
  expect((await run('lab/bin/candor.mjs', ['--version'])).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect((await run('lab/bin/candor.mjs', ['no-such-command'])).status).toBe(2);
});
