import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isProcessGone, takeProcessLock, tryProcessLock } from '../../src/adapters/process-lock.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const run = promisify(execFile);
const program = join(import.meta.dirname, 'lock-program.ts');
const racing = 3;
/** Starting takes a while; then they race for longer than that. */
const raceMs = 3000;

test('one sign is had by one, and by the next once it was given back', () => {
  const folder = makeTemporaryFolder();
  const lock = tryProcessLock(folder, 'one');
  expect(lock).not.toBeNull();
  expect(tryProcessLock(folder, 'one')).toBeNull();
  lock?.release();
  const next = tryProcessLock(folder, 'one');
  expect(next).not.toBeNull();
  next?.release();
});

test('of several processes that come at once, again and again, no two have it', async () => {
  const folder = makeTemporaryFolder();
  const until = String(Date.now() + raceMs);
  const ended = await Promise.all(
    Array.from({ length: racing }, () => run(process.execPath, [program, folder, until])),
  );
  const told = ended.map(({ stdout }) => JSON.parse(stdout) as { taken: number; shared: number });
  // All of them got it, or nothing was tried.
  expect(told.every(({ taken }) => taken > 0)).toBe(true);
  expect(told.map(({ shared }) => shared)).toEqual(told.map(() => 0));
}, 60_000);

test('a process that has its own sign up is there, and gone when it has not', () => {
  const folder = makeTemporaryFolder();
  const lock = takeProcessLock(folder, 'sender-1');
  expect(isProcessGone(folder, 'sender-1')).toBe(false);
  lock.release();
  expect(isProcessGone(folder, 'sender-1')).toBe(true);
});
