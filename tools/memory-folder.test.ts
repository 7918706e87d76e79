import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../lab/test/temporary-folder.ts';
import { isMemory, removeLeftovers } from './memory-folder.mjs';

test.each([
  ['tmpfs /dev/shm tmpfs rw,nosuid,nodev 0 0', true],
  ['shm /dev/shm tmpfs rw,nosuid,nodev,noexec,relatime,size=65536k 0 0', false],
  ['tmpfs /dev/shm tmpfs ro,relatime 0 0', false],
  ['/dev/vda /dev/shm ext4 rw,relatime 0 0', false],
  ['tmpfs /dev/shm tmpfs rw 0 0\n/dev/vda /dev/shm ext4 rw 0 0', false],
  ['tmpfs /dev/shm/more tmpfs rw 0 0', false],
  ['', false],
])('%j: memory that can run programs is %s', (mounts, expected) => {
  expect(isMemory(mounts, '/dev/shm')).toBe(expected);
});

test('removes what a finished run left behind, and nothing else', () => {
  const folder = makeTemporaryFolder();
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const names = [`candor-test-${gone}-a`, `candor-test-${process.pid}-b`, 'candor-test-c', `other-${gone}-d`];
  for (const name of names) mkdirSync(join(folder, name, 'deep'), { recursive: true });
  removeLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
});
