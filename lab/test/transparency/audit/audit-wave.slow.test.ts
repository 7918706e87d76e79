import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAuditFile } from '../../../src/adapters/files/audit-file.ts';
import { openStateForActing } from '../../../src/adapters/store/state-folder.ts';
import { type NoticeDesk, openNoticeDesk } from '../../notice/notice-desk.ts';
import { checkLog } from '../../opened-checks.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { alter, audit, exportWave, passphrase } from './audit-desk.ts';

/** The account that owns nothing. */
const NOBODY = 65_534;
/** The joined program lies in a cache that only its owner may read. */
const SOURCES = join(import.meta.dirname, '../../../src/apps/cli/main.ts');

let desk: NoticeDesk;

const type = async (...words: readonly string[]) => {
  const done = await desk.type(...words, '--state', desk.state);
  expect(done.code, done.text).toBe('done');
  return done.text;
};

const by = ['--why', 'asked by phone', '--by', 'Marek Dvorak'] as const;

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  desk.edit('notice:\n', 'notice:\n  relay: { host: localhost, port: 1, tls: none }\n');
  await desk.run();
  await type('findings', 'dismiss', '--kind', 'credential', ...by);
  await type('party', 'merge', 'ternbank.example', 'gridwire.example', ...by);
  // A later run knows the decisions before it, and those after it are made again.
  await desk.run();
  await type('do-not-contact', 'add', 'bluewater.test', ...by);
  await type('findings', 'dismiss', '--value', '3', ...by);
  await type('contacts', 'curate', 'ternbank.example', 'it@ternbank.example', ...by);
  const list = join(desk.folder, 'contacts.csv');
  writeFileSync(list, 'party,contact\nnorthwind.example,security@northwind.example\n');
  await type('contacts', 'import', list, ...by);
  const key = ['--as', 'Ines Adler', '--key', desk.key('Ines Adler'), '--passphrase-file', desk.passphraseFile];
  await type('party', 'rename', 'ternbank.example', 'Tern Bank', '--why', 'their letterhead', ...key);
  await type('notice', 'prepare', '--wave', 'metadata');
  await type('notice', 'edit', '--measures', 'en', '--text', 'We locked every account of the trading desk.', ...by);
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
});

test('a wave with decisions of several kinds is computed again without a difference', async () => {
  const file = await exportWave(desk, 1);
  const report = await audit(desk, file);
  expect(report.differences).toEqual([]);
  expect(report.unreplayed).toEqual([]);
  // The edit of the wave is sealed before it is chained: its words are in the selection.
  expect(report.compared).toMatchObject({ files: 150, copies: 294, decisions: 7 });
  expect(report.compared.notices).toBeGreaterThan(15);
});

test('the next wave is computed with what the first one told', async () => {
  await type('findings', 'undo', '1', ...by);
  await type('notice', 'prepare', '--wave', 'supplement');
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
  const file = await exportWave(desk, 2);
  const report = await audit(desk, file);
  expect(report).toMatchObject({ differences: [], unreplayed: [] });
  expect(report.compared.notices).toBeGreaterThan(0);
});

test('a log that the evidence folder does not have is missing, and none with another digest', async () => {
  const place = 'audit/application.convertto.json';
  const evidence = join(desk.folder, 'without-a-log');
  cpSync(join(desk.folder, 'harbor'), evidence, { recursive: true });
  rmSync(join(evidence, place));
  const { differences } = await audit(desk, await exportWave(desk, 1), evidence);
  const text = 'the version read this file, and it is not in the folder';
  expect(differences.filter(({ is }) => is === 'evidence')).toEqual([{ is: 'evidence', place, text }]);
});

test('in an empty folder and another account it is computed again without a difference', async (context) => {
  if (process.getuid?.() !== 0) context.skip('only root may start a program as another account');
  const folder = makeTemporaryFolder();
  const home = join(folder, 'home');
  const file = join(folder, 'wave-1.audit');
  const passphraseFile = join(folder, 'passphrase');
  const evidence = join(folder, 'evidence');
  mkdirSync(home);
  copyFileSync(await exportWave(desk, 1), file);
  cpSync(join(desk.folder, 'harbor'), evidence, { recursive: true });
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
  // The copies become theirs; the folder for tests above lets everybody through.
  const given = spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  expect(given.status).toBe(0);
  const ended = spawnSync(
    process.execPath,
    [SOURCES, 'audit', file, '--evidence', evidence, '--passphrase-file', passphraseFile],
    { cwd: home, env: { HOME: home, TMPDIR: home }, uid: NOBODY, gid: NOBODY, encoding: 'utf8' },
  );
  expect(ended.stderr).not.toContain('Error');
  expect(ended.stdout).toContain('0 differences: evidence, inputs and decisions give what two people signed.');
  expect(ended.status).toBe(0);
});

