import { readEntry } from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../../src/adapters/store/state-folder.ts';
import type { Store } from '../../../src/adapters/store/store.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { appendEntry, readStoredEntry } from '../../../src/ledger/store/entry-store.ts';
import { sendNotices } from '../../opened-commands.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts } from './approved-wave.ts';

async function refuse(
  change: (path: string) => Promise<void>,
  order: Partial<Parameters<typeof makeApprovedWave>[0]> = {},
): Promise<string> {
  const { state } = await makeApprovedWave({
    ...{ folder: makeTemporaryFolder(), port: 1, contacts: makeContacts(2) },
    ...order,
  });
  await change(state);
  let started = 0;
  const sending = sendNotices(state, {
    ...{
      waves: null,
      senders: 1,
      waits: false,
      beforeSite: true,
      progress: silentProgress,
      onStoppable: () => undefined,
    },
    startSender: () => {
      started += 1;
      return { stop: () => undefined, ended: Promise.resolve(0) };
    },
  });
  const reason = await sending.then(
    () => 'sent',
    (cause: Error) => `${cause.name}: ${cause.message}`,
  );
  expect(started).toBe(0);
  return reason;
}

const nothing = async (): Promise<void> => undefined;

async function write(path: string, work: (db: Store['db'], store: Store) => Promise<unknown>): Promise<void> {
  const state = await openStateForActing(path);
  await work(state.store.db, state.store);
  await state.close();
}

test.each([
  ['one approval', 'it has 1 valid approval of 2', nothing, { approvals: 1 }],
  ['no approval', 'it has 0 valid approvals of 2', nothing, { approvals: 0 }],
  ['no gate', 'no probe has gone through the relay yet', nothing, { gate: false }],
  [
    'an old gate',
    'more than a day old',
    (path: string) =>
      write(path, async (db) => {
        const { result } = await db.selectFrom('notice_gate').select('result').executeTakeFirstOrThrow();
        await db
          .updateTable('notice_gate')
          .set({ result: result.replace(/"at":\d+/, '"at":1003000000') })
          .execute();
      }),
    {},
  ],
  [
    "an approver's own mailbox",
    'Ines Adler approved it, but it is about their own mailbox, allen-p',
    nothing,
    { ownMailbox: 'allen-p', custodians: ['allen-p'] },
  ],
  [
    'a log entry that was altered',
    'is not what was committed to',
    (path: string) =>
      write(path, (db) =>
        db
          .updateTable('ledger_entry')
          .set({ salt: Buffer.alloc(32) })
          .where('kind', '=', 'wave')
          .execute(),
      ),
    {},
  ],
  [
    'no log entry',
    'the log has no entry of its approval',
    (path: string) => write(path, (db) => db.updateTable('notice_wave').set({ entry: null }).execute()),
    {},
  ],
  [
    'a log entry of something else',
    'the log has no entry of its approval',
    (path: string) => write(path, (db) => db.updateTable('notice_wave').set({ entry: 0 }).execute()),
    {},
  ],
  [
    'a log entry with the approvals and another manifest',
    'the log has another manifest for it',
    (path: string) =>
      write(path, async (_, store) => {
        const wave = await store.db.selectFrom('notice_wave').select('entry').executeTakeFirstOrThrow();
        const opening = (await readStoredEntry(store, wave.entry ?? 0))?.opening;
        const entry = readEntry(opening?.entry ?? '');
        if (entry === null) throw new Error('a wave that was approved has its entry');
        const document = { ...(entry.body['document'] as object), kind: 'content' };
        const other = { ...entry, body: { ...entry.body, document } };
        const position = await store.transaction(() => appendEntry(store, createNodeRuntime(), other));
        await store.db.updateTable('notice_wave').set({ entry: position }).execute();
      }),
    {},
  ],
  [
    'another number, as a copy has that was made to send it twice',
    'its manifest names other notices',
    (path: string) =>
      write(path, async (db) => {
        const row = await db.selectFrom('notice_wave').selectAll().executeTakeFirstOrThrow();
        await db
          .insertInto('notice_wave')
          .values({ ...row, id: 2 })
          .execute();
        await db.updateTable('notice_notice').set({ wave_id: 2 }).execute();
        await db.deleteFrom('notice_wave').where('id', '=', 1).execute();
      }),
    {},
  ],
  [
    'another manifest',
    'its manifest is not the one that was approved',
    (path: string) =>
      write(path, (db) => db.updateTable('notice_wave').set({ manifest: '{"root":"00","wave":1}' }).execute()),
    {},
  ],
  [
    'a record that was changed',
    'its notices are not those that were approved',
    (path: string) =>
      write(path, async (db) => {
        const { record } = await db
          .selectFrom('notice_notice')
          .select('record')
          .where('id', '=', 1)
          .executeTakeFirstOrThrow();
        await db
          .updateTable('notice_notice')
          .set({ record: record.replace('"en"', '"de"') })
          .where('id', '=', 1)
          .execute();
      }),
    {},
  ],
  [
    'a message that no record has',
    'delivery 2 has a message that nobody approved',
    (path: string) =>
      write(path, (db) =>
        db
          .updateTable('notice_delivery')
          .set({ sha256: 'ab'.repeat(32) })
          .where('id', '=', 2)
          .execute(),
      ),
    {},
  ],
  [
    'a pause',
    'no wave is approved',
    (path: string) => write(path, (db) => db.updateTable('notice_wave').set({ state: 'paused' }).execute()),
    {},
  ],
])('nothing is sent with %s', async (_, reason, change, order) => {
  const found = await refuse(change, order);
  expect(found).toContain('Refusal');
  expect(found).toContain(reason);
});

