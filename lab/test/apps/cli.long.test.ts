import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { CLI, type Ending, HARBOR, RULES, runCli, runIncidentAt, waitFor } from './cli-process.ts';

const folder = makeTemporaryFolder();
const state = join(folder, 'state');
const out = join(folder, 'out');
const incident = join(folder, 'harbor/incident.yaml');
const location = () =>
  (JSON.parse(readFileSync(join(out, 'exposure.jsonl'), 'utf8').split('\n')[0] ?? '') as { location: string }).location;

beforeAll(async () => {
  cpSync(dirname(HARBOR), join(folder, 'harbor'), { recursive: true });
  await runIncidentAt(incident, folder);
});

/** What a user may never be shown. */
function expectCalm({ stdout, stderr }: Ending): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(/^\s+at .*[:(]\d+/m);
    expect(text).not.toMatch(/node:internal|\bErrno|ENOENT|undefined|\[object/);
    expect(text).not.toContain('\u001b');
  }
}

test('a refusal has a code for programs that asked for JSON, and sentences for everybody', async () => {
  const place = join(folder, 'nowhere');
  const { code, stdout, stderr } = await runCli(['status', '--json', '--state', place]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual({ refusal: { code: 'no-state', reasons: [stderr.trimEnd()] } });
  expect((await runCli(['status', '--state', place])).stdout).toBe('');
});

describe('exit codes', () => {
  test.concurrent.each([
    [['--help'], 0],
    [['--version'], 0],
    [['help', 'run'], 0],
    [['status', '--state', state], 0],
    [['check', incident], 0],
    [[], 2],
    [['bogus'], 2],
    [['run'], 2],
    [['run', incident, '--workers', '0'], 2],
    [['run', incident, '--workers', 'many'], 2],
    [['run', incident, '--nonsense'], 2],
    [['run', join(folder, 'nowhere.yaml')], 2],
    [['run', join(folder, 'harbor/mailboxes')], 2],
    [['check', join(folder, 'nowhere.yaml')], 2],
    [['init', join(folder, 'nowhere')], 2],
    [['init', join(folder, 'harbor')], 2],
    [['status', '--state', join(folder, 'nowhere')], 2],
    [['explain', '--state', state], 2],
    [['explain', 'nothing', '--state', state], 2],
    [['explain', '--mailbox', 'nobody', '--state', state], 2],
    [['party', 'nobody.example', '--state', state], 2],
    [['parties', '--kind', 'company', '--state', state], 2],
    [['diff', '1', '7', '--state', state], 2],
    [['diff', 'x', '--state', state], 2],
    [['diff', '--state', state], 2],
    [['party', 'undo', '99', '--why', 'x', '--state', state], 2],
    [['party', 'rename', 'dockers.example', 'Dockers', '--state', state], 2],
    [['export', '--state', state], 2],
    [['evidence'], 2],
  ])('%j ends with %d and no stack trace', async (args, code) => {
    const ending = await runCli(args);
    expect(ending.code).toBe(code);
    expectCalm(ending);
    if (code === 0) return expect(ending.stdout).not.toBe('');
    expect(ending.stderr.trim()).not.toBe('');
  });

  test('a fault is 1, in one sentence with a remedy', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, 'lock.sqlite'), { recursive: true });
    const ending = await runCli(['run', RULES, '--state', broken]);
    expect(ending.code).toBe(1);
    expect(ending.stderr).toMatch(
      /^Candor failed: .*\nA file of the state cannot be opened\. .*, or name another folder with --state DIR, .*\n$/,
    );
    expect(ending.stderr).not.toMatch(/^\s+at /m);
  });

  test.each(['nothing but letters', 'half'])(
    'a damaged state (%s) is reported as such with what only it contains, and the evidence is unchanged',
    async (damage) => {
      const state = join(folder, `damaged ${damage}`);
      await runCli(['run', RULES, '--state', state]);
      const store = join(state, 'candor.sqlite');
      const bytes = readFileSync(store);
      writeFileSync(store, damage === 'half' ? bytes.subarray(0, bytes.length / 2) : 'x'.repeat(bytes.length));
      for (const args of [['run', RULES], ['parties']]) {
        const ending = await runCli([...args, '--state', state]);
        expect(ending.code).toBe(1);
        expect(ending.stderr).toMatch(/^Candor failed: .*\nThe state is damaged; the evidence is not\. .*\n$/);
      }
    },
  );

  test('refuses a folder that cannot be created before reading anything', async () => {
    writeFileSync(join(folder, 'file'), 'no folder');
    for (const option of ['--state', '--out']) {
      const path = join(folder, 'file/inside');
      const state = join(folder, `refused${option}`);
      const ending = await runCli(['run', RULES, ...(option === '--out' ? ['--state', state] : []), option, path]);
      expect(ending).toEqual({
        code: 2,
        stdout: '',
        stderr: `${path}: this folder cannot be made (a file is in the way); name another one\n`,
      });
      expect(existsSync(state)).toBe(false);
    }
  });

  test('reports a full disk in one sentence, and the next run ends as with enough room', async () => {
    const place = join(folder, 'full');
    const args = ['run', RULES, '--state', join(place, 'state'), '--out', join(place, 'out'), '--json'];
    const line = `ulimit -f 100; exec "${process.execPath}" "${CLI}" ${args.map((arg) => `"${arg}"`).join(' ')}`;
    const full = await waitFor(spawn('bash', ['-c', line], { stdio: ['ignore', 'pipe', 'pipe'] }));
    expect(full.code).toBe(1);
    expect(full.stderr).toMatch(/^Candor failed: .*\nThe disk .* What was finished is kept: .*\n$/);
    expectCalm({ ...full, stderr: full.stderr.replace(/^Candor failed: .*\n/, '') });
    const after = await runCli(args);
    expect(after.code).toBe(0);
    expect(after.stdout).toBe((await runCli(['run', RULES, '--state', join(place, 'other'), '--json'])).stdout);
  });

  test.each([['parties'], ['status', '--json'], ['--help']])(
    'an unwritable output (%s) is a fault in one sentence',
    async (...args) => {
      const words = args[0] === '--help' ? args : [...args, '--state', state];
      const line = `exec "${process.execPath}" "${CLI}" ${words.map((word) => `"${word}"`).join(' ')} > /dev/full`;
      const full = await waitFor(spawn('bash', ['-c', line], { stdio: ['ignore', 'pipe', 'pipe'] }));
      expect(full.code).toBe(1);
      expect(full.stderr).toMatch(
        /^Candor failed: standard output cannot be written \(no space left on device\)\nThe disk is full\. .*\n$/,
      );
      expectCalm(full);
    },
  );

  test('an accepted place without a problem is named and refuses nothing', async () => {
    const place = join(folder, 'nowhere accepted');
    const args = [
      'run',
      RULES,
      '--state',
      place,
      '--accept',
      'nosuch.csv:1',
      '--accept',
      'nor\u001b[2Jthis.csv:2',
      '--why',
      'looked at',
    ];
    const said = await runCli(args);
    expect(said.code).toBe(0);
    expect(said.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'There is no problem at nosuch.csv:1, nor[U+001B][2Jthis.csv:2, so nothing was accepted.',
    );
    const { acceptedNowhere, ...summary } = JSON.parse((await runCli([...args, '--json'])).stdout);
    expect(acceptedNowhere).toEqual(['nosuch.csv:1', 'nor\u001b[2Jthis.csv:2']);
    expect(summary).toEqual(JSON.parse((await runCli(['status', '--json', '--state', place])).stdout));
  });

  test('--strict is 3 while there is a problem, and --accept removes a reviewed one', async () => {
    const strict = ['run', incident, '--state', state, '--strict', '--json'];
    const before = await runCli(strict);
    expect(before.code).toBe(3);
    const needs = (ending: Ending) =>
      (JSON.parse(ending.stdout) as { needs: { kind: string; subject: string }[] }).needs;
    const problem = needs(before).find(({ kind }) => kind === 'problem');
    expect(problem?.subject).toBe('audit/brandt-j.hunt.csv, row 5');
    const after = await runCli([...strict, '--accept', problem?.subject ?? '', '--why', 'looked at']);
    expect(after.stdout).not.toContain('acceptedNowhere');
    expect(needs(after).map(({ subject }) => subject)).not.toContain(problem?.subject);
    expect(needs(after)).toHaveLength(needs(before).length - 1);
    expect(after.code).toBe(3);
    // It stays accepted; what the evidence says of gaps and of the intruder is no problem.
    // Of each kind one is said and the others counted, so that the next one comes when that was looked at.
    let last = after;
    for (let round = 0; round < 8 && last.code === 3; round += 1) {
      const others = needs(last).flatMap(({ kind, subject }) => (kind === 'problem' ? [subject] : []));
      for (const subject of others) expect(subject).toMatch(/^incident\.yaml(?::\d+)?=[0-9a-f]{16}$/);
      last = await runCli([...strict, ...others.flatMap((subject) => ['--accept', subject]), '--why', 'looked at']);
    }
    expect(last.code).toBe(0);
    expect(needs(last).map(({ kind }) => kind)).not.toContain('problem');
  });

  test('--strict is 0 when what the incident file lacks was accepted', async () => {
    const calm = join(folder, 'calm');
    cpSync(join(dirname(dirname(dirname(HARBOR))), 'incident-files/accepted'), calm, { recursive: true });
    const text = readFileSync(join(calm, 'minimal.yaml'), 'utf8');
    writeFileSync(join(calm, 'incident.yaml'), text);
    const strict = ['run', join(calm, 'incident.yaml'), '--strict', '--json'];
    // Neither a log nor anything of the intruder is named.
    expect((await runCli(strict)).code).toBe(3);
    // Each of them is accepted by itself.
    expect((await runCli([...strict, '--accept', 'incident.yaml:1, access', '--why', 'looked at'])).code).toBe(3);
    const ending = await runCli([...strict, '--accept', 'incident.yaml:1, intruder', '--why', 'looked at']);
    expect(ending.code).toBe(0);
    expect(existsSync(join(calm, '.candor'))).toBe(true);
  });
});

