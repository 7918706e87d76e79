import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder, PUBLIC_FOLDER } from '../../src/adapters/files/make-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-make-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const modeOf = (...path: string[]) => statSync(join(root, ...path)).mode & 0o777;

test('creates missing folders, owner-only by default, and keeps existing ones', () => {
  mkdirSync(join(root, 'there'), { mode: 0o750 });
  makeFolder(join(root, 'there/a/b'));
  makeFolder(join(root, 'site'), PUBLIC_FOLDER);
  expect([modeOf('there'), modeOf('there/a'), modeOf('there/a/b'), modeOf('site')]).toEqual([
    0o750, 0o700, 0o700, 0o755,
  ]);
  makeFolder(join(root, 'there'));
  expect(modeOf('there')).toBe(0o750);
});

test.each([
  ['a file of that name', 'file'],
  ['a file above it', 'file/below'],
  ['a link that leads nowhere', 'dangling'],
])('%s blocks creation', (_, path) => {
  writeFileSync(join(root, 'file'), '');
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));
  expect(() => makeFolder(join(root, path))).toThrow(/cannot be made \(/);
  expect(existsSync(join(root, 'nowhere'))).toBe(false);
});

test.runIf(existsSync('/proc/self'))(
  'refuses a folder in which the system creates nothing, without retrying forever',
  () => {
    expect(() => makeFolder('/proc/candor/below')).toThrow('cannot be made (the system says');
  },
);
