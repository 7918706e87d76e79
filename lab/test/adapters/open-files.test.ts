import { expect, test } from 'vitest';
import { isOutOfFiles } from '../../src/adapters/open-files.ts';

test('too many open files are those of this process or of the whole machine, and no question of rights', () => {
  expect(['EMFILE', 'ENFILE'].map(isOutOfFiles)).toEqual([true, true]);
  expect(['EACCES', 'ENOENT', ''].map(isOutOfFiles)).toEqual([false, false, false]);
});
