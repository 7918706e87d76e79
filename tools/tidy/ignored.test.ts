import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { listFiles, root } from './tree.ts';

test('git ignores no file of the project: a clone must contain everything that the code imports', (context) => {
  const run = spawnSync('git', ['check-ignore', '--no-index', '--stdin'], {
    cwd: root,
    input: listFiles().join('\n'),
    encoding: 'utf8',
  });
  // 0: some are ignored, 1: none, 128: no repository.
  if (run.status !== 0 && run.status !== 1) context.skip('this is no git checkout, so nothing is ignored');
  expect(run.stdout.split('\n').filter((path) => path !== '')).toEqual([]);
});
