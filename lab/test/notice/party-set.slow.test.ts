import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { readCounted, replaceCounted } from '../../src/notice/store/party-set-store.ts';
import { listWaves } from '../../src/notice/store/wave-store.ts';
import { checkLog } from '../opened-checks.ts';
import { addMail, know, openLampDesk, tell } from './lamp-desk.ts';
import type { NoticeDesk } from './notice-desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

let desk: NoticeDesk;

async function inDesk<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state.store);
  } finally {
    await state.close();
  }
}

const listCounted = (wave: number) => inDesk((store) => readCounted(store, wave));

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9) });
  desk = await openLampDesk('jo@acme.example', 'al@bay.example', 'ed@cape.example', 'ann@list.example');
  know(desk, 'al@bay.example,,person,,', 'list.example,,list,,');
  await desk.run();
  const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
  await type('delay', 'set', 'cape.example', '--asked-by', 'the police', '--why', 'an arrest');
  expect(await tell(desk)).toEqual(['acme.example first 1', 'al@bay.example first 1']);
});

describe('the set of parties to be notified', () => {
  test('has those that a delay holds too, a person by the address, and no list', async () => {
    const counted = await listCounted(1);
    expect(counted.map(({ id, party }) => [id, party])).toEqual([
      ['acme.example', { exposure: 1, domains: ['acme.example'] }],
      ['al@bay.example', { exposure: 1, address: 'al@bay.example' }],
      ['cape.example', { exposure: 1, domains: ['cape.example'] }],
    ]);
    const [manifest] = (await inDesk(listWaves)).map((wave) => JSON.parse(wave.manifest) as { parties: string });
    expect(manifest?.parties).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    [
      'a party was taken out',
      (db: Store['db']) => db.deleteFrom('notice_counted_party').where('party', '=', 'cape.example'),
    ],
    [
      'a place was changed',
      (db: Store['db']) =>
        db.updateTable('notice_counted_party').set({ position: 7 }).where('party', '=', 'acme.example'),
    ],
    [
      'a domain was changed',
      (db: Store['db']) =>
        db
          .updateTable('notice_counted_party')
          .set({ counted: '{"domains":["dune.example"],"exposure":1,"v":1}' })
          .where('party', '=', 'acme.example'),
    ],
    ['all were taken out', (db: Store['db']) => db.deleteFrom('notice_counted_party')],
  ])('is compared with what two people approved: %s', async (_, alter) => {
    const before = await listCounted(1);
    expect((await checkLog(desk.state)).problems).toEqual([]);
    await inDesk(async ({ db }) => {
      await alter(db).execute();
    });
    const { problems } = await checkLog(desk.state);
    expect(problems.map(({ text }) => text).join()).toContain('its set of parties to be notified is not the one');
    await inDesk((store) => replaceCounted(store, 1, before));
  });

  test('has other places and salts in each wave', async () => {
    addMail(desk, 4, 'jo@acme.example');
    expect(await tell(desk)).toEqual(['acme.example supplement 2']);
    const [first, second] = [await listCounted(1), await listCounted(2)];
    expect(second.map(({ id, party }) => [id, party.exposure])).toEqual(first.map(({ id }) => [id, 2]));
    for (const { id, position, salt } of first) {
      const again = second.find((one) => one.id === id);
      expect(again?.position).not.toBe(position);
      expect(again?.salt).not.toEqual(salt);
    }
  });
});
