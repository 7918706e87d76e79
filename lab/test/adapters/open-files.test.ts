import { expect, test } from 'vitest';
import { isOutOfFiles } from '../../src/adapters/files/open-files.ts';

test('too many open files are reported for the process or the machine, not as missing rights', () => {
  expect(['EMFILE', 'ENFILE'].map(isOutOfFiles)).toEqual([true, true]);
  expect(['EACCES', 'ENOENT', ''].map(isOutOfFiles)).toEqual([false, false, false]);
});
