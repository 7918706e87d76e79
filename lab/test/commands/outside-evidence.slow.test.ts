import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { expect, test } from 'vitest';
import { loadProgram } from '../../src/apps/cli/load-program.ts';
import { openScreen } from '../../src/apps/cli/show/screen.ts';
import { initIncident } from '../../src/commands/evidence/init-incident.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { runCli } from '../apps/cli-process.ts';
import { makeMessage } from '../evidence/evidence-kit.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const HEAD = `incident: quay
organization:
  name: Harbor
  domains: [harbor.example]
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-01T00:00:00Z }
mailboxes:
  - { custodian: a, address: a@harbor.example, evidence: EVIDENCE }
access: [{ file: records.jsonl }]
`;

function makeIncident(evidence = 'mail'): { folder: string; file: string } {
  const folder = makeTemporaryFolder();
  const file = join(folder, 'incident.yaml');
  writeFileSync(file, HEAD.replace('EVIDENCE', evidence));
  writeFileSync(join(folder, 'records.jsonl'), '{}\n');
  for (const name of ['cur', 'new']) mkdirSync(join(folder, 'mail', name), { recursive: true });
  writeFileSync(join(folder, 'mail', 'cur', '1'), makeMessage(1));
  return { folder, file };
}

function listAll(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

/** Why a command is refused that is typed so. */
async function findReasons(typed: readonly string[]): Promise<unknown> {
  const program = await loadProgram(openScreen(process.stdout, {}), typed[0]);
  try {
    await program.parseAsync(['node', 'candor', ...typed]);
  } catch (cause) {
    return cause instanceof Refusal && cause.code === 'inside-evidence' ? cause.reasons : cause;
  }
  return null;
}

const run = (incident: string, state: string, out: string | null) =>
  runIncident({ incident, state, out, workers: 1, accept: [], progress: silentProgress });

test('a run writes neither exports nor state at or below evidence, through any link', async () => {
  const { folder, file } = makeIncident();
  symlinkSync('mail', join(folder, 'linked'));
  symlinkSync(join('mail', 'later'), join(folder, 'nowhere'));
  const before = listAll(folder);
  for (const place of ['mail', 'mail/cur', 'mail/not/yet', 'linked', 'linked/x', 'nowhere', 'nowhere/x']) {
    const path = join(folder, place);
    await expect(run(file, join(folder, 'state'), path)).rejects.toMatchObject({
      code: 'inside-evidence',
      reasons: [
        `${path}: this is in the evidence "mail", which is never written to; name another folder with --out DIR`,
      ],
    });
    await expect(run(file, path, null)).rejects.toMatchObject({ code: 'inside-evidence' });
  }
  expect(listAll(folder)).toEqual(before);
});

test("a run writes neither exports nor state into another person's Maildir", async () => {
  const { folder, file } = makeIncident();
  for (const name of ['cur', 'new']) mkdirSync(join(folder, 'other', name), { recursive: true });
  const before = listAll(folder);
  for (const place of ['other', 'other/cur', 'other/.results', 'other/new/not/yet']) {
    const path = join(folder, place);
    const said = (option: string) =>
      `${path}: this is in the mailbox ${join(folder, 'other')} (Maildir), which is never written to; name another folder with ${option} DIR`;
    await expect(run(file, join(folder, 'state'), path)).rejects.toMatchObject({ reasons: [said('--out')] });
    await expect(run(file, path, null)).rejects.toMatchObject({ reasons: [said('--state')] });
  }
  expect(listAll(folder)).toEqual(before);
});

test('exports refuse a folder where one would replace evidence', async () => {
  const { folder, file } = makeIncident();
  await expect(run(file, join(folder, 'state'), folder)).rejects.toMatchObject({
    reasons: [expect.stringContaining('"records.jsonl" is evidence and would be overwritten')],
  });
  expect(readFileSync(join(folder, 'records.jsonl'), 'utf8')).toBe('{}\n');
});

test('refuses a state whose spool would remove evidence', async () => {
  const { folder, file } = makeIncident('state/spool/mail');
  mkdirSync(join(folder, 'state', 'spool', 'mail'), { recursive: true });
  writeFileSync(join(folder, 'state', 'spool', 'mail', '1'), makeMessage(1));
  await expect(run(file, join(folder, 'state'), null)).rejects.toMatchObject({ code: 'inside-evidence' });
  expect(existsSync(join(folder, 'state', 'spool', 'mail', '1'))).toBe(true);
});

test("keeps the state elsewhere when the evidence is the incident file's folder", async () => {
  const { folder, file } = makeIncident('.');
  const before = listAll(folder);
  const refused = await runCli(['run', file]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(
    'the state would be in the evidence ".", which is never written to; name another folder with --state DIR',
  );
  expect(listAll(folder)).toEqual(before);
  await run(file, join(makeTemporaryFolder(), 'state'), null);
  expect(listAll(folder)).toEqual(before);
});

test('every command with an output path refuses evidence, and none makes it a state', async () => {
  const { folder, file } = makeIncident();
  const state = join(folder, 'state');
  const results = join(folder, 'results');
  await run(file, state, results);
  const before = listAll(folder);
  const into = join(folder, 'mail', 'later', 'x');
  for (const typed of [
    ['export', '--out', into],
    ['records', '--out', into],
    ['notice', 'letters', '--out', into],
    ['notice', 'export', '--out', `${into}.csv`],
    ['site', 'build', '--out', into],
    ['log', 'publish', '--site', into],
    ['log', 'open', '--all', '--out', into],
    ['release', 'write', '--party', 'northwind.example', '--out', into],
    ['log', 'prove', '1', '--out', into],
    ['figures', 'publish', '--name', 'messages', '--as', 'Ines Adler', '--out', into],
    ['operator', 'add', 'Ines Adler', '--key', into],
  ]) {
    expect([typed, await findReasons([...typed, '--state', state])]).toEqual([
      typed,
      [expect.stringContaining('in the evidence "mail"')],
    ]);
  }
  // Those that need no state are held to the one where they are typed.
  const there = makeTemporaryFolder();
  symlinkSync(state, join(there, '.candor'));
  const key = await runCli(['reviewer', 'key', '--out', into], { cwd: there });
  expect([key.code, key.stderr]).toEqual([2, expect.stringContaining('in the evidence "mail"')]);
  const merged = await runCli(['party', 'merge', 'a.example', 'b.example', '--why', 'one firm', '--state', into]);
  expect([merged.code, merged.stderr]).toEqual([2, expect.stringContaining('there is no state here yet')]);
  expect(listAll(folder)).toEqual(before);
  expect((await runCli(['export', '--out', results, '--state', state])).code).toBe(0);
});

const STATELESS = [
  ['reviewer', 'key', '--out'],
  ['log', 'verify', '--save'],
  ['enroll', '--portal', 'https://review.harbor.example', '--status', '--key'],
  ['enquire', '--portal', 'https://review.harbor.example', '--domain', 'northwind.example', '--answer', '--key'],
  ['download', '--portal', 'https://review.harbor.example', '--key', 'my.key', '--out'],
  ['open', 'release.candor', '--key', 'my.key', '--fingerprint', Array(8).fill('f3a1').join('-'), '--out'],
];

test('a command without a state writes nothing into a Maildir', async () => {
  const { folder } = makeIncident();
  mkdirSync(join(folder, 'mail', 'tmp'));
  const before = listAll(folder);
  for (const place of ['mail/x', 'mail/cur/x', 'mail/tmp/not/yet'])
    for (const typed of STATELESS) {
      expect([typed, await findReasons([...typed, join(folder, place)])]).toEqual([
        typed,
        [expect.stringContaining(`this is in the mailbox ${join(folder, 'mail')} (Maildir)`)],
      ]);
    }
  expect(listAll(folder)).toEqual(before);
});

test('an unreadable state that nobody named stops nothing', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, '.candor'));
  writeFileSync(join(folder, '.candor', 'candor.sqlite'), 'no database');
  const { stderr } = await runCli(['download', '--portal', 'https://x.invalid', '--key', 'my.key', '--out', 'r'], {
    cwd: folder,
  });
  expect(stderr).toContain('my.key');
  expect(stderr).not.toContain('database');
});

test('evidence on a disk that is not mounted is not written to either', async () => {
  const { folder, file } = makeIncident();
  const state = join(folder, 'state');
  symlinkSync('mail', join(folder, 'linked'));
  await run(file, state, null);
  renameSync(join(folder, 'mail'), join(folder, 'away'));
  renameSync(join(folder, 'records.jsonl'), join(folder, 'away.jsonl'));
  const before = listAll(folder);
  for (const [out, said] of [
    ['mail', 'is in the evidence "mail"'],
    ['linked/x', 'is in the evidence "mail"'],
    ['.', '"records.jsonl" is evidence and would be overwritten'],
  ] as const) {
    const reasons = await findReasons(['export', '--out', join(folder, out), '--state', state]);
    expect([out, reasons]).toEqual([out, [expect.stringContaining(said)]]);
  }
  expect(listAll(folder)).toEqual(before);
});

test('init writes no incident file into a Maildir, and none whose evidence is its own folder', async () => {
  const { folder } = makeIncident();
  const inside = await runCli(['init', join(folder, 'mail')]);
  expect([inside.code, inside.stderr]).toEqual([
    2,
    expect.stringContaining('this folder is a mailbox itself (Maildir)'),
  ]);
  mkdirSync(join(folder, 'mail', 'tmp'));
  mkdirSync(join(folder, 'mail', 'cur', 'deeper'));
  const before = listAll(folder);
  for (const place of ['cur', 'new', 'tmp', 'cur/deeper']) {
    await expect(initIncident(join(folder, 'mail', place))).rejects.toMatchObject({
      code: 'inside-evidence',
      reasons: [expect.stringContaining(`this is in the mailbox ${join(folder, 'mail')}`)],
    });
  }
  expect(listAll(folder)).toEqual(before);
  const above = makeTemporaryFolder();
  mkdirSync(join(above, 'ann', 'cur'), { recursive: true });
  writeFileSync(join(above, 'ann', 'cur', '1'), makeMessage(1));
  expect((await runCli(['init', above])).code).toBe(0);
  expect(readFileSync(join(above, 'incident.yaml'), 'utf8')).toMatch(/evidence: "?ann"?\n/);
});
