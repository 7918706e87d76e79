import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { moveIn } from './move-deliveries.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const delay = async (...whom: readonly string[]) =>
  (await type('delay', 'set', ...whom, ...INQUIRY, '--until', '2100-01-01')).text;
const INQUIRY = ['--asked-by', 'Police', '--why', 'inquiry', '--by', 'Jo'] as const;
/** The last line of what somebody without a key decides. */
const toUnsigned = (decision: number) =>
  `Decision ${decision}, not signed: who decided says they are Jo. --as NAME --key FILE signs.`;

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  await type('notice', 'prepare', '--wave', 'metadata');
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
});

test('a delay says that an approved notice waits for its end', async () => {
  expect(await delay('ternbank.example')).toBe(
    `Delay 1: ternbank.example is not notified before 1 Jan 2100.\n1 approved notice waits until 1 Jan 2100.\n${toUnsigned(1)}`,
  );
});

test('a delay without a date says that somebody must lift it', async () => {
  const { text } = await type('delay', 'set', 'org-northwind', ...INQUIRY);
  expect(text).toBe(
    `Delay 2: org-northwind is not notified until somebody ends it.\n1 approved notice waits until somebody ends it.\n${toUnsigned(2)}`,
  );
  await type('delay', 'end', '2', '--why', 'over');
});

test('a delay set after the notice says so: its requester would otherwise believe that nobody knows', async () => {
  const state = await openStateForActing(desk.state);
  const { notice_id } = await state.store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .select('notice_delivery.notice_id')
    .where('notice_notice.party', '=', 'gridwire.example')
    .executeTakeFirstOrThrow();
  await moveIn(state.store, 'accepted', { notice: notice_id });
  await state.close();
  expect(await delay('gridwire.example')).toBe(
    `Delay 3: gridwire.example is not notified before 1 Jan 2100.\nToo late for 1 notice that went out or may have: inform the person who asked for the delay.\n${toUnsigned(4)}`,
  );
  expect(await delay()).toMatch(
    /^Delay 4: Nobody is notified before 1 Jan 2100\.\n\d+ approved notices wait until 1 Jan 2100\.\nToo late for 1 notice/,
  );
});

test('prints no letter to a party under a delay, and explains why', async () => {
  for (const id of ['1', '3', '4']) await type('delay', 'end', id, '--why', 'over');
  const letters = async (...what: readonly string[]) =>
    (await type('notice', 'letters', ...what, '--out', join(desk.folder, 'letters'))).text;
  const printed = Number(/^\d+/.exec(await letters('--all'))?.[0]);
  const id = /\d+/.exec(await delay('sable-i'))?.[0] ?? '';
  const why = new RegExp(`1 letter held back by a delay .*: notice \\d+ \\(hold ${id}: disclosure is delayed until`);
  expect(await letters('--all')).toMatch(new RegExp(`^${printed - 1} letters in`));
  expect(await letters('--all')).toMatch(why);
  const one = await letters('--party', 'sable-i');
  expect(one).toMatch(/^No letter is printed\.\n/);
  expect(one).toMatch(why);
  await type('delay', 'end', id, '--why', 'over');
  expect(await letters('--party', 'sable-i')).toMatch(/^1 letter in/);
  await delay();
  expect(await letters('--all')).toMatch(/^No letter is printed\.\n/);
});
