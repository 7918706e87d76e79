import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Selectable, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Schema } from '../../src/adapters/store/schema.ts';
import { openStateForActing, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import type { RunSummary } from '../../src/commands/run-summary.ts';
import { alterAlike } from '../alter-alike.ts';
import { approveWave, prepareWave } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

// One operator who can write into the store, and would have a party hear less than was found.
let desk: NoticeDesk;

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
});

type Database = StateFolder['store']['db'];

async function alter(work: (db: Database) => Promise<unknown>): Promise<void> {
  const state = await openStateForActing(desk.state);
  await work(state.store.db).finally(() => state.close());
}

type Row = Selectable<Schema['impact_party']>;

const readRow = async () => {
  const rows: Row[] = [];
  await alter(async (db) => {
    rows.push(...(await db.selectFrom('impact_party').selectAll().where('party', '=', 'ternbank.example').execute()));
  });
  const [row] = rows;
  if (row === undefined) throw new Error('the party is not there');
  return row;
};
const writeRow = (row: Row) =>
  alter((db) => db.updateTable('impact_party').set(row).where('party', '=', 'ternbank.example').execute());
const exportTo = (name: string) => desk.type('export', '--out', join(desk.folder, name), '--state', desk.state);

test('figures that differ from the verdicts cannot be approved or exported', async () => {
  const row = await readRow();
  const { presumed, undetermined, messages } = row;
  // No fewer messages than a search found something in: figures that contradict each other are told to nobody anyway.
  const altered = { presumed: 0, messages: messages - presumed, undetermined: undetermined + presumed };
  await writeRow({ ...row, ...altered });
  await prepareWave({
    ...{ state: desk.state, wave: 'metadata', only: ['ternbank.example'], except: [] },
    ...{ findings: null, by: 'test', progress: silentProgress },
  });
  const approving = approveWave(desk.state, null, desk.sign('Ines Adler'), null);
  await expect(approving).rejects.toMatchObject({
    code: 'exposure-differs',
    reasons: [expect.stringContaining('the figures of 1 party in this state (ternbank.example)')],
  });
  expect((await exportTo('false')).code).toBe('exposure-differs');
  expect(existsSync(join(desk.folder, 'false/parties.csv'))).toBe(false);
  await writeRow(row);
  expect((await exportTo('true')).code).toBe('done');
});

test('a party removed from the state is missed, and an added one rejected', async () => {
  const row = await readRow();
  await alter((db) => db.deleteFrom('impact_party').where('party', '=', 'ternbank.example').execute());
  expect(await exportTo('robbed-of-one')).toMatchObject({
    code: 'exposure-differs',
    text: expect.stringContaining('1 party in this state (ternbank.example)'),
  });
  const put = (party: string) =>
    alter((db) =>
      db
        .insertInto('impact_party')
        .values({ ...row, party, lists: row.lists.replaceAll('ternbank.example', party) })
        .execute(),
    );
  await put('ternbank.example');
  await put('invented.example');
  expect(await exportTo('with-one-more')).toMatchObject({
    code: 'exposure-differs',
    text: expect.stringContaining('1 party in this state (invented.example)'),
  });
  await alter((db) => db.deleteFrom('impact_party').where('party', '=', 'invented.example').execute());
});

