import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Progress, silentProgress } from '../../../src/commands/progress.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { runCli } from '../../apps/cli-process.ts';
import { makeMbox, makeMessage } from '../../evidence/evidence-kit.ts';
import { verifyEvidence } from '../../opened-checks.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const INCIDENT = `incident: quay
organization:
  name: Harbor
  domains: [harbor.example]
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-01T00:00:00Z }
mailboxes:
  - { custodian: a, address: a@harbor.example, evidence: a.mbox }
  - { custodian: b, address: b@harbor.example, evidence: b.mbox }
`;

test('a file that could not be opened counts as never read, not as changed, and is read by the next run', async () => {
  const folder = makeTemporaryFolder();
  const file = join(folder, 'a.mbox');
  writeFileSync(join(folder, 'incident.yaml'), INCIDENT);
  writeFileSync(file, makeMbox(makeMessage(1)));
  writeFileSync(join(folder, 'b.mbox'), makeMbox(makeMessage(2)));
  const state = join(folder, 'state');
  const run = (out: string, progress: Progress) =>
    runIncident({
      incident: join(folder, 'incident.yaml'),
      state,
      out: join(folder, out),
      workers: 1,
      accept: [],
      progress,
    });

  await run('first', {
    begin: (...stage) => {
      // Its size is known, so it was found; nothing is opened yet.
      if (stage[0] === 'evidence' && stage[2] !== null) renameSync(file, `${file}.away`);
      return silentProgress.begin(...stage);
    },
  });
  renameSync(`${file}.away`, file);
  const size = readFileSync(file).length;
  expect(readFileSync(join(folder, 'first', 'custody.csv'), 'utf8')).toContain(
    `\na.mbox,mailbox,a,unreadable,${size},,,,,,,,\n`,
  );
  expect((await verifyEvidence(state, silentProgress)).changed).toEqual([
    { path: 'a.mbox', state: 'never-read', expected: { size, sha256: null }, found: null },
  ]);
  const { code, stdout } = await runCli(['evidence', 'verify', '--state', state]);
  expect(code).toBe(3);
  expect(stdout).toMatch(/^a\.mbox was never read: .*\n1 file, \d+ bytes: unchanged, .*\n1 file never read: /);

  await run('second', silentProgress);
  expect((await verifyEvidence(state, silentProgress)).changed).toEqual([]);
  expect(readFileSync(join(folder, 'second', 'exposure.jsonl'), 'utf8')).toContain('"a.mbox#1"');
});

const TREE = `incident: quay
organization:
  name: Harbor
  domains: [harbor.example]
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-01T00:00:00Z }
mailboxes:
  - { custodian: a, address: a@harbor.example, evidence: mail }