describe('--json', () => {
  const at = ['--state', state, '--json'];
  test.each([
    ['status', ['status', ...at]],
    ['check', ['check', incident, '--json']],
    ['unresolved', ['unresolved', ...at]],
    ['parties', ['parties', ...at]],
    ['parties of a kind', ['parties', '--kind', 'person', '--all', ...at]],
    ['party', ['party', 'stadtwerke-aue.example', ...at]],
    ['party history', ['party', 'history', ...at]],
    ['evidence list', ['evidence', 'list', ...at]],
    ['evidence verify', ['evidence', 'verify', ...at]],
    ['explain of a mailbox', ['explain', '--mailbox', 'brandt-j', ...at]],
    ['start', ['start', '--once', '--state', join(folder, 'demo'), '--json']],
    ['run', ['run', incident, ...at]],
  ])('of %s is one JSON value and nothing else', async (_, args) => {
    const ending = await runCli(args);
    expect(ending.code).toBe(0);
    expect(() => JSON.parse(ending.stdout) as unknown).not.toThrow();
    expectCalm(ending);
  });

  test('of explain describes the same copy by location and by Message-ID', async () => {
    const byLocation = JSON.parse((await runCli(['explain', location(), ...at])).stdout) as {
      location: string;
      messageId: string;
    }[];
    expect(byLocation.map((copy) => copy.location)).toEqual([location()]);
    const id = byLocation[0]?.messageId ?? '';
    const byId = JSON.parse((await runCli(['explain', id, ...at])).stdout) as { location: string }[];
    expect(byId.map((copy) => copy.location)).toContain(location());
  });
});