test.each([
  ['copies absent', (summary: RunSummary) => ({ ...summary, copies: { ...summary.copies, absent: 0 } })],
  ['accessed', (summary: RunSummary) => ({ ...summary, messages: { ...summary.messages, accessed: 1 } })],
  [
    'the mailboxes that the intruder reached',
    (summary: RunSummary) => ({ ...summary, alerts: { ...summary.alerts, mailboxesReached: [] } }),
  ],
  [
    'the times of its access',
    (summary: RunSummary) => ({ ...summary, audit: { ...summary.audit, lastAccess: summary.audit.firstAccess } }),
  ],
  ['the gaps of the log', (summary: RunSummary) => ({ ...summary, gaps: summary.gaps.slice(1) })],
])('a summary that is false about %s is neither exported nor used for notices', async (what, change) => {
  let text = '';
  await alter(async (db) => {
    ({ summary: text } = await db.selectFrom('exposure_version').select('summary').executeTakeFirstOrThrow());
    const summary = JSON.stringify(change(JSON.parse(text) as RunSummary));
    await db.updateTable('exposure_version').set({ summary }).execute();
  });
  const { code, text: said } = await exportTo('false-summary');
  await alter((db) => db.updateTable('exposure_version').set({ summary: text }).execute());
  expect(code).toBe('exposure-differs');
  expect(said).toContain(`other figures than its verdicts and records: ${what}.`);
});

test('nobody gets "nothing exposed" through a removed row or an inserted answer', async () => {
  const type = (...words: readonly string[]) => desk.type('enquiry', ...words, '--state', desk.state);
  const ines = ['--as', 'Ines Adler', '--key', desk.key('Ines Adler'), '--passphrase-file', desk.passphraseFile];
  const row = await readRow();
  const takeOut = (db: Database) => db.deleteFrom('impact_party').where('party', '=', 'ternbank.example').execute();
  const put = (db: Database) => db.insertInto('impact_party').values(row).execute();
  await type('open', 'ternbank.example', '--contact', 'a@ternbank.example', '--proof', 'TXT record');
  expect((await type('answer', '1')).code).toBe('not-told');
  await alter(takeOut);
  expect((await type('answer', '1')).code).toBe('done');
  expect((await type('approve', '1', ...ines)).code).toBe('exposure-differs');
  await alter(put);
  // The figures are true again, and the false answer still lies there.
  expect((await type('approve', '1', ...ines)).code).toBe('not-told');
  await type('open', 'nobody.example', '--contact', 'a@nobody.example', '--proof', 'TXT record');
  expect((await type('answer', '2')).code).toBe('done');
  await alter((db) =>
    db
      .updateTable('notice_enquiry')
      .set({ answer: sql<string>`replace(answer, '"gaps":[', '"gaps":["none",')` })
      .where('id', '=', 2)
      .execute(),
  );
  expect((await type('approve', '2', ...ines)).code).toBe('stale-answer');
  expect((await type('answer', '2')).code).toBe('done');
  expect((await type('approve', '2', ...ines)).code).toBe('done');
});

test('verdicts, parties and summary altered consistently are not approved, in a wave or an answer', async () => {
  await desk.type('notice', 'discard', '--state', desk.state);
  await alterAlike(desk.state);
  await prepareWave({
    ...{ state: desk.state, wave: 'metadata', only: ['ternbank.example'], except: [] },
    ...{ findings: null, by: 'test', progress: silentProgress },
  });
  const differs = { code: 'exposure-differs', reasons: [expect.stringContaining('not exposure 1 as it was judged')] };
  await expect(approveWave(desk.state, null, desk.sign('Ines Adler'), null)).rejects.toMatchObject(differs);
  const type = (...words: readonly string[]) => desk.type('enquiry', ...words, '--state', desk.state);
  const ines = ['--as', 'Ines Adler', '--key', desk.key('Ines Adler'), '--passphrase-file', desk.passphraseFile];
  await type('open', 'nobody.example', '--contact', 'a@nobody.example', '--proof', 'TXT record');
  expect((await type('answer', '3')).code).toBe('done');
  expect((await type('approve', '3', ...ines)).code).toBe('exposure-differs');
  await desk.run();
  expect((await type('approve', '3', ...ines)).code).toBe('done');
});

