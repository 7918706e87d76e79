import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { HARBOR, runCli, withoutProgress } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

// Every line starts a process.
vi.setConfig({ testTimeout: 180_000 });

describe('a newcomer with only a folder of mailboxes and logs', () => {
  const home = join(makeTemporaryFolder(), 'Our Breach');
  cpSync(dirname(HARBOR), home, { recursive: true });
  for (const name of ['incident.yaml', 'README.md', 'expected', '.candor'])
    rmSync(join(home, name), { recursive: true, force: true });
  const incident = join(home, 'incident.yaml');
  const original = readFileSync(HARBOR, 'utf8');

  test('gets an incident file with every mailbox, log, folder list and the directory', async () => {
    const ending = await runCli(['init', home]);
    expect(ending.code).toBe(0);
    const text = readFileSync(incident, 'utf8');
    const named = /^ +(?:- )?(?:evidence|file|folders): (.*?)(?: +#.*)?$/gm;
    const paths = [...original.matchAll(named)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(15);
    // A folder that holds one mbox is a mailbox as good as the mbox in it.
    const found = (path: string) => text.includes(`: ${path}`) || text.includes(`: ${dirname(path)}\n`);
    expect(paths.filter((path) => !found(path))).toEqual([]);
    expect(text).toContain('directory: directory.csv');
    expect(text).toContain('TO FILL IN');
    expect(ending.stdout).toContain('candor check');
    // What is there is never overwritten.
    expect((await runCli(['init', home])).code).toBe(2);
    expect(readFileSync(incident, 'utf8')).toBe(text);
  });

  test('is shown every placeholder, fills it in, and runs', async () => {
    const check = await runCli(['check', incident]);
    expect(check.code).toBe(2);
    const open = check.stderr.trim().split('\n');
    const lines = readFileSync(incident, 'utf8').split('\n');
    for (const sentence of open) {
      expect(sentence).toMatch(/^incident\.yaml:\d+: this is still to be filled in: [a-z0-9.[\]]+$/);
      expect(lines[Number(sentence.split(':')[1]) - 1]).toContain('TO FILL IN');
    }
    const filled = lines
      .map((line) =>
        line.replace(
          '{ start: TO FILL IN, contained: TO FILL IN }',
          '{ start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }',
        ),
      )
      .map((line) => line.replace(/^( {2}name: )"TO FILL IN"/, '$1"Harbor Energy"'))
      .map((line) => line.replace(/^ {2}domains: \[.*\]/, '  domains: [harbor.example, harbor-trading.example]'))
      .map((line) => line.replace(/^ {2}addresses: \[\]/, '  addresses: ["198.51.100.0/26"]'))
      .map((line) => line.replace('applications: []', 'applications: [35fe6726-961c-443e-aa09-5ad746505c06]'));
    writeFileSync(incident, filled.join('\n'));
    const again = await runCli(['check', incident]);
    expect(again.stderr).toBe('');
    expect(again.code).toBe(0);
    const run = await runCli(['run', incident]);
    expect(withoutProgress(run.stderr)).toBe('');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('evidence    6 mailboxes   294 copies');
    // The state lies beside the incident file; the commands find it from there.
    const parties = await runCli(['parties'], { cwd: home });
    expect(parties.code).toBe(0);
    expect(parties.stdout).toContain('stadtwerke-aue.example');
  });
});

test('is refused with an explanation for a folder without a mailbox, and an empty one', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'none'));
  writeFileSync(join(folder, 'none/notes.txt'), 'Two barrels of lamp oil.\n');
  const ending = await runCli(['init', join(folder, 'none')]);
  expect(ending.code).toBe(2);
  expect(ending.stderr).toMatch(/none: no mailbox was found; Candor recognizes .*, also in zip, tar or gzip\n$/);
});

describe('evidence verify', () => {
  const home = join(makeTemporaryFolder(), 'harbor');
  const state = ['--state', join(home, '.candor')];
  const verify = async () => {
    const ending = await runCli(['evidence', 'verify', ...state, '--json']);
    const { changed } = JSON.parse(ending.stdout) as { changed: { path: string; state: string }[] };
    return { code: ending.code, changed: changed.map((one) => `${one.state} ${one.path}`) };
  };

  test('names what was changed, moved or made unreadable, and exits with 3', async () => {
    cpSync(dirname(HARBOR), home, { recursive: true });
    const before = readdirSync(join(home, 'mailboxes'), { recursive: true }).length;
    expect((await runCli(['run', join(home, 'incident.yaml')])).code).toBe(0);
    expect(readdirSync(join(home, 'mailboxes'), { recursive: true })).toHaveLength(before);
    expect(await verify()).toEqual({ code: 0, changed: [] });
    appendFileSync(join(home, 'audit/management-api.jsonl'), '\n');
    renameSync(join(home, 'mailboxes/tanaka-y.zip'), join(home, 'mailboxes/elsewhere.zip'));
    writeFileSync(join(home, 'directory.csv'), readFileSync(join(home, 'directory.csv'), 'utf8').replace('a', 'b'));
    const { code, changed } = await verify();
    expect(code).toBe(3);
    expect(changed).toContain('changed audit/management-api.jsonl');
    expect(changed).toContain('missing mailboxes/tanaka-y.zip');
    expect(changed).toContain('changed directory.csv');
    const words = await runCli(['evidence', 'verify', ...state]);
    expect(words.code).toBe(3);
    expect(words.stdout).toMatch(
      /audit\/management-api\.jsonl is changed: [0-9a-f]{64}, [\d,]+ bytes; it was [0-9a-f]{64}, [\d,]+ bytes/,
    );
    expect(words.stdout).toContain('mailboxes/tanaka-y.zip is missing');
    expect(words.stdout).toMatch(/^3 of \d+ files, .* changed since they were read\.$/m);
    renameSync(join(home, 'mailboxes/elsewhere.zip'), join(home, 'mailboxes/tanaka-y.zip'));
    expect((await verify()).changed).toEqual(['changed audit/management-api.jsonl', 'changed directory.csv']);
  });

  test('a run reads evidence and changes none', async () => {
    const read = join(makeTemporaryFolder(), 'read-only');
    cpSync(dirname(HARBOR), read, { recursive: true });
    const folders = readdirSync(read, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const entry of folders) chmodSync(join(entry.parentPath, entry.name), 0o500);
    const outside = makeTemporaryFolder();
    const ending = await runCli([
      'run',
      join(read, 'incident.yaml'),
      '--state',
      join(outside, 'state'),
      '--out',
      join(outside, 'out'),
    ]);
    for (const entry of folders) chmodSync(join(entry.parentPath, entry.name), 0o700);
    expect(ending.code).toBe(0);
    expect((await runCli(['evidence', 'verify', '--state', join(outside, 'state')])).code).toBe(0);
  });
});

