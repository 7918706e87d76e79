import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toCompletion } from '../../../src/apps/cli/completion.ts';
import { loadProgram } from '../../../src/apps/cli/load-program.ts';
import { openScreen } from '../../../src/apps/cli/show/screen.ts';
import { VERSION } from '../../../src/apps/cli/version.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { HARBOR, runCli } from '../cli-process.ts';

const root = join(import.meta.dirname, '../../../..');
const program = await loadProgram(openScreen(process.stdout, {}), undefined);

describe('version', () => {
  test('is that of package.json', () => {
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({ version: VERSION });
  });

  test('names rules, commit and Node', async () => {
    const { stdout } = await runCli(['version', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      version: VERSION,
      rules: expect.stringMatching(/^\d{4}-\d{2}$/),
      commit: execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      documentation: join(root, 'docs'),
    });
    expect((await runCli(['--version'])).stdout).toBe(`${VERSION}\n`);
  });
});

describe('completion', () => {
  const complete = (...typed: string[]): string[] => {
    const script = `${toCompletion(program, 'bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _candor; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', script, 'bash', ...typed], { encoding: 'utf8' })
      .trim()
      .split('\n');
  };

  test('offers commands, subcommands and options', () => {
    expect(complete('candor', 'no')).toEqual(['notice']);
    expect(complete('candor', 'notice', 'prep')).toEqual(['prepare']);
    expect(complete('candor', 'notice', 'prepare', '--wa')).toEqual(['--wave']);
    // A value, as a path, is no command, and leads nowhere else.
    expect(complete('candor', 'run', 'incident.yaml', '--str')).toEqual(['--strict']);
    expect(complete('candor', 'nonsense')).toEqual(['']);
  });

  test.each(['bash', 'zsh', 'fish'] as const)('for %s names every command', (shell) => {
    const script = toCompletion(program, shell);
    for (const command of program.commands) expect(script).toContain(`candor ${command.name()}`);
    const checker = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
    // A shell that is not here cannot look at it.
    if (checker.error === undefined) expect([checker.status, checker.stderr]).toEqual([0, '']);
  });

  test('refuses another shell', async () => {
    const { code, stderr } = await runCli(['completion', 'powershell']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('one of bash, zsh, fish is needed')]);
  });
});

describe('a run', () => {
  test("uses the incident file's folder, the state from CANDOR_STATE, and is silent on request", async () => {
    const folder = makeTemporaryFolder();
    const env = { CANDOR_STATE: join(folder, 'state') };
    expect(await runCli(['run', join(HARBOR, '..'), '--quiet'], { env })).toEqual({ code: 0, stdout: '', stderr: '' });
    const shown = await runCli(['status'], { env });
    expect(shown.stdout).toContain('Harbor Energy');
    expect(shown.stdout).not.toContain('--state');
    expect(JSON.parse((await runCli(['--quiet', 'status', '--json'], { env })).stdout)).toHaveProperty('needs');
    expect((await runCli(['status', '--state', join(folder, 'none')], { env })).code).toBe(2);
  });

  test('an empty CANDOR_STATE is none, and a folder without an incident file is refused by name', async () => {
    const folder = makeTemporaryFolder();
    mkdirSync(join(folder, 'evidence'));
    const refused = await runCli(['run', join(folder, 'evidence'), '--quiet'], { env: { CANDOR_STATE: '' } });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('evidence/incident.yaml')]);
    writeFileSync(join(folder, 'note'), '');
    expect((await runCli(['status'], { cwd: folder, env: { CANDOR_STATE: '' } })).stderr).toContain('.candor');
  });
});
