import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStateForActing, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import {
  approveOperatorChange,
  approveWave,
  approveWithdrawal,
  prepareOperatorChange,
  prepareWave,
  proposeWithdrawal,
} from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { confirmShown, type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

// One operator who can write to the state folder and the incident file, and has one key.
let desk: NoticeDesk;
let incident = '';

async function alter(work: (store: StateFolder['store']) => Promise<unknown>): Promise<void> {
  const state = await openStateForActing(desk.state);
  try {
    await work(state.store);
  } finally {
    await state.close();
  }
}

const approve = (name: string) => approveWave(desk.state, null, desk.sign(name), null, silentProgress, confirmShown);
const replaceEntry = (position: number, from: string, to: string) =>
  alter(async ({ db }) => {
    const { entry } = await db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
    if (entry?.includes(from) !== true) throw new Error(`entry ${position} has no ${from}`);
    await db
      .updateTable('ledger_entry')
      .set({ entry: entry.replace(from, to) })
      .where('position', '=', position)
      .execute();
  });

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  incident = readFileSync(desk.incident, 'utf8');
  await desk.run();
  await prepareWave({
    ...{ state: desk.state, wave: 'metadata', only: ['ternbank.example', 'org-northwind'], except: [] },
    ...{ findings: null, by: 'test', progress: silentProgress },
  });
});

describe("an operator's own mailbox", () => {
  beforeEach(async () => {
    await expect(approve('Rafael Costa')).rejects.toMatchObject({ code: 'own-mailbox' });
  });

  test('cannot be removed from the incident file', async () => {
    desk.edit(', mailbox: "costa-r"', '');
    await expect(approve('Rafael Costa')).rejects.toMatchObject({ code: 'log-differs' });
    desk.edit('name: "Rafael Costa",', 'name: "Rafael Costa", mailbox: "costa-r",');
  });

  test('cannot be removed from the log together with the incident file', async () => {
    await replaceEntry(0, ',"mailbox":"costa-r"', '');
    desk.edit(', mailbox: "costa-r"', '');
    await expect(approve('Rafael Costa')).rejects.toMatchObject({ code: 'log-altered' });
    desk.edit('name: "Rafael Costa",', 'name: "Rafael Costa", mailbox: "costa-r",');
    await replaceEntry(0, '"name":"Rafael Costa"', '"mailbox":"costa-r","name":"Rafael Costa"');
  });
});

test('a notice is about the mailboxes in the evidence, whatever its row says', async () => {
  const rows: { id: number; facts: string }[] = [];
  await alter(async ({ db }) => {
    rows.push(...(await db.selectFrom('notice_notice').select(['id', 'facts']).execute()));
    for (const { id, facts } of rows) {
      const altered = JSON.stringify({ ...(JSON.parse(facts) as object), custodians: [] });
      await db.updateTable('notice_notice').set({ facts: altered }).where('id', '=', id).execute();
    }
  });
  await expect(approve('Rafael Costa')).rejects.toMatchObject({ code: 'own-mailbox' });
  await alter(async ({ db }) => {
    for (const { id, facts } of rows)
      await db.updateTable('notice_notice').set({ facts }).where('id', '=', id).execute();
  });
});

test('operators that one person wrote into the store do not count', async () => {
  const before = readFileSync(desk.incident, 'utf8');
  const own = /name: "Ines Adler", key: (\S+) /.exec(before)?.[1] ?? '';
  const theirs = /name: "Marek Dvorak", key: (\S+) /.exec(before)?.[1] ?? '';
  const entry = JSON.stringify({
    at: '2001-10-20T00:00:00Z',
    body: { approvals: [], document: { log: 'x', operators: [{ key: own, name: 'Ines Adler' }], quorum: 2, v: 1 } },
    kind: 'operators',
    v: 1,
  });
  await alter(({ db }) =>
    db
      .insertInto('ledger_entry')
      .values({
        ...{ position: 1_000_000, commitment: new Uint8Array(32), kind: 'operators', made_at: 1 },
        ...{ salt: new Uint8Array(32), entry },
      })
      .execute(),
  );
  desk.edit(
    theirs,
    own.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
  );
  await expect(approve('Ines Adler')).rejects.toMatchObject({ code: expect.stringMatching(/log-(altered|differs)/) });
  await expect(approveOperatorChange(desk.state, desk.sign('Ines Adler'), null)).rejects.toMatchObject({
    code: 'log-altered',
  });
  desk.edit(
    own.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    theirs,
  );
  await alter(({ db }) => db.deleteFrom('ledger_entry').where('position', '=', 1_000_000).execute());
});

test('an approval needs the digest that was shown', async () => {
  // Its digest is part of what is approved.
  writeFileSync(desk.incident, incident);
  await approve('Ines Adler');
  await approve('Marek Dvorak');
  const order = { notices: [1], misdirected: false, why: 'a wrong figure', by: 'test' };
  const { id, digest } = await proposeWithdrawal(desk.state, order);
  const { document } = await proposeWithdrawal(desk.state, { ...order, notices: [2] });
  await alter(({ db }) =>
    db
      .updateTable('notice_proposal')
      .set({ document: JSON.stringify(document) })
      .where('id', '=', id)
      .execute(),
  );
  await expect(approveWithdrawal(desk.state, id, desk.sign('Ines Adler'), digest)).rejects.toMatchObject({
    code: 'proposal-differs',
  });
});

test('approving a withdrawal names the exact notice: a number alone could differ in another state', async () => {
  const order = { notices: [1], misdirected: false, why: 'a wrong figure', by: 'test' };
  const { document } = await proposeWithdrawal(desk.state, order);
  expect(document).toMatchObject({
    incident: 'harbor-2001',
    notices: [{ notice: 1, record: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  });
  const { id } = await proposeWithdrawal(desk.state, order);
  await alter(({ db }) =>
    db
      .updateTable('notice_notice')
      .set({ salt: new Uint8Array(32) })
      .where('id', '=', 1)
      .execute(),
  );
  await expect(approveWithdrawal(desk.state, id, desk.sign('Ines Adler'), null)).rejects.toMatchObject({
    code: 'proposal-differs',
  });
});

test('a change of operators approved once is a different one next time', async () => {
  const row = /.*name: "Rafael Costa".*\n/.exec(readFileSync(desk.incident, 'utf8'))?.[0] ?? '';
  desk.edit(row, '');
  const first = await prepareOperatorChange(desk.state);
  await approveOperatorChange(desk.state, desk.sign('Ines Adler'), first.digest);
  expect((await approveOperatorChange(desk.state, desk.sign('Marek Dvorak'), null)).entry).not.toBeNull();
  desk.edit('log: {', `${row}log: {`);
  const back = await prepareOperatorChange(desk.state);
  expect(back).toMatchObject({ added: ['Rafael Costa, own mailbox costa-r'], removed: [] });
  await approveOperatorChange(desk.state, desk.sign('Ines Adler'), null);
  await approveOperatorChange(desk.state, desk.sign('Marek Dvorak'), null);
  desk.edit(row, '');
  const again = await prepareOperatorChange(desk.state);
  expect(again.digest).not.toBe(first.digest);
  expect(again.approvedBy).toEqual([]);
  expect((await approveOperatorChange(desk.state, desk.sign('Ines Adler'), null)).entry).toBeNull();
});
