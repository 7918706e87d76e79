import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFolder } from '../../src/adapters/files/site-folder.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('restores what a killed build had moved aside before writing anything new', async () => {
  const path = join(makeTemporaryFolder(), 'n');
  mkdirSync(`${path}.previous`);
  writeFileSync(join(`${path}.previous`, '000'), 'old');
  mkdirSync(`${path}.next`);
  let seen = '';
  const files = (function* (): Iterable<readonly [string, Uint8Array]> {
    seen = readFileSync(join(path, '000'), 'utf8');
    yield ['000', Buffer.from('new')];
  })();
  await replaceFolder(path, files, () => true);
  expect(seen).toBe('old');
  expect(readFileSync(join(path, '000'), 'utf8')).toBe('new');
  expect([existsSync(`${path}.previous`), existsSync(`${path}.next`)]).toEqual([false, false]);
});