test('an export has no found value and no key', async () => {
  const parts = await readAuditFile(await exportWave(desk, 1), { is: 'passphrase', passphrase });
  const all = Buffer.concat([...parts.values()]);
  expect(all.includes('bluewater.test')).toBe(true);
  for (const value of ['Heron-Mole-77', 'Copper-Weir-5']) expect(all.includes(value)).toBe(false);
  for (const name of ['findings.key', 'log.key']) {
    const key = readFileSync(join(desk.state, 'keys', name));
    for (const form of [key, key.toString('hex'), key.toString('base64url'), key.toString('base64')])
      expect(all.includes(form)).toBe(false);
  }
});

test('a passphrase or key of somebody else opens nothing, and another file is refused', async () => {
  const file = await exportWave(desk, 1);
  const open = (path: string, words: readonly string[]) =>
    desk.type('audit', path, '--evidence', desk.folder, ...words);
  const other = join(desk.folder, 'other');
  writeFileSync(other, 'another passphrase\n', { mode: 0o600 });
  expect((await open(file, ['--passphrase-file', other])).code).toBe('wrong-audit-key');
  expect((await open(desk.incident, ['--passphrase-file', other])).code).toBe('no-audit-file');
  expect((await open(join(desk.folder, 'none'), ['--passphrase-file', other])).code).toBe('no-audit-file');
  const cut = join(desk.folder, 'cut.audit');
  writeFileSync(cut, readFileSync(file).subarray(0, -100));
  expect((await open(cut, ['--passphrase-file', other])).code).toBe('wrong-audit-key');
});

test('an age recipient seals, its key opens, and the command answers by its exit code', async () => {
  const identity = await generateHybridIdentity();
  const key = join(desk.folder, 'auditor.key');
  writeFileSync(key, `# made by age-keygen\n${identity}\n`, { mode: 0o600 });
  const out = join(desk.folder, 'sealed.audit');
  await type('audit', 'export', '--out', out, '--recipient', await identityToRecipient(identity));
  const done = await desk.type('audit', out, '--evidence', join(desk.folder, 'harbor'), '--key', key);
  expect(done.code, done.text).toBe('done');
  expect(done.text).toContain('0 differences: evidence, inputs and decisions give what two people signed.');
  expect(process.exitCode).toBe(0);
  process.exitCode = undefined;
  const wrong = await desk.type('audit', 'export', '--out', out, '--recipient', 'age1nobody', '--state', desk.state);
  expect(wrong.code).toBe('no-recipient');
});

test('an earlier notice that says other figures than it did is named', async () => {
  const file = join(desk.folder, 'wave-2.audit');
  const altered = await alter(file, 'earlier.json', (text) => text.replace(/\\"presumed\\":\d+/, '\\"presumed\\":77'));
  const { unreplayed } = await audit(desk, altered);
  // Whether the wave can be computed beside it depends on whose notice it is.
  expect(unreplayed[0]).toMatchObject({ what: 'earlier wave 1' });
  expect(['the wave', undefined]).toContain(unreplayed[1]?.what);
});

describe('what the state keeps of each version and wave', () => {
  test('is checked by `log fsck`', async () => {
    const fsck = async () => (await checkLog(desk.state)).problems.map(({ code }) => code);
    expect(await fsck()).toEqual([]);
    const state = await openStateForActing(desk.state);
    const kept = await state.store.db.selectFrom('evidence_input').selectAll().executeTakeFirstOrThrow();
    const alterTo = (content: Uint8Array) =>
      state.store.db.updateTable('evidence_input').set({ content }).where('sha256', '=', kept.sha256).execute();
    await alterTo(gzipSync('another directory'));
    expect(await fsck()).toEqual(['kept-input']);
    await alterTo(kept.content);
    await state.close();
  });

  test('is erased by two people, and then no wave can be exported', async () => {
    const sign = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    const first = await type('erase', 'inputs', '--why', 'legal term over', ...sign('Ines Adler'));
    expect(first).toContain('One more person must approve.');
    await exportWave(desk, 1);
    expect(await type('erase', 'inputs', ...sign('Marek Dvorak'))).toMatch(/\d+ kept files went\./);
    await expect(exportWave(desk, 1)).rejects.toMatchObject({ code: 'inputs-erased' });
    expect((await checkLog(desk.state)).problems).toEqual([]);
  });
});