test('a sender that exits silently is a fault, and a killed one is replaced', async () => {
  const { state } = await makeApprovedWave({ folder: makeTemporaryFolder(), port: 1, contacts: makeContacts(2) });
  const options = {
    ...{ waves: null, senders: 1, waits: false, beforeSite: true },
    ...{ progress: silentProgress, onStoppable: () => undefined },
  };
  const silent = sendNotices(state, {
    ...options,
    startSender: () => ({ stop: () => undefined, ended: Promise.resolve(1) }),
  });
  await expect(silent).rejects.toThrow('a sender could not start (exit code 1)');
  let started = 0;
  const result = await sendNotices(state, {
    ...options,
    startSender: () => {
      started += 1;
      return { stop: () => undefined, ended: Promise.resolve(started < 3 ? null : 0) };
    },
  });
  expect(started).toBe(3);
  expect(result.counts.states.approved).toBe(2);
});

test('sends nothing before the page can prove it, unless requested', async () => {
  const { state } = await makeApprovedWave({ folder: makeTemporaryFolder(), port: 1, contacts: makeContacts(2) });
  const send = (beforeSite: boolean) =>
    sendNotices(state, {
      ...{ waves: null, senders: 1, waits: false, beforeSite },
      ...{ progress: silentProgress, onStoppable: () => undefined },
      startSender: () => ({ stop: () => undefined, ended: Promise.resolve(0) }),
    });
  await expect(send(false)).rejects.toMatchObject({ code: 'site-behind' });
  await expect(send(true)).resolves.toMatchObject({ isStopped: false });
  const setBuilt = (position: (entry: number) => number) =>
    write(state, async (db) => {
      const { entry } = await db.selectFrom('notice_wave').select('entry').executeTakeFirstOrThrow();
      const value = String(position(entry ?? 0));
      await db.deleteFrom('state_fact').where('key', '=', 'site-built').execute();
      await db.insertInto('state_fact').values({ key: 'site-built', value }).execute();
    });
  await setBuilt((entry) => entry);
  await expect(send(false)).rejects.toMatchObject({ code: 'site-behind' });
  await setBuilt((entry) => entry + 1);
  await expect(send(false)).resolves.toMatchObject({ isStopped: false });
});
