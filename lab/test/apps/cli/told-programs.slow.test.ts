import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { runCli } from '../cli-process.ts';

test('wrong usage has a code for programs that asked for JSON, and prints nothing to standard output for others', async () => {
  for (const [typed, reason] of [
    [['status', '--nope'], "unknown option '--nope'"],
    [
      ['notice', 'edit', '--why', 'x'],
      'give exactly one of --happened, --measures or --unknown LANGUAGE, or --party PARTY',
    ],
    [['log'], "unknown option '--json'"],
  ] as const) {
    const { code, stdout } = await runCli([...typed, '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([2, { refusal: { code: 'usage', reasons: [reason] } }]);
  }
  expect((await runCli(['status', '--nope'])).stdout).toBe('');
});

test('a refusal is one line, so that JSON lines stay JSON lines', async () => {
  const nowhere = join(makeTemporaryFolder(), 'nowhere');
  const { stdout } = await runCli(['portal', 'sync', '--json', '--state', nowhere]);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ refusal: { code: 'no-state' } }]);
});

test('a person sees commands as typed here; a program gets the same everywhere', async () => {
  const nowhere = join(makeTemporaryFolder(), 'nowhere');
  const env = { CANDOR_TYPED: 'npx candor' };
  const refused = await runCli(['parties', '--json', '--state', nowhere], { env });
  expect(refused.stderr).toContain('`npx candor run <incident.yaml>`');
  expect(refused.stdout).toContain('`candor run <incident.yaml>`');
  expect((await runCli(['parties', '--nope'], { env })).stderr).toContain('(npx candor parties --help shows');
});
