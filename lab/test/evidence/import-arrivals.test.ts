import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '@candor/core/incident';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { importArrivals } from '../../src/evidence/import/index.ts';
import { listLoggedMailboxes, readLoggedTimes } from '../../src/evidence/store/delivery-store.ts';
import { readEvidenceProblems } from '../../src/evidence/store/evidence-problem-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const HEADER = 'MessageId,Received,SenderAddress,RecipientAddress,Status\n';
const T = Date.UTC(2001, 9, 22, 12) / 1000;

const open = async () => {
  const folder = makeTemporaryFolder();
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  const take = (custodians: readonly string[], ...files: string[]) =>
    importArrivals(store, {
      incident: {
        arrivals: files.map((file) => ({ file, source: null })),
        mailboxes: custodians.map((custodian) => ({
          custodian,
          address: `${custodian}@x.example`,
          guids: [],
          names: [],
        })),
      } as unknown as Incident,
      folder,
      nameMailbox: (address) => custodians.find((custodian) => `${custodian}@x.example` === address) ?? null,
    });
  return { folder, store, take };
};

const times = async (store: Store, custodian: string) => Object.fromEntries(await readLoggedTimes(store, custodian));
const files = ({ db }: Store) =>
  db.selectFrom('evidence_file').select(['path', 'purpose', 'format', 'rows']).orderBy('path').execute();

it('keeps the rows of supplied mailboxes, first and last time of each, with a line of custody', async () => {
  const { folder, store, take } = await open();
  const rows = ['<a>,2001-10-22T12:00:00,ben@x.example,"ada@x.example;out@y.example",Delivered'];
  rows.push('<a>,2001-10-22T11:00:00,,ada@x.example,Delivered', '<b>,2001-10-22T12:00:00,,out@y.example,Delivered');
  writeFileSync(join(folder, 'trace.csv'), `${HEADER}${rows.join('\n')}\n`);
  await take(['ada', 'ben'], 'trace.csv');
  expect(await times(store, 'ada')).toEqual({ a: { earliest: T - 3600, latest: T } });
  expect(await times(store, 'ben')).toEqual({ a: { earliest: T, latest: T } });
  expect(await files(store)).toEqual([{ path: 'trace.csv', purpose: 'arrivals', format: 'csv', rows: 3 }]);
  expect(await readEvidenceProblems(store)).toEqual([]);
});

it('reads a log again when it or the mailboxes changed, and only then; forgets what is named no more', async () => {
  const { folder, store, take } = await open();
  const path = join(folder, 'trace.csv');
  writeFileSync(path, `${HEADER}<a>,2001-10-22T12:00:00,,ada@x.example,\n`);
  utimesSync(path, T, T);
  await take(['ada'], 'trace.csv');
  // Of the same size and time, which is how an unread change looks.
  writeFileSync(path, `${HEADER}<z>,2001-10-22T12:00:00,,ada@x.example,\n`);
  utimesSync(path, T, T);
  await take(['ada'], 'trace.csv');
  expect(Object.keys(await times(store, 'ada'))).toEqual(['a']);
  await take(['ada', 'ben'], 'trace.csv');
  expect(Object.keys(await times(store, 'ada'))).toEqual(['z']);
  await take(['ada', 'ben']);
  expect([await listLoggedMailboxes(store), await files(store)]).toEqual([new Set(), []]);
});

it('says how many rows are unreadable, and drops that with the log', async () => {
  const { folder, store, take } = await open();
  writeFileSync(
    join(folder, 'trace.csv'),
    `${HEADER}<a>,10/11/2001,,ada@x.example,\n<b>,2001-10-22T12:00:00,,ada@x.example,\n`,
  );
  writeFileSync(join(folder, 'empty.csv'), HEADER);
  await take(['ada'], 'trace.csv', 'empty.csv');
  const problems = await readEvidenceProblems(store);
  expect(problems.map(({ code, weight }) => [code, weight])).toEqual([
    ['arrivals-unreadable', 'person'],
    ['arrivals-unreadable', 'person'],
  ]);
  expect(problems.map(({ text }) => text).join()).toMatch(/1 row of 2 rows has no readable time or id.*has no rows/);
  expect(problems[0]?.place).toMatch(/^trace\.csv=[0-9a-f]{16}$/);
  await take(['ada']);
  expect(await readEvidenceProblems(store)).toEqual([]);
});

it('does not read a folder', async () => {
  const { folder, store, take } = await open();
  mkdirSync(join(folder, 'traces'));
  await take(['ada'], 'traces');
  const [problem] = await readEvidenceProblems(store);
  expect(problem).toMatchObject({ code: 'unreadable-file', place: 'traces', weight: 'person' });
  expect((await files(store))[0]).toMatchObject({ purpose: 'arrivals', format: 'unreadable' });
});