describe('--help', () => {
  test('is grouped by stage, with examples and exit codes', async () => {
    const { stdout } = await runCli(['--help']);
    const order = [
      'Whole incident',
      'Evidence: what was read',
      'Exposure: what the intruder did',
      'Impact: whose mail it was',
      'Examples',
      'Exit codes',
    ];
    const places = order.map((heading) => stdout.indexOf(`\n${heading}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test.concurrent.each([
    ...['init', 'run', 'explain', 'diff', 'parties', 'party', 'evidence'].map((command) => [command, true] as const),
    ...['check', 'start', 'status', 'unresolved', 'export', 'records'].map((command) => [command, false] as const),
  ])('of %s describes every option, and has an example: %s', async (command, hasExample) => {
    const { stdout, code } = await runCli([command, '--help']);
    expect(code).toBe(0);
    if (hasExample) expect(stdout).toMatch(/\nExamples?\n {2}candor /);
    const options = stdout.slice(stdout.indexOf('Options:')).split('\n');
    const described = /^ {2}-\S.* {2,}\S|^ {2}-\S+ ?\S*$/;
    for (const line of options.filter((one) => /^ {2}-/.test(one))) expect(line).toMatch(described);
  });
});

describe('screen settings', () => {
  test('every command named by a run can be typed', async () => {
    const { stdout } = await runCli(['status', '--state', state, '--json']);
    const { needs } = JSON.parse(stdout) as { needs: { command: string }[] };
    for (const command of new Set(needs.map((need) => need.command))) {
      const [program, ...args] = command.split(' ');
      expect(program).toBe('candor');
      const ending = await runCli([...args, '--state', state]);
      expect(ending.code, command).toBe(0);
    }
  });

  test('a run without a terminal is plain', async () => {
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
      const ending = await runCli(['status', '--state', state], { env });
      expect(ending.stdout).not.toContain('\u001b');
      expect(ending.stdout).toMatch(/^Harbor Energy · harbor-2001 +exposure \d+ · rules \S+\nevidence {4}6 mailboxes/);
    }
  });

  test('a closed pipe ends it quietly', async () => {
    const line = `"${process.execPath}" "${CLI}" evidence list --state "${state}" | head -n 1`;
    const shell = spawn('bash', ['-o', 'pipefail', '-c', line], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let told = '';
    shell.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    shell.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const code = await new Promise((settle) => shell.on('close', settle));
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(told).toBe('');
    expect(code).toBe(0);
  });

  test('a state may be named by a relative path', async () => {
    const ending = await runCli(['run', 'harbor/incident.yaml', '--state', 'relative', '--json'], { cwd: folder });
    expect(ending.code).toBe(0);
    const { copies } = JSON.parse(ending.stdout) as { copies: Record<string, number> };
    const first = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as { copies: Record<string, number> };
    expect(copies).toEqual(first.copies);
  });
});

test('a state belongs to one incident', async () => {
  const ending = await runCli(['run', RULES, '--state', state]);
  expect(ending.code).toBe(2);
  expect(ending.stderr).toMatch(
    /: this state belongs to incident "harbor-2001", not ".*"; use another state with --state DIR\n$/,
  );
});
