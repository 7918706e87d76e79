import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStateForActing, openStateForWriting } from '../../../src/adapters/store/state-folder.ts';
import type { Store } from '../../../src/adapters/store/store.ts';
import { startCli, waitFor } from '../../apps/cli-process.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts } from './approved-wave.ts';
import { openRecordingSink } from './recording-sink.ts';

async function write(path: string, work: (db: Store['db']) => Promise<unknown>): Promise<void> {
  const state = await openStateForActing(path);
  await work(state.store.db);
  await state.close();
}

test('a run with exclusive access excludes senders, and senders exclude a run', async () => {
  const sink = await openRecordingSink();
  const { state } = await makeApprovedWave({
    ...{ folder: makeTemporaryFolder(), port: sink.port, contacts: makeContacts(1) },
  });
  const running = await openStateForWriting(state);
  const refused = await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]));
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('is working on this state');
  await running.close();
  const acting = await openStateForActing(state);
  await expect(openStateForWriting(state)).rejects.toThrow('another command is working on this state');
  const sent = await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]));
  expect(sent.code).toBe(0);
  await acting.close();
  await sink.close();
});

test("a state restored from yesterday's backup resends nothing", async () => {
  const sink = await openRecordingSink();
  const { state } = await makeApprovedWave({
    ...{ folder: makeTemporaryFolder(), port: sink.port, contacts: makeContacts(5) },
  });
  const database = join(state, 'candor.sqlite');
  copyFileSync(database, `${database}.backup`);
  expect((await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]))).code).toBe(0);
  expect(sink.messages).toHaveLength(5);
  for (const suffix of ['-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
  copyFileSync(`${database}.backup`, database);
  const again = await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]));
  expect(again.stdout).toContain('5 uncertain: the relay may have them');
  expect(again.code).toBe(0);
  expect(sink.messages).toHaveLength(5);
  // Two that stand in the journal under names that this store has never had.
  for (const id of [4, 5])
    await write(state, (db) =>
      db
        .updateTable('notice_delivery')
        .set({ message_id: `<other-${id}@harbor.example>` })
        .where('id', '=', id)
        .execute(),
    );
  const older = await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]));
  expect(older.stderr).toContain('this state does not know 2 deliveries that were sent from it');
  await sink.close();
});

test('Ctrl-C finishes the current messages and says so, and the same command continues', async () => {
  const sink = await openRecordingSink();
  const { state } = await makeApprovedWave({
    ...{ folder: makeTemporaryFolder(), port: sink.port, contacts: makeContacts(400) },
  });
  const child = startCli(['notice', 'send', '--before-site', '--senders', '2', '--state', state]);
  const ended = waitFor(child);
  while (sink.messages.length === 0) await new Promise((done) => setTimeout(done, 5));
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const ending = await ended;
  expect(ending.stderr).toContain('the current task is finished first');
  expect(ending.stdout).toContain('Stopped; the same command continues.');
  expect(ending.stdout).not.toContain('uncertain');
  expect(sink.messages.length).toBeLessThan(400);
  const rest = await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]));
  expect(rest.stdout).toContain('400 of 400 in all.');
  expect(new Set(sink.messages.map(({ to }) => to.join())).size).toBe(400);
  expect(sink.messages).toHaveLength(400);
  await sink.close();
});
