import { mkdirSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '@candor/core/incident';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { readCustody } from '../../src/commands/evidence/list-evidence.ts';
import { importMailboxes } from '../../src/evidence/import/import-mailboxes.ts';
import { readEvidenceTotals } from '../../src/evidence/store/evidence-totals.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { makeMbox, makeMessage } from './evidence-kit.ts';

/** Reads two mailboxes; `meanwhile` is called when their files are found and none is opened yet. */
async function take(store: Store, folder: string, meanwhile: () => void = () => {}): Promise<void> {
  await importMailboxes(store, {
    incident: {
      mailboxes: [
        { custodian: 'a', evidence: 'a.mbox' },
        { custodian: 'b', evidence: 'b.mbox' },
      ],
    } as unknown as Incident,
    folder,
    spool: makeTemporaryFolder(),
    workers: 1,
    onTotal: meanwhile,
    onBytes: () => {},
  });
}

async function listCopies(store: Store): Promise<{ readonly id: number; readonly location: string }[]> {
  return store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select(['evidence_copy.id', 'evidence_copy.location'])
    .where('evidence_shard.current', '=', 1)
    .orderBy('evidence_copy.location')
    .execute();
}

async function listProblems(store: Store): Promise<string[]> {
  const rows = await store.db
    .selectFrom('evidence_problem')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_problem.shard_id')
    .select(['code', 'place'])
    .where('evidence_shard.current', '=', 1)
    .execute();
  return rows.map(({ code, place }) => `${code} ${place}`);
}

function makeMailboxes(): string {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'a.mbox'), makeMbox(makeMessage(1), makeMessage(2)));
  writeFileSync(join(folder, 'b.mbox'), makeMbox(makeMessage(3)));
  return folder;
}

/**
 * What a file without rights is to its owner, also to a user whom no rights hold back. The file itself, and its time,
 * stay.
 */
function hide(path: string): void {
  renameSync(path, `${path}.away`);
  mkdirSync(path);
}

function show(path: string): void {
  rmdirSync(path);
  renameSync(`${path}.away`, path);
}

test('a file that could not be opened is read by the next run that can; the rest is not reread', async () => {
  const folder = makeMailboxes();
  const file = join(folder, 'a.mbox');
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  await take(store, folder, () => hide(file));
  const first = await listCopies(store);
  expect(first.map(({ location }) => location)).toEqual(['b.mbox#1']);
  expect(await listProblems(store)).toEqual(['unreadable-file a.mbox']);

  show(file);
  await take(store, folder);
  const second = await listCopies(store);
  expect(second.map(({ location }) => location)).toEqual(['a.mbox#1', 'a.mbox#2', 'b.mbox#1']);
  expect(second.at(-1)).toEqual(first[0]);
  expect(await listProblems(store)).toEqual([]);

  await take(store, folder);
  expect(await listCopies(store), 'nothing is left to read').toEqual(second);
  await store.close();
});

test('while it still cannot be opened nothing is reread', async () => {
  const folder = makeMailboxes();
  const file = join(folder, 'a.mbox');
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  const vanish = () => renameSync(file, `${file}.away`);
  await take(store, folder, vanish);
  renameSync(`${file}.away`, file);
  await take(store, folder, vanish);
  expect(await listProblems(store)).toEqual(['missing-file a.mbox']);
  const shards = await store.db.selectFrom('evidence_shard').select('id').execute();
  expect(shards).toHaveLength(2);
  await store.close();
});

test('a file that could not be opened has no digest, and its bytes count as set aside', async () => {
  const folder = makeMailboxes();
  const file = join(folder, 'a.mbox');
  const { size } = statSync(file);
  const whole = size + statSync(join(folder, 'b.mbox')).size;
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  await take(store, folder, () => hide(file));
  expect(await readEvidenceTotals(store)).toMatchObject({ files: 2, bytes: whole, quarantinedBytes: size });
  expect(await listUnread(store)).toEqual([{ path: 'a.mbox', format: 'unreadable', size }]);

  show(file);
  await take(store, folder);
  expect(await readEvidenceTotals(store)).toMatchObject({ files: 2, bytes: whole, quarantinedBytes: 0 });
  expect(await listUnread(store)).toEqual([]);
  await store.close();
});

async function listUnread(store: Store): Promise<object[]> {
  const incident = { mailboxes: [], access: [] } as unknown as Incident;
  return (await readCustody(store, incident))
    .filter(({ sha256 }) => sha256 === null)
    .map(({ path, format, size }) => ({ path, format, size }));
}

test('finds only as much mail as may wait, so that millions of files do not fill the memory', async () => {
  const folder = makeTemporaryFolder();
  const custodians = Array.from({ length: 60 }, (_, at) => `c${at}`);
  for (const [at, custodian] of custodians.entries())
    writeFileSync(join(folder, `${custodian}.mbox`), makeMbox(makeMessage(at)));
  const path = join(folder, 'candor.sqlite');
  const store = await openSqliteStore(path);
  const beside = new Database(path, { readonly: true });
  const found = beside.prepare('SELECT count(*) FROM evidence_shard').pluck();
  const unread: number[] = [];
  const [waitingFiles, workers] = [3, 1];
  await importMailboxes(store, {
    incident: {
      mailboxes: custodians.map((custodian) => ({ custodian, evidence: `${custodian}.mbox` })),
    } as unknown as Incident,
    folder,
    spool: makeTemporaryFolder(),
    workers,
    waitingFiles,
    onTotal: () => {},
    onBytes: () => unread.push(Number(found.get()) - unread.length),
  });
  beside.close();
  expect(await listCopies(store)).toHaveLength(custodians.length);
  await store.close();
  expect(unread.length).toBeGreaterThanOrEqual(custodians.length);
  // Those that wait, those that were found together and wait for room, and one in the hands of each reader.
  expect(Math.max(...unread)).toBeLessThanOrEqual(2 * waitingFiles + 1 + workers);
});
