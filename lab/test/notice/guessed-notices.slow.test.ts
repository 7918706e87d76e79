import { beforeAll, expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { buildSite } from '../../src/commands/notice/build-site.ts';
import { listSentNotices } from '../../src/notice/store/wave-store.ts';
import { actIn } from '../../src/operations/context.ts';
import { PartyPlaces } from '../../src/review/enrollment/party-places.ts';
import { readIssuedCodes } from '../../src/review/portal/publish-tags.ts';
import { lookUp, proposeWithdrawal, readWave, remindParties } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { moveDeliveries, rewindDeliveries } from './move-deliveries.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

// A party without a given contact, through all that may happen to it.
const PARTY = 'aster-software.example';
let desk: NoticeDesk;

async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state.store);
  } finally {
    await state.close();
  }
}
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
async function approveBoth(): Promise<void> {
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
}
const acceptAll = (at: number) => moveDeliveries(desk.state, 'accepted', { at, from: 'approved' });
const view = async (wave: number | null) =>
  (await readWave(desk.state, wave, null)).views.map(({ notice, kind, isGuessed, contacts, code }) => ({
    notice,
    kind,
    isGuessed,
    code,
    to: contacts.map(({ contact }) => contact),
  }));

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
});

test('the first notice goes to one guessed mailbox, and the screen counts such parties', async () => {
  const { text, code } = await type('notice', 'prepare', '--wave', 'metadata', '--only', PARTY);
  expect(code).toBe('done');
  expect(text).toContain('1 of 1 party has guessed contacts only. Their notices give counts and no addresses.');
  const [first, ...more] = await view(1);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ kind: 'first', isGuessed: true, to: [`security@${PARTY}`] });
  expect((await type('notice', 'show', '--party', PARTY, '--wave', '1')).text).toContain(
    'guessed: the notice gives counts',
  );
  await approveBoth();
  expect((await type('status')).text).toMatch(/1 of 1 notified party was notified at guessed addresses only/);
});

test('the next role mailbox follows a bounce at once, and silence after 48 hours', async () => {
  const now = Math.floor(Date.now() / 1000);
  await acceptAll(now - 47 * 3600);
  expect(await remindParties(desk.state, { silenceDays: null, by: 'test' })).toMatchObject({ wave: null });
  await inStore((store) => rewindDeliveries(store));
  await acceptAll(now - 49 * 3600);
  const { wave } = await remindParties(desk.state, { silenceDays: null, by: 'test' });
  expect(await view(wave)).toMatchObject([
    { kind: 'reminder', isGuessed: true, to: [`privacy@${PARTY}`, `security@${PARTY}`] },
  ]);
  await approveBoth();
  await acceptAll(now - 49 * 3600);
});

test('once a contact is given, it gets its own first notice even if no figure changed', async () => {
  expect((await type('notice', 'prepare', '--wave', 'metadata', '--only', PARTY)).text).toContain('Nothing to send');
  expect((await type('contacts', 'curate', PARTY, `ciso@${PARTY}`, '--why', 'by telephone')).code).toBe('done');
  // A reminder would leave out what the guessed mailboxes were not told.
  expect(await remindParties(desk.state, { silenceDays: null, by: 'test' })).toMatchObject({ wave: null, given: 1 });
  expect((await type('notice', 'prepare', '--wave', 'metadata', '--only', PARTY)).code).toBe('done');
  expect(await view(null)).toMatchObject([{ kind: 'first', isGuessed: false, to: [`ciso@${PARTY}`] }]);
  await approveBoth();
  expect((await type('status')).text).not.toContain('guessed addresses only');
});

test('it replaces those to guessed contacts on page and telephone, and is replaced by none of them', async () => {
  const codes = new Map<number, string>();
  for (const wave of [1, 2, 3]) for (const { code } of await view(wave)) codes.set(wave, code);
  const standing = async (wave: number) => {
    const found = await lookUp(desk.state, codes.get(wave) ?? '');
    return found.is === 'code' ? found.found?.standing : found.is;
  };
  expect([await standing(1), await standing(2), await standing(3)]).toEqual(['superseded', 'superseded', 'current']);
  const old = Math.floor(Date.now() / 1000) - 49 * 3600;
  await acceptAll(old);
  const { wave } = await remindParties(desk.state, { silenceDays: null, by: 'test' });
  expect(await view(wave)).toMatchObject([
    { kind: 'reminder', isGuessed: false, to: [`ciso@${PARTY}`] },
    { kind: 'reminder', isGuessed: true, to: [`abuse@${PARTY}`, `privacy@${PARTY}`, `security@${PARTY}`] },
  ]);
  await approveBoth();
  expect(await standing(3)).toBe('current');
});

test('a proved domain gets the notice to the given contact, and each code leads to the party', async () => {
  const told = await inStore(listSentNotices);
  expect(told.map(({ isGuessed }) => isGuessed)).toEqual([true, true, false, false, true]);
  const issued = await inStore(async (store) => readIssuedCodes(store, await PartyPlaces.open(store)));
  expect(issued.map(({ party }) => party)).toEqual(told.map(() => PARTY));
  expect(
    (await type('enquiry', 'open', PARTY, '--contact', `a@${PARTY}`, '--proof', 'letter', '--by', 'test')).code,
  ).toBe('done');
  const answered = await type('enquiry', 'answer', '1');
  expect(answered.text).toContain('notice 4 was issued');
});

test("withdrawing the given contact's notice withdraws the guessed ones beside it", async () => {
  const order = { notices: [3, 4], misdirected: false, why: 'a wrong figure', by: 'test' };
  await expect(proposeWithdrawal(desk.state, order)).rejects.toMatchObject({
    code: 'repeated-notice',
    reasons: [expect.stringContaining('candor notice withdraw 3 4 5 --why')],
  });
  // That the given contact was the wrong one says nothing of the others.
  expect((await proposeWithdrawal(desk.state, { ...order, misdirected: true })).document).toMatchObject({
    misdirected: true,
  });
});

test('everything is sealed, each notice under its own code', async () => {
  expect((await buildSite(actIn, desk.state, `${desk.folder}/public`)).notices).toBe(5);
});
