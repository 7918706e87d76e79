import { expect, test } from 'vitest';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { startCli, waitFor, withoutProgress } from '../../apps/cli-process.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts, toToken } from './approved-wave.ts';
import { openRecordingSink } from './recording-sink.ts';

test('two senders hand every approved notice to the relay once, from its own envelope sender', async () => {
  const sink = await openRecordingSink();
  const contacts = makeContacts(40);
  const { state, keys } = await makeApprovedWave({ folder: makeTemporaryFolder(), port: sink.port, contacts });
  const ending = await waitFor(
    startCli(['notice', 'send', '--before-site', '--senders', '2', '--state', state, '--json']),
  );
  expect(withoutProgress(ending.stderr)).toBe('');
  expect(ending.code).toBe(0);
  expect(sink.messages.map(({ to }) => to.join()).sort()).toEqual([...contacts].sort());
  expect(sink.messages.map(({ from }) => from).sort()).toEqual(
    keys.map((key) => `bounce+${toToken(key)}@harbor.example`).sort(),
  );
  const again = await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]));
  expect(again.stdout).toContain('0 accepted by the relay now, 40 of 40 in all.');
  expect(sink.messages).toHaveLength(40);
  const { store, close } = await openStateForReading(state);
  const rows = await store.db.selectFrom('notice_delivery').select(['state', 'attempts', 'fence']).execute();
  expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
    new Set([JSON.stringify({ state: 'accepted', attempts: 1, fence: 1 })]),
  );
  await close();
  await sink.close();
});
