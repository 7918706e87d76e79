import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toAnswerCode } from '../../../src/apps/cli/answer-exit.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { RULES, runIncidentAt, startCli } from '../cli-process.ts';

/** The exit code of a command of which nobody reads a byte. */
function runUnread(args: readonly string[], cwd: string): Promise<number | null> {
  const child = startCli(args, { cwd });
  child.stdout?.destroy();
  return new Promise((settle) => child.on('close', settle));
}

test('0 is the exit code of a yes alone', () => {
  expect(toAnswerCode(true, 3)).toBe(0);
  expect(toAnswerCode(false, 3)).toBe(3);
});

test('a verification that says no exits with 3 behind a closed pipe', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'site'));
  const key = 'harbor.example/log+10c0b4d2+AfX2cR2RhjbXFSRYVKvG6Tg4sV6c9kq3V8BqK6oCTy4q';
  const args = ['log', 'verify', '--site', join(folder, 'site'), '--key', key];
  const read = startCli(args, { cwd: folder });
  read.stdout?.resume();
  const code = await new Promise<number | null>((settle) => read.on('close', settle));
  expect(code).not.toBe(0);
  expect(await runUnread(args, folder)).toBe(code);
});

test('a statement that does not follow exits with its code behind a closed pipe; a list ends quietly', async () => {
  const folder = makeTemporaryFolder();
  await runIncidentAt(RULES, folder);
  writeFileSync(join(folder, 'statement.json'), '{}');
  const args = ['figures', 'verify', 'statement.json', '--state', join(folder, 'state')];
  expect(await runUnread(args, folder)).not.toBe(0);
  expect(await runUnread(['parties', '--state', join(folder, 'state')], folder)).toBe(0);
});
