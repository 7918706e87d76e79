import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Starts a command of package.json, stops it as soon as it says this, and gives how it ended. */
async function stop(args: readonly string[], begun: string) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let isStopped = false;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    if (!isStopped && output.includes(begun)) isStopped = child.kill('SIGINT');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, last: output.trimEnd().split('\n').at(-1), output };
}

test('a stopped test run says so, and not that it failed', async () => {
  const { code, last } = await stop(['tools/test.mjs', 'core/test/verify'], ' RUN ');
  expect(last).toMatch(/^stopped: \d+ passed, 0 failed so far$/);
  expect(code).toBe(130);
});

test('a stopped check says so, and not that it failed', async () => {
  const { code, last, output } = await stop(['tools/check.mjs', '--no-tests'], 'types: ');
  expect(last).toBe('stopped');
  expect(output).not.toMatch(/✗|Failed/);
  expect(code).toBe(130);
});
