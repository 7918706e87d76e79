import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing, type StateFolder } from '../../../src/adapters/store/state-folder.ts';
import type { Store } from '../../../src/adapters/store/store.ts';
import { isStillSendable } from '../../../src/notice/delivery/send-deliveries.ts';
import { know, openLampDesk, tell } from '../lamp-desk.ts';
import type { NoticeDesk } from '../notice-desk.ts';

/** Counts what is read: tables by the times that a query begins with them. */
function watch(store: Store): { readonly store: Store; readonly reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const selectFrom = (...from: Parameters<Store['db']['selectFrom']>) => {
    const name = String(from[0]);
    reads.set(name, (reads.get(name) ?? 0) + 1);
    return store.db.selectFrom(...from);
  };
  const db = new Proxy(store.db, { get: (own, name) => (name === 'selectFrom' ? selectFrom : Reflect.get(own, name)) });
  return { store: new Proxy(store, { get: (own, name) => (name === 'db' ? db : Reflect.get(own, name)) }), reads };
}

let desk: NoticeDesk;
let state: StateFolder;
const type = async (...words: readonly string[]) =>
  expect((await desk.type(...words, '--state', desk.state)).code).toBe('done');
const delay = (party: string) => type('delay', 'set', party, '--asked-by', 'Police', '--why', 'inquiry');

/** A delay is about an id that a directory gave up since. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk('jo@acme.example', 'eve@bell.example', 'max@coil.example', 'ann@dune.example');
  know(desk, 'acme.example,org-acme,organization,Acme,');
  await desk.run();
  // Guessed contacts are written to one after the other; those that somebody named, side by side.
  for (const party of ['bell.example', 'coil.example'])
    for (const name of ['desk', 'it', 'soc', 'legal'])
      await type('contacts', 'curate', party, `${name}@${party}`, '--why', 'their site');
  await tell(desk, '--except', 'dune.example');
  await delay('org-acme');
  know(desk);
  await desk.run();
  state = await openStateForActing(desk.state);
  return async () => {
    await state.close();
    vi.useRealTimers();
  };
});

async function listDeliveries(party: string): Promise<readonly number[]> {
  const rows = await state.store.db
    .selectFrom('notice_delivery')
    .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
    .select('notice_delivery.id')
    .where('notice_notice.party', '=', party)
    .execute();
  return rows.map(({ id }) => Number(id));
}

test('reads holds for every message, parties and notices once for all', async () => {
  const { store, reads } = watch(state.store);
  const ids = [...(await listDeliveries('bell.example')), ...(await listDeliveries('coil.example'))];
  expect(ids.length).toBeGreaterThan(6);
  for (const id of ids) expect(await isStillSendable(store, id, Date.now() / 1000)).toBe(true);
  expect(reads.get('notice_hold')).toBe(ids.length);
  expect(reads.get('notice_notice')).toBe(1);
  // All of them once, beside look-ups of single ones for each message.
  expect(reads.get('impact_party')).toBeLessThanOrEqual(2 + 3 * ids.length);
});

test('a hold set during sending stops the next message, also by a former id', async () => {
  const [bell = 0] = await listDeliveries('bell.example');
  const [acme = 0] = await listDeliveries('org-acme');
  const sendable = (id: number) => isStillSendable(state.store, id, Date.now() / 1000);
  expect(await sendable(bell)).toBe(true);
  expect(await sendable(acme)).toBe(false);
  await delay('bell.example');
  expect(await sendable(bell)).toBe(false);
  await type('delay', 'end', '2', '--why', 'over');
  expect(await sendable(bell)).toBe(true);
  // Of what Acme has now: the id of before is held with it.
  await type('delay', 'end', '1', '--why', 'over');
  expect(await sendable(acme)).toBe(true);
  await delay('acme.example');
  expect(await sendable(acme)).toBe(false);
});

test('reads ids again after a person merged parties or sent them more', async () => {
  const [coil = 0] = await listDeliveries('coil.example');
  const { store, reads } = watch(state.store);
  const sendable = () => isStillSendable(store, coil, Date.now() / 1000);
  expect(await sendable()).toBe(true);
  vi.setSystemTime(Date.now() + 60_000);
  await type('notice', 'prepare', '--wave', 'metadata', '--only', 'dune.example');
  expect(await sendable()).toBe(true);
  expect(reads.get('notice_notice')).toBe(1);
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
  expect(await sendable()).toBe(true);
  expect(reads.get('notice_notice')).toBe(2);
  await state.close();
  await type('party', 'merge', 'acme.example', 'coil.example', '--why', 'one firm');
  state = await openStateForActing(desk.state);
  expect(await isStillSendable(state.store, coil, Date.now() / 1000)).toBe(false);
});
