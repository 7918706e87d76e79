import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitEntry, LogTree } from '@candor/core/ledger';
import { beforeAll, expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { findSendableWaves } from '../../src/notice/delivery/check-wave.ts';
import { checkLog } from '../opened-checks.ts';
import { approveWave, prepareWave } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { confirmShown, type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

// What two people approved, and one who can write to the state folder takes out of it.
let desk: NoticeDesk;

const prepare = () =>
  prepareWave({
    ...{ state: desk.state, wave: 'metadata', only: ['ternbank.example', 'org-northwind'], except: [] },
    ...{ findings: null, by: 'test', progress: silentProgress },
  });

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  await prepare();
  for (const name of ['Ines Adler', 'Marek Dvorak'])
    await approveWave(desk.state, null, desk.sign(name), null, silentProgress, confirmShown);
});

type Database = StateFolder['store']['db'];

async function within<T>(work: (store: StateFolder['store']) => Promise<T>): Promise<T> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state.store);
  } finally {
    await state.close();
  }
}

/** Looks while the rows are gone. */
async function without(rows: (db: Database) => Promise<unknown>, look: () => Promise<void>): Promise<void> {
  const copy = join(makeTemporaryFolder(), 'state');
  cpSync(desk.state, copy, { recursive: true });
  await within(({ db }) => rows(db));
  try {
    await look();
  } finally {
    rmSync(desk.state, { recursive: true });
    cpSync(copy, desk.state, { recursive: true });
  }
}

/** The chain of deliveries misses each one, too. */
const gone = 'delivery-state: the chain has this delivery, and this state does not: it was taken out';
const findings = async () => (await checkLog(desk.state)).problems.map(({ code, text }) => `${code}: ${text}`);

test('control: with everything present nothing is missed', async () => {
  expect(await findings()).toEqual([]);
});

test('fsck misses a removed wave, and nobody is notified again beside it', async () => {
  const takeOut = async (db: Database) => {
    for (const table of ['notice_delivery', 'notice_notice', 'notice_wave'] as const)
      await db.deleteFrom(table).execute();
  };
  await without(takeOut, async () => {
    expect(new Set(await findings())).toEqual(
      new Set(['log-act: it approves a wave, and this state has no such wave', gone]),
    );
    await expect(prepare()).rejects.toMatchObject({ code: 'log-altered' });
  });
});

test('fsck detects a rewritten log although it is consistent: notices print what it was', async () => {
  const runtime = createNodeRuntime();
  const head = join(desk.state, 'keys/log.head');
  const writeAnew = async (db: Database) => {
    const salt = new Uint8Array(32).fill(1);
    const rows = await db
      .selectFrom('ledger_entry')
      .select(['position', 'entry', 'commitment'])
      .orderBy('position')
      .execute();
    const commitments = rows.map(({ position, entry, commitment }) =>
      position === 5 ? commitEntry(runtime, salt, entry ?? '') : commitment,
    );
    await db
      .updateTable('ledger_entry')
      .set({ salt, commitment: commitments[5] ?? new Uint8Array(32) })
      .where('position', '=', 5)
      .execute();
    const tree = new LogTree(runtime);
    tree.append(Buffer.concat(commitments));
    await db.deleteFrom('ledger_tile').execute();
    await db.deleteFrom('ledger_checkpoint').execute();
    for (const { level, index, hashes } of tree.takeChanges())
      await db.insertInto('ledger_tile').values({ level, position: index, hashes }).execute();
    rmSync(head);
  };
  await without(writeAnew, async () => {
    expect(await findings()).toEqual([
      expect.stringMatching(/^log-act: notice \d+ of wave 1 prints a root that this log never had/),
    ]);
  });
});

test.each(['subject', 'text', 'html'] as const)(
  'names a notice whose %s differs from what was approved',
  async (what) => {
    const alter = (db: Database) =>
      db
        .updateTable('notice_notice')
        .set({ [what]: 'Nothing of yours was touched.' })
        .where('party', '=', 'ternbank.example')
        .execute();
    await without(alter, async () => {
      expect(await findings()).toEqual([
        expect.stringMatching(/^log-act: notice \d+ of wave 1 has another text in this state than was approved$/),
      ]);
    });
  },
);

test('names an exchanged wave, and a notice that names a longer log than this one', async () => {
  const exchange = (db: Database) => db.updateTable('notice_wave').set({ manifest: '{}' }).execute();
  await without(exchange, async () => {
    expect(await findings()).toEqual(['log-act: it approves another manifest than that of wave 1 in this state']);
  });
  const lengthen = async (db: Database) => {
    const { id, facts } = await db.selectFrom('notice_notice').select(['id', 'facts']).executeTakeFirstOrThrow();
    const longer = facts.replace(/("checkpoint":\{[^}]*"size":)\d+/, '$1100000');
    expect(longer).not.toBe(facts);
    await db.updateTable('notice_notice').set({ facts: longer }).where('id', '=', id).execute();
  };
  await without(lengthen, async () => {
    expect(await findings()).toEqual([expect.stringContaining('prints a root that this log never had')]);
  });
});

test('fsck and the sender miss a removed message to one party', async () => {
  const takeOut = async (db: Database) => {
    const { id } = await db.selectFrom('notice_delivery').select('id').orderBy('id').executeTakeFirstOrThrow();
    await db.deleteFrom('notice_delivery').where('id', '=', id).execute();
  };
  const lack = /notice \d+ lacks a message that was approved/;
  await without(takeOut, async () => {
    expect(await findings()).toEqual([expect.stringMatching(lack), gone]);
    const deps = { runtime: createNodeRuntime(), cryptography: nodeCryptography };
    await expect(within((store) => findSendableWaves({ store, ...deps }, null))).rejects.toMatchObject({
      code: 'not-approved',
      reasons: [expect.stringMatching(lack)],
    });
  });
});