test('verdicts that do not match the digest are not exported beside it', async () => {
  const verdicts: { copy_id: number; verdict: string }[] = [];
  await alter(async (db) => {
    verdicts.push(...(await db.selectFrom('exposure_verdict').select(['copy_id', 'verdict']).execute()));
    await db
      .updateTable('exposure_verdict')
      .set({ verdict: 'no-evidence' })
      .where('verdict', '=', 'accessed')
      .execute();
  });
  const { code, text } = await exportTo('altered');
  expect(code).toBe('exposure-differs');
  expect(readdirSync(join(desk.folder, 'altered'))).toEqual([]);
  // Nor do they take the place of what was exported before, beside a summary with its digest.
  const before = readFileSync(join(desk.folder, 'true/exposure.jsonl'), 'utf8');
  expect((await exportTo('true')).code).toBe('exposure-differs');
  expect(readFileSync(join(desk.folder, 'true/exposure.jsonl'), 'utf8')).toBe(before);
  expect(text).toMatch(/not exposure 1 as it was judged: their digest is [0-9a-f]{16}…, but was [0-9a-f]{16}…/);
  await alter(async (db) => {
    for (const { copy_id, verdict } of verdicts)
      await db.updateTable('exposure_verdict').set({ verdict }).where('copy_id', '=', copy_id).execute();
  });
  expect((await exportTo('again')).code).toBe('done');
  for (const name of ['exposure.jsonl', 'parties.csv', 'summary.json'])
    expect(readFileSync(join(desk.folder, 'again', name), 'utf8')).toBe(
      readFileSync(join(desk.folder, 'true', name), 'utf8'),
    );
});

test('several exports into one folder at once do not break each other', async () => {
  const ended = await Promise.all([1, 2, 3].map(() => exportTo('together')));
  expect(ended.map(({ code }) => code)).toEqual(['done', 'done', 'done']);
  expect(readdirSync(join(desk.folder, 'together'))).toEqual(readdirSync(join(desk.folder, 'true')));
});

test("a killed export's leftovers go after a day, a running one's stay", async () => {
  const [left, running] = ['left', 'running'].map((name) => join(desk.folder, 'again', `.candor-export-${name}`));
  for (const path of [left ?? '', running ?? '']) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'exposure.jsonl'), '');
  }
  const dayAgo = Date.now() / 1000 - 25 * 3600;
  utimesSync(left ?? '', dayAgo, dayAgo);
  expect((await exportTo('again')).code).toBe('done');
  expect(readdirSync(join(desk.folder, 'again')).filter((name) => name.startsWith('.'))).toEqual([
    '.candor-export-running',
  ]);
});

test('a run over the same evidence restores what was judged, as the refusal says', async () => {
  await alter(async (db) => {
    await db.updateTable('exposure_verdict').set({ verdict: 'no-evidence' }).execute();
    await db.deleteFrom('exposure_unresolved').execute();
    await db.deleteFrom('exposure_record').execute();
  });
  expect((await exportTo('robbed')).code).toBe('exposure-differs');
  expect(await desk.run()).toMatchObject({ version: 1 });
  expect((await exportTo('mended')).code).toBe('done');
  for (const name of ['exposure.jsonl', 'unresolved.jsonl', 'parties.csv'])
    expect(readFileSync(join(desk.folder, 'mended', name), 'utf8')).toBe(
      readFileSync(join(desk.folder, 'true', name), 'utf8'),
    );
});

test('mail that a newer reader reads differently, with the same verdicts, gets the newer figures', async () => {
  await alter(async (db) => {
    // As an older reading may have left it: no list mail was known as such, and its shards had another key.
    await db.updateTable('evidence_copy').set({ bulk: 0 }).execute();
    await db.updateTable('evidence_shard').set({ key: sql<string>`'before-' || key` }).execute();
  });
  expect(await desk.run()).toMatchObject({ version: 1 });
  expect((await exportTo('newer')).code).toBe('done');
  expect(readFileSync(join(desk.folder, 'newer/parties.csv'), 'utf8')).toBe(
    readFileSync(join(desk.folder, 'true/parties.csv'), 'utf8'),
  );
});
