import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isProcessGone, takeProcessLock, tryProcessLock } from '../../src/adapters/store/process-lock.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const run = promisify(execFile);
const program = join(import.meta.dirname, 'lock-program.ts');
const racing = 3;
/** Starting takes a while; then they race for longer than that. */
const raceMs = 3000;

test('a lock is held by one process and by the next after release', () => {
  const folder = makeTemporaryFolder();
  const lock = tryProcessLock(folder, 'one');
  expect(lock).not.toBeNull();
  expect(tryProcessLock(folder, 'one')).toBeNull();
  lock?.release();
  const next = tryProcessLock(folder, 'one');
  expect(next).not.toBeNull();
  next?.release();
});

test('of several processes that repeatedly compete, no two hold it', async () => {
  const folder = makeTemporaryFolder();
  const until = String(Date.now() + raceMs);
  const ended = await Promise.all(
    Array.from({ length: racing }, () => run(process.execPath, [program, folder, until])),
  );
  const told = ended.map(({ stdout }) => JSON.parse(stdout) as { taken: number; shared: number });
  // All of them got it, or nothing was tried.
  expect(told.every(({ taken }) => taken > 0)).toBe(true);
  expect(told.map(({ shared }) => shared)).toEqual(told.map(() => 0));
});

test('a process with its own lock is alive, and gone without it', () => {
  const folder = makeTemporaryFolder();
  const lock = takeProcessLock(folder, 'sender-1');
  expect(isProcessGone(folder, 'sender-1')).toBe(false);
  lock.release();
  expect(isProcessGone(folder, 'sender-1')).toBe(true);
});
