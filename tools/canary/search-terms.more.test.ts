import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { openNoticeDesk } from '../../lab/test/notice/notice-desk.ts';
import { makeTemporaryFolder } from '../../lab/test/temporary-folder.ts';
import { countForms, searchFolder, toForms } from '../../portal/test/support/canaries.ts';

// What the intruder searched for says what somebody looks for in stolen mail. It stands in the log, in the state, and
// on the screen of `candor interest`.

const desk = await openNoticeDesk(makeTemporaryFolder());
const launcher = join(import.meta.dirname, '../../lab/bin/candor.mjs');
const mark = `canary${randomBytes(12).toString('hex')}`;
const forms = toForms(mark);
const printed = join(desk.folder, 'printed');
const out = join(desk.folder, 'out');
const site = join(desk.folder, 'site');
const exported = join(desk.folder, 'exported');
const log = join(desk.folder, 'harbor/audit/lindqvist-s.search.csv');

let number = 0;

/** A command as it is typed; what it prints, progress and diagnostics too, is kept in a file. */
function type(...words: readonly string[]): string {
  const run = spawnSync(process.execPath, [launcher, ...words, '--state', desk.state], { encoding: 'utf8' });
  number += 1;
  const text = `${run.stdout}\n${run.stderr}`;
  writeFileSync(
    join(
      printed,
      `${number}-${words
        .slice(0, 2)
        .join('-')
        .replaceAll(/[^a-z-]/g, '_')}`,
    ),
    text,
  );
  expect(run.status, `${words.join(' ')}: ${run.stderr}`).toBeLessThan(4);
  return text;
}

const sign = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];

beforeAll(() => {
  mkdirSync(printed);
  mkdirSync(exported);
  const text = readFileSync(log, 'utf8');
  const marked = text
    .replace('tenant OR \\""web mail gateway\\""', `tenant OR \\""web ${mark} gateway\\""`)
    .replace('subject:mails intrusion', `subject:mails ${mark}`);
  expect(marked.split(mark).length).toBe(3);
  writeFileSync(log, marked);
  type('check', desk.incident);
  type('run', desk.incident, '--out', out);
  type('run', desk.incident, '--json');
  for (const words of [['status'], ['status', '--alerts'], ['status', '--problems'], ['status', '--json']])
    type(...words);
  type('leads', '--json');
  type('leads', '--effect', 'address:198.51.100.140', '--as', 'owner', '--mailbox', 'lindqvist-s', '--json');
  for (const words of [
    ['parties'],
    ['unresolved'],
    ['explain', '--mailbox', 'lindqvist-s', '--json'],
    ['diff', '1', '1'],
  ])
    type(...words);
  type('records', '--out', join(out, 'again.jsonl'));
  type('notice', 'prepare', '--wave', 'metadata', '--except', 'org-northwind');
  type('notice', 'show', '--text');
  for (const name of ['Ines Adler', 'Marek Dvorak']) type('notice', 'approve', ...sign(name));
  type('notice', 'export', '--out', join(exported, 'told.csv'));
  type('site', 'build', '--out', site);
  type('log', 'fsck');
  type('notice', 'status', '--json');
});

test('search terms appear in nothing printed, exported, approved or published', () => {
  for (const folder of [printed, out, exported, site]) {
    const found = searchFolder(folder, forms);
    expect(found).toEqual([]);
  }
});

test('in the state they are in one place, the rows of the log', () => {
  const state = new Database(join(desk.state, 'candor.sqlite'), { readonly: true });
  const places: string[] = [];
  const tables = state.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  for (const table of tables) {
    const rows = state.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all();
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value));
        if (countForms(bytes, forms) > 0) places.push(`${table}.${column}`);
      }
  }
  state.close();
  expect([...new Set(places)]).toEqual(['evidence_access_payload.payloads']);
  const files = searchFolder(desk.state, forms).map((path) => path.slice(desk.state.length + 1));
  expect(files.filter((name) => !name.startsWith('candor.sqlite'))).toEqual([]);
});

test('the search finds them where they belong, and in a notice that somebody writes them into', () => {
  expect(searchFolder(join(desk.folder, 'harbor/audit'), forms)).toEqual([log]);
  expect(type('interest')).toContain(mark);
  expect(searchFolder(printed, forms).map((path) => basename(path))).toEqual([`${number}-interest`]);
  type('notice', 'prepare', '--wave', 'metadata', '--only', 'org-northwind');
  type('notice', 'edit', '--party', 'org-northwind', '--text', `They looked for ${mark}.`, '--why', 'asked');
  type('notice', 'show', '--text');
  expect(searchFolder(printed, forms).map((path) => basename(path))).toContain(`${number}-notice-show`);
});
