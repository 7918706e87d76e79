import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeStaleFolders } from '../../src/adapters/files/files.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test('removes only day-old leftovers of killed processes from a folder with other files', () => {
  const folder = makeTemporaryFolder();
  const age = (name: string) => utimesSync(join(folder, name), 1_000_000_000, 1_000_000_000);
  for (const name of ['.held-old', '.held-new', 'results', '.other-old']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'exposure.jsonl'), '{}');
  }
  writeFileSync(join(folder, '.held-file'), '');
  symlinkSync(join(folder, 'results'), join(folder, '.held-link'));
  for (const name of ['.held-old', 'results', '.other-old', '.held-file']) age(name);
  removeStaleFolders(folder, '.held-');
  expect(readdirSync(folder).sort()).toEqual(['.held-file', '.held-link', '.held-new', '.other-old', 'results']);
  expect(readdirSync(join(folder, 'results'))).toEqual(['exposure.jsonl']);
});
