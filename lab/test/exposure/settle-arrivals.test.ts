import { join } from 'node:path';
import type { Incident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { packAddresses } from '../../src/evidence/store/packed-addresses.ts';
import { settleArrivals } from '../../src/exposure/index.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const T = 1_000_000_000;
const incident = {
  organization: { domains: ['x.example'] },
  mailboxes: [{ custodian: 'ada' }, { custodian: 'ben' }],
} as unknown as Incident;

interface MadeCopy {
  readonly id: number;
  readonly custodian?: string;
  readonly name: string;
  readonly received?: number;
  readonly isSent?: boolean;
  readonly answers?: readonly string[];
}

/** Copies with a Date of `T`; `logged`: rows of a delivery log for Ada's mailbox. */
async function settle(copies: readonly MadeCopy[], logged: Readonly<Record<string, number>> = {}) {
  const store = await openSqliteStore(join(makeTemporaryFolder(), 'candor.sqlite'));
  const { db } = store;
  for (const [id, custodian] of [[1, 'ada'] as const, [2, 'ben'] as const])
    await db
      .insertInto('evidence_shard')
      .values({ id, custodian, job: '{}', key: custodian, done: 1, current: 1, judged: null })
      .execute();
  for (const { id, custodian = 'ada', name, received, isSent, answers = [] } of copies)
    await db
      .insertInto('evidence_copy')
      .values({
        ...{ id, custodian, shard_id: custodian === 'ada' ? 1 : 2, location: `${id}`, file: 'a', members: null },
        ...{ position: 0, length: 1, sha256: null, folder: null, labels: null, message_id: name, date: T, draft: 0 },
        ...{ arrived: received ?? T, arrived_from: received === undefined ? 'date' : 'received', latest: T },
        ...{ arrival_source: received === undefined ? 'none' : 'delivery', received: received ?? null, bulk: 0 },
        ...{ fingerprint: new Uint8Array([name.length]), parents: JSON.stringify(answers), answers: answers.length },
        ...{
          addresses: packAddresses([{ role: 'from', address: 'ada@x.example', unreadable: null }]),
          names: null,
          attached: null,
          sent: isSent === true ? 1 : 0,
        },
      })
      .execute();
  for (const [name, at] of Object.entries(logged))
    await db.insertInto('evidence_delivery').values({ file_id: 1, custodian: 'ada', name, at }).execute();
  await settleArrivals(store, { incident, folderLists: new Map() });
  return db.selectFrom('exposure_arrival').selectAll().orderBy('copy_id').execute();
}

test('a delivery log settles a copy of its mailbox that only a Date places, and no other', async () => {
  const copies = [
    { id: 1, name: 'a' },
    { id: 2, name: 'bb' },
    { id: 3, name: 'a', custodian: 'ben' },
  ];
  expect(await settle(copies, { a: T + 90 })).toMatchObject([
    { copy_id: 1, arrival_source: 'delivery', latest: T + 90, answered: null },
  ]);
  expect(await settle(copies)).toEqual([]);
});

test('own sent mail arrived when its copy in another mailbox was received', async () => {
  const sent = { id: 1, name: 'a', isSent: true };
  const received = { id: 2, custodian: 'ben', name: 'a', received: T + 60 };
  expect(await settle([sent, received])).toMatchObject([{ copy_id: 1, arrival_source: 'delivery', latest: T + 60 }]);
  expect(await settle([{ ...sent, isSent: false }, received])).toEqual([]);
  expect(await settle([sent, { ...received, name: 'b' }])).toEqual([]);
});

test('own sent mail is later than what it answers, where all of that has a delivery source', async () => {
  const answer = { id: 1, name: 'a', isSent: true, answers: ['bb', 'ccc'] };
  const asked = [
    { id: 2, name: 'bb', received: T + 500 },
    { id: 3, name: 'ccc', received: T + 300 },
  ];
  expect(await settle([answer, ...asked])).toMatchObject([{ copy_id: 1, answered: T + 300 }]);
  expect(await settle([answer, ...asked.slice(0, 1), { id: 3, name: 'ccc' }])).toEqual([]);
});