`;

/** A Maildir beside which a link out of the evidence lies, as a run read it. */
async function readTree(): Promise<{ folder: string; mail: string; state: string }> {
  const folder = makeTemporaryFolder();
  const mail = join(folder, 'mail');
  const state = join(folder, 'state');
  writeFileSync(join(folder, 'incident.yaml'), TREE);
  writeFileSync(join(folder, 'elsewhere.eml'), makeMessage(9));
  // In order of location `cur b` and `cur.c` stand before what is in `cur`.
  for (const name of ['cur', 'cur b', 'cur.c', 'new']) mkdirSync(join(mail, name), { recursive: true });
  const names = ['cur/1:2,S', 'cur/2', 'cur/3', 'cur b/4', 'cur.c/5', 'new/6', 'cur-d'];
  for (const [at, name] of names.entries()) writeFileSync(join(mail, name), makeMessage(at));
  writeFileSync(Buffer.concat([Buffer.from(`${mail}/new/`), Buffer.from([0xe9])]), makeMessage(8));
  symlinkSync(join(folder, 'elsewhere.eml'), join(mail, 'out.eml'));
  const incident = join(folder, 'incident.yaml');
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
  return { folder, mail, state };
}

async function listChanged(state: string): Promise<string[]> {
  const { changed } = await verifyEvidence(state, silentProgress);
  return changed.map(({ path, state: is, expected }) => `${path}: ${expected === null ? 'new, ' : ''}${is}`);
}

test('reports nothing for unchanged evidence, including links that were not followed', async () => {
  const { state } = await readTree();
  const { files, changed } = await verifyEvidence(state, silentProgress);
  expect([files, changed]).toEqual([8, []]);
});

test('lists files added to evidence with their digests', async () => {
  const { mail, state } = await readTree();
  writeFileSync(join(mail, 'cur', '0'), makeMessage(10));
  writeFileSync(join(mail, 'zz'), 'no mail');
  mkdirSync(join(mail, 'cur!', 'deep'), { recursive: true });
  writeFileSync(join(mail, 'cur!', 'deep', 'x.eml'), makeMessage(11));
  expect(await listChanged(state)).toEqual([
    'mail/cur!/deep/x.eml: new, added',
    'mail/cur/0: new, added',
    'mail/zz: new, added',
  ]);
  const { code, stdout } = await runCli(['evidence', 'verify', '--state', state]);
  expect(code).toBe(3);
  const sha256 = createHash('sha256').update('no mail').digest('hex');
  expect(stdout).toContain(`\nmail/zz was added: ${sha256}, 7 bytes; it was not read\n`);
  expect(stdout).toMatch(/\n8 files, .*: unchanged, .*\n3 were added since: remove what .*\n$/);
  const json = await runCli(['evidence', 'verify', '--state', state, '--json']);
  expect(json.code).toBe(3);
  expect((JSON.parse(json.stdout) as { changed: unknown[] }).changed[2]).toEqual({
    path: 'mail/zz',
    state: 'added',
    expected: null,
    found: { size: 7, sha256 },
  });
});

test('lists a file that became a folder, link or pipe as such, and files added beside it', async () => {
  const { folder, mail, state } = await readTree();
  rmSync(join(mail, 'cur', '2'));
  mkdirSync(join(mail, 'cur', '2'));
  writeFileSync(join(mail, 'cur', '2', 'x'), makeMessage(1));
  // The same bytes, and others.
  renameSync(join(mail, 'cur', '3'), join(mail, 'new', '3'));
  symlinkSync('../new/3', join(mail, 'cur', '3'));
  rmSync(join(mail, 'cur b', '4'));
  symlinkSync(join(folder, 'elsewhere.eml'), join(mail, 'cur b', '4'));
  rmSync(join(mail, 'new', '6'));
  execFileSync('mkfifo', [join(mail, 'new', '6')]);
  symlinkSync('/', join(mail, 'new', 'root'));
  renameSync(join(mail, 'cur-d'), join(mail, 'cur-e'));
  const expected = [
    'mail/cur b/4: link',
    'mail/cur-d: missing',
    'mail/cur-e: new, added',
    'mail/cur/2: folder',
    'mail/cur/2/x: new, added',
    'mail/cur/3: link',
    'mail/new/3: new, added',
    'mail/new/6: not-a-file',
    'mail/new/root: new, link',
  ];
  expect(await listChanged(state)).toEqual(expected);
  const { code, stdout } = await runCli(['evidence', 'verify', '--state', state]);
  expect(code).toBe(3);
  expect(stdout).toContain('\nmail/new/6 is a socket, a pipe or a device now\nmail/new/root was added: a link that is');
  expect(stdout).toMatch(/\n5 of 8 files, .* changed since they were read\.\n4 were added since: /);
});

test('evidence of the newest exposure is not new after a run stopped while reading it', async () => {
  const { folder, mail, state } = await readTree();
  writeFileSync(join(mail, 'zz'), makeMessage(10));
  const stopped: Progress = {
    begin: () => ({
      ...silentProgress.begin('evidence', 'bytes', null),
      advance: () => {
        throw new Error('stopped');
      },
    }),
  };
  const incident = join(folder, 'incident.yaml');
  await expect(runIncident({ incident, state, out: null, workers: 1, accept: [], progress: stopped })).rejects.toThrow(
    'stopped',
  );
  rmSync(join(mail, 'zz'));
  expect(await listChanged(state)).toEqual([]);
});

/** A run that is stopped when everything is read. */
async function stopJudging(folder: string, state: string): Promise<void> {
  const progress: Progress = {
    begin: (...stage) => {
      if (stage[0] === 'exposure') throw new Error('stopped');
      return silentProgress.begin(...stage);
    },
  };
  const incident = join(folder, 'incident.yaml');
  await expect(runIncident({ incident, state, out: null, workers: 1, accept: [], progress })).rejects.toThrow(
    'stopped',
  );
}

test('files and logs of the newest exposure are missing also after a run stopped without them', async () => {
  const { folder, mail, state } = await readTree();
  const covers = '{ mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z }';
  const logs = ['one', 'two'].map((name) => {
    const id = `r-${name}`;
    const row = { Id: id, CreationTime: '2001-09-12T10:00:00', Operation: 'Send', UserId: 'a@harbor.example' };
    writeFileSync(join(folder, `${name}.jsonl`), `${JSON.stringify(row)}\n`);
    return `  - { file: ${name}.jsonl, covers: ${covers} }\n`;
  });
  const incident = join(folder, 'incident.yaml');
  writeFileSync(incident, `${TREE}access:\n${logs.join('')}`);
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
  rmSync(join(mail, 'cur', '2'));
  rmSync(join(folder, 'two.jsonl'));
  writeFileSync(incident, `${TREE}access:\n${logs[0]}`);
  await stopJudging(folder, state);
  expect(await listChanged(state)).toEqual(['mail/cur/2: missing', 'two.jsonl: missing']);
  const { code } = await runCli(['evidence', 'verify', '--state', state]);
  expect(code).toBe(3);
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
  expect(await listChanged(state)).toEqual([]);
});

test('lists the first thousand files of a missing mailbox and counts the rest, hiding nothing else', async () => {
  const { folder, mail, state } = await readTree();
  for (let n = 0; n < 1000; n += 1) writeFileSync(join(mail, 'new', `many-${n}`), `no mail ${n}`);
  const incident = join(folder, 'incident.yaml');
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
  expect((await verifyEvidence(state, silentProgress)).more).toEqual([]);
  rmSync(mail, { recursive: true });
  mkdirSync(mail);
  writeFileSync(join(mail, 'zz'), 'no mail');
  const { changed, more } = await verifyEvidence(state, silentProgress);
  expect([changed.length, changed.at(-1)?.state]).toEqual([1001, 'added']);
  expect(more).toEqual([{ path: 'mail', state: 'missing', isKnown: true, files: 8, bytes: expect.any(Number) }]);
  const { code, stdout } = await runCli(['evidence', 'verify', '--state', state]);
  expect(code).toBe(3);
  expect(stdout).toContain('\nmail: 8 more files missing\n1,008 of 1,008 files, ');
  expect(stdout).toMatch(/\n1 was added since: .*\n$/);
});
