import { afterEach, expect, test } from 'vitest';
import { replayJournal, toJournalLine } from '../../../src/notice/delivery/restored-store.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts, toMessageId } from './approved-wave.ts';
import { openSenderDesk, type SenderDesk } from './sender-desk.ts';

let desk: SenderDesk;
afterEach(() => desk.state.close());

/**
 * A store with two deliveries, the first of which was accepted at its second attempt, and the lines of a journal beside
 * it.
 */
async function take(lines: (messageIds: readonly string[]) => readonly string[]): Promise<number> {
  const made = await makeApprovedWave({ folder: makeTemporaryFolder(), port: 1, contacts: makeContacts(2) });
  desk = await openSenderDesk(made.state, 1);
  const { store } = desk.state;
  const known = { state: 'accepted', attempts: 2, fence: 2 };
  await store.db.updateTable('notice_delivery').set(known).where('id', '=', 1).execute();
  return replayJournal(store, desk.book, lines(made.keys.map(toMessageId)));
}

test('a journal of attempts known to the store changes nothing', async () => {
  expect(await take(([one = '']) => [toJournalLine(1, one), toJournalLine(2, one)])).toBe(0);
  expect(await desk.readStates()).toEqual(['accepted', 'approved']);
});

test('an attempt unknown to the store is uncertain and is not retried', async () => {
  expect(await take(([, two = '']) => [toJournalLine(3, two), toJournalLine(1, two)])).toBe(1);
  expect(await desk.readStates()).toEqual(['accepted', 'uncertain']);
  const row = await desk.state.store.db
    .selectFrom('notice_delivery')
    .select(['attempts', 'fence'])
    .where('id', '=', 2)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ attempts: 3, fence: 3 });
});

test('settled deliveries stay settled, whatever the journal says', async () => {
  expect(await take(([one = '']) => [toJournalLine(3, one)])).toBe(0);
  expect(await desk.readStates()).toEqual(['accepted', 'approved']);
});

test('refuses a store without a delivery of the journal as an older copy', async () => {
  await expect(take(() => [toJournalLine(1, '<gone@harbor.example>')])).rejects.toMatchObject({ code: 'older-state' });
});

test('ignores a line cut short by a kill', async () => {
  expect(await take(([, two = '']) => ['', '1', '1 ', two, 'x <y@z.example>'])).toBe(0);
  expect(await desk.readStates()).toEqual(['accepted', 'approved']);
});