describe('curation', () => {
  const home = join(makeTemporaryFolder(), 'harbor');
  const incident = join(home, 'incident.yaml');
  const state = ['--state', join(home, '.candor')];
  const party = (...args: string[]) => runCli(['party', ...args, ...state]);
  const show = async (id: string) =>
    JSON.parse((await party(id, '--json')).stdout) as {
      party: { party: string; name: string; kind: string; messages: number; mergedIds: string[]; contacts?: unknown };
    };
  const parties = async () => (await runCli(['parties', '--all', '--json', ...state])).stdout;
  const why = ['--why', 'told by phone', '--by', 'R. Costa'];

  test('survives every later run and import, shows who, when and why, and can be undone', async () => {
    cpSync(dirname(HARBOR), home, { recursive: true });
    expect((await runCli(['run', incident])).code).toBe(0);
    const before = await parties();
    for (const act of [
      ['rename', 'dockers.example', 'Dockers Ltd'],
      ['kind', 'bolt-locks.example', 'person'],
      ['merge', 'stadtwerke-aue.example', 'skagen-wind.example'],
      ['contact', 'dockers.example', 'security@dockers.example', '--role', 'security'],
    ]) {
      const ending = await party(...act, ...why);
      expect(ending.stderr).toBe('');
      expect(ending.code).toBe(0);
    }
    const curated = await parties();
    expect(curated).not.toBe(before);
    expect((await show('skagen-wind.example')).party.party).toBe('stadtwerke-aue.example');
    expect((await show('dockers.example')).party.name).toBe('Dockers Ltd');
    // A later run, another directory, more evidence: what was curated stands.
    expect((await runCli(['run', incident])).code).toBe(0);
    expect(await parties()).toBe(curated);
    appendFileSync(
      join(home, 'directory.csv'),
      'dockers.example,dockers.example,organization,Somebody Else,NL,mail@dockers.example,,nl\n',
    );
    expect((await runCli(['run', incident])).code).toBe(0);
    expect((await show('dockers.example')).party.name).toBe('Dockers Ltd');
    const history = JSON.parse((await party('history', '--json')).stdout) as {
      operation: { sequence: number; by: string; why: string; at: number };
      inForce: boolean;
    }[];
    expect(history.map(({ operation }) => operation.sequence)).toEqual([1, 2, 3, 4]);
    for (const { operation, inForce } of history)
      expect({ ...operation, inForce }).toMatchObject({ by: 'R. Costa', why: 'told by phone', inForce: true });
    for (const sequence of [4, 3, 2, 1]) expect((await party('undo', String(sequence), ...why)).code).toBe(0);
    cpSync(join(dirname(HARBOR), 'directory.csv'), join(home, 'directory.csv'));
    expect((await runCli(['run', incident])).code).toBe(0);
    expect(await parties()).toBe(before);
    expect((await party('history')).stdout).toContain('told by phone');
  });

  test('refuses invalid operations with an explanation and records nothing', async () => {
    const before = (await party('history', '--json')).stdout;
    const refused: [string[], RegExp][] = [
      [['rename', 'nobody.example', 'N'], /"nobody\.example" is not a party of this incident/],
      [['rename', 'dockers.example', ' '], /must not be empty/],
      [['merge', 'dockers.example', 'dockers.example'], /cannot be merged into itself/],
      [['split', 'stadtwerke-aue.example', 'ternbank.example', 'x.stadtwerke-aue.example'], /is already a party/],
      [['undo', '77'], /There is no active operation 77 to undo/],
      [['undo', '1'], /There is no active operation 1 to undo/],
    ];
    for (const [act, words] of refused) {
      const ending = await party(...act, ...why);
      expect(ending.code).toBe(2);
      expect(ending.stderr).toMatch(words);
    }
    expect((await party('history', '--json')).stdout).toBe(before);
  });
});
