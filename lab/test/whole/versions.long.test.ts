import { cpSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { HARBOR, runCli, withoutProgress } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { findDifferent, readExports } from './exports.ts';

// Every line starts a process.
vi.setConfig({ testTimeout: 180_000 });

const folder = makeTemporaryFolder();
const home = join(folder, 'harbor');
const incident = join(home, 'incident.yaml');
const state = join(folder, 'state');

interface Summary {
  readonly version: number;
  readonly supersedes: number | null;
  readonly digest: string;
  readonly copies: Record<string, number>;
  readonly alerts: { readonly afterContainment: { readonly count: number } };
}

interface Difference {
  readonly from: number;
  readonly to: number;
  readonly custodians: Record<string, unknown>;
  readonly parties: readonly { readonly party: string; readonly change: string }[];
  readonly changes: readonly { readonly location: string }[];
}

async function run(out: string): Promise<Summary> {
  const ending = await runCli(['run', incident, '--state', state, '--out', join(folder, out), '--json']);
  expect(withoutProgress(ending.stderr)).toBe('');
  expect(ending.code).toBe(0);
  return JSON.parse(ending.stdout) as Summary;
}

async function diff(...versions: string[]): Promise<Difference> {
  const ending = await runCli(['diff', ...versions, '--state', state, '--json']);
  expect(ending.code).toBe(0);
  return JSON.parse(ending.stdout) as Difference;
}

interface Row {
  readonly location: string;
  readonly messageId: string;
  readonly verdict: string;
}

const rows = (out: string): Row[] =>
  readFileSync(join(folder, out, 'exposure.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const edit = (from: string, to: string) => {
  const text = readFileSync(incident, 'utf8');
  expect(text).toContain(from);
  writeFileSync(incident, text.replace(from, to));
};

/** An intruder's Bind of one message in the mailbox of okafor-a. */
const bind = (id: string, messageId: string, time: string) =>
  JSON.stringify({
    CreationTime: time,
    Id: id,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    UserId: 'adaeze.okafor@harbor.example',
    MailboxGuid: 'fd49cc83-4f1e-4fb0-ac6d-cc6bbf878ac9',
    SessionId: 'cdf4b83f-6675-43de-aec4-e19c7b18867d',
    ClientIPAddress: '198.51.100.7',
    OperationCount: 1,
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Bind' },
      { Name: 'IsThrottled', Value: 'False' },
    ],
    Folders: [{ Id: 'unlisted', FolderItems: [{ InternetMessageId: `<${messageId}>` }] }],
  });

beforeAll(() => {
  cpSync(dirname(HARBOR), home, { recursive: true });
});

describe('running again', () => {
  let first: Summary;

  test('on the same evidence gives the same version, digest and exports', async () => {
    first = await run('first');
    expect(first).toMatchObject({ version: 1, supersedes: null });
    expect(await run('again')).toEqual(first);
    expect(findDifferent(readExports(join(folder, 'first')), readExports(join(folder, 'again')))).toEqual([]);
  });

  test('also on evidence that was only touched', async () => {
    utimesSync(join(home, 'audit/management-api.jsonl'), 1_000_000_000, 1_000_000_000);
    utimesSync(join(home, 'mailboxes/brandt-j.mbox.gz'), 1_000_000_000, 1_000_000_000);
    expect(await run('touched')).toEqual(first);
    expect(findDifferent(readExports(join(folder, 'first')), readExports(join(folder, 'touched')))).toEqual([]);
  });

  test('also with another comment in the incident file', async () => {
    edit('policy:', '# nothing new\npolicy:');
    expect((await run('comment')).digest).toBe(first.digest);
    expect((await run('comment')).version).toBe(1);
    await diffIsRefused();
  });

  async function diffIsRefused(): Promise<void> {
    const ending = await runCli(['diff', '--state', state]);
    expect(ending.code).toBe(2);
    expect(ending.stderr).toMatch(/^there is only exposure version 1 so far; /);
  }

  test('with one more log gives version 2, and diff names the copy that rose', async () => {
    const cleared = rows('first').find(
      (row) => row.location.startsWith('mailboxes/okafor-a/') && row.verdict === 'no-evidence',
    );
    if (cleared === undefined) throw new Error('no copy is cleared');
    writeFileSync(join(home, 'audit/late.jsonl'), `${bind('late-1', cleared.messageId, '2001-09-30T10:00:00')}\n`);
    edit('\naccess:\n', '\naccess:\n  - file: audit/late.jsonl\n');
    const second = await run('second');
    expect(second).toMatchObject({ version: 2, supersedes: 1 });
    expect(second.digest).not.toBe(first.digest);
    const difference = await diff('1', '2');
    expect(difference).toMatchObject({ from: 1, to: 2 });
    const after = rows('second');
    const before = new Map(rows('first').map((row) => [row.location, row.verdict]));
    const changed = after.filter((row) => before.get(row.location) !== row.verdict).map((row) => row.location);
    expect(changed).toContain(cleared.location);
    expect(difference.changes.map((change) => change.location).sort()).toEqual([...changed].sort());
    expect(await diff()).toEqual(difference);
    expect((await runCli(['diff', '--state', state])).stdout).toContain('okafor-a');
  });

  test('without that log again gives version 3 with the digest of version 1', async () => {
    edit('  - file: audit/late.jsonl\n', '');
    const third = await run('third');
    expect(third).toMatchObject({ version: 3, supersedes: 2, digest: first.digest });
    const names = ['exposure.jsonl', 'records.jsonl', 'unresolved.jsonl', 'parties.csv'];
    const different = findDifferent(readExports(join(folder, 'first')), readExports(join(folder, 'third')));
    expect(different.filter((name) => names.includes(name))).toEqual([]);
    expect((await diff('1', '3')).changes).toEqual([]);
    expect((await diff('1', '3')).parties).toEqual([]);
  });

  test('with one indicator less, and then another policy, gives a version each', async () => {
    edit('  applications: [ 35fe6726-961c-443e-aa09-5ad746505c06 ]', '  applications: []');
    expect(await run('fourth')).toMatchObject({ version: 4, supersedes: 3 });
    edit('policy: { sync: mailbox, gaps: presumed }', 'policy: { sync: folder, gaps: undetermined }');
    expect(await run('fifth')).toMatchObject({ version: 5, supersedes: 4 });
    const difference = await diff('3', '5');
    expect(difference.changes.length).toBeGreaterThan(0);
    expect(difference.parties.length).toBeGreaterThan(0);
    // Versions that were told stay: the first is still there to compare with.
    expect(await diff('1', '2')).toMatchObject({ from: 1, to: 2 });
  });

  test('from scratch with the same input gives the same exports as with a long-used state, which says what is gone', async () => {
    const other = join(folder, 'fresh');
    const ending = await runCli(['run', incident, '--state', join(folder, 'fresh-state'), '--out', other, '--json']);
    expect(ending.code).toBe(0);
    const seen = readExports(join(folder, 'fifth'));
    const [gone, kept] = [true, false].map((isGone) =>
      (seen['problems.jsonl'] ?? '').split(/(?<=\n)/).filter((line) => line.includes('"evidence-gone"') === isGone),
    );
    expect(gone).toHaveLength(1);
    expect(gone?.join()).toContain('"place":"audit/late.jsonl=');
    const different = findDifferent({ ...seen, 'problems.jsonl': kept?.join('') ?? '' }, readExports(other));
    expect(different).toEqual(['summary.json']);
    const { digest } = JSON.parse(ending.stdout) as Summary;
    expect(digest).toBe((JSON.parse(readFileSync(join(folder, 'fifth/summary.json'), 'utf8')) as Summary).digest);
  });

  test("counts the intruder's return after containment in an alert on every run", async () => {
    const before = JSON.parse(readFileSync(join(folder, 'fifth/summary.json'), 'utf8')) as Summary;
    writeFileSync(join(home, 'audit/back.jsonl'), `${bind('back-1', 'x@y.example', '2002-02-01T10:00:00')}\n`);
    edit('\naccess:\n', '\naccess:\n  - file: audit/back.jsonl\n');
    const sixth = await run('sixth');
    expect(sixth.alerts.afterContainment.count).toBe(before.alerts.afterContainment.count + 1);
    expect((await run('sixth')).alerts).toEqual(sixth.alerts);
  });
});

describe('newly reached mail since the previous version', () => {
  const place = join(folder, 'since');
  const file = join(place, 'harbor/incident.yaml');
  const read = async () => {
    const ending = await runCli(['run', file, '--json']);
    expect(ending.code).toBe(0);
    const { fresh, alerts, needs } = JSON.parse(ending.stdout) as {
      fresh: { mailboxes: string[]; sessions: string[] };
      alerts: { mailboxesReached: string[] };
      needs: { subject: string; text: string }[];
    };
    const since = needs.filter(({ text }) => text.includes('since the previous version')).map(({ subject }) => subject);
    return { fresh, reached: alerts.mailboxesReached, since };
  };

  test('is empty when the same logs are read with more indicators, and reported when a log is new', async () => {
    cpSync(dirname(HARBOR), dirname(file), { recursive: true });
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace(/^intruder:[\s\S]*?(?=^\S(?!ntruder))/m, 'intruder: { sessions: [nobody] }\n'));
    const before = await read();
    expect(before.reached).toEqual([]);
    writeFileSync(file, whole);
    const after = await read();
    expect(after.reached.length).toBeGreaterThan(2);
    expect(after).toMatchObject({ fresh: { mailboxes: [], sessions: [] }, since: [] });
    const row = bind('far-1', 'x@y.example', '2001-10-02T10:00:00').replace(/fd49cc83[0-9a-f-]+/, 'far');
    writeFileSync(join(dirname(file), 'audit/far.jsonl'), `${row}\n`);
    writeFileSync(file, whole.replace('\naccess:\n', '\naccess:\n  - file: audit/far.jsonl\n'));
    expect(await read()).toMatchObject({ fresh: { mailboxes: ['far'] }, since: ['still there?'] });
  });
});
