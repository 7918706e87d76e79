import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { trimElf } from './trim-elf.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-trim-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(process.platform !== 'linux')('a trimmed Node is a tenth smaller and runs', () => {
  const whole = readFileSync(process.execPath);
  const trimmed = trimElf(whole);
  expect(trimmed.length).toBeLessThan(whole.length * 0.9);
  const path = join(folder, 'node');
  writeFileSync(path, trimmed, { mode: 0o755 });
  const { stdout } = spawnSync(path, ['-p', 'process.version'], { encoding: 'utf8' });
  expect(stdout.trim()).toBe(process.version);
  expect(Buffer.compare(trimElf(trimmed), trimmed)).toBe(0);
});

test.each([
  ['an empty file', new Uint8Array(), 'no ELF program'],
  ['a script', Buffer.from(`#!/bin/sh\n${'#'.repeat(80)}`), 'no ELF program'],
  ['one of 32 bits', Buffer.concat([Buffer.from('\x7fELF\x01\x01', 'latin1'), Buffer.alloc(80)]), 'no ELF program'],
])('refuses %s', (_, bytes, why) => {
  expect(() => trimElf(bytes)).toThrow(why);
});

test.skipIf(process.platform !== 'linux')('refuses a truncated program', () => {
  expect(() => trimElf(readFileSync(process.execPath).subarray(0, 1_000_000))).toThrow('cut short');
});
