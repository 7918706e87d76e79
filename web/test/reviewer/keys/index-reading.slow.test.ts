import type { IndexedMessage } from '@candor/core/review/seal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MessageQuery, NO_QUERY } from '../../../src/reviewer/bridge/message-query.ts';
import { makeMessage } from '../table/filled-table.ts';
import { flawOf, type Reader, type Tab, WorkerWorld } from './support/worker-world.ts';

const ROWS = 4000;
/** Well above a thousand rows, and far from all. */
const FIRST_BYTES = 700_000;

const newestFirst = (at: number): string => new Date(Date.UTC(2001, 9, 14) - at * 60_000).toISOString();

let world: WorkerWorld;
let kim: Reader;
let last: string;
beforeAll(async () => {
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
  const index = (messages: readonly IndexedMessage[]): readonly IndexedMessage[] => [
    ...Array.from({ length: ROWS - messages.length }, (_, at) =>
      makeMessage({
        at: at + 1,
        date: `${newestFirst(at).slice(0, 19)}Z`,
        subject: `Settlement run ${at} ${'.'.repeat(60)}`,
      }),
    ),
    // The oldest: they stand at the end.
    ...messages.map((message) => ({ ...message, date: '1999-01-01T00:00:00Z' })),
  ];
  const released = await world.release([kim], { index });
  last = [...released.messages.keys()][0] ?? '';
  await world.allow([kim], [released]);
});
afterAll(() => world.end());

/** Holds the index back behind its first bytes, until it is told how to go on. */
function hold(tab: Tab): (end: 'go on' | 'damage') => void {
  let settle: (end: 'go on' | 'damage') => void = () => undefined;
  const told = new Promise<'go on' | 'damage'>((given) => {
    settle = given;
  });
  tab.unpack = async function* (pieces) {
    let bytes = 0;
    let isTold = false;
    for await (const piece of pieces) {
      if (bytes > FIRST_BYTES && !isTold) {
        isTold = true;
        if ((await told) === 'damage') yield new TextEncoder().encode('{}\n');
      }
      bytes += piece.length;
      yield piece;
    }
  };
  return settle;
}

async function openHeld(): Promise<{ readonly tab: Tab; readonly end: (end: 'go on' | 'damage') => void }> {
  const tab = await world.signIn(kim);
  const end = hold(tab);
  expect(await tab.keyWorker.call('open-releases', {})).toMatchObject({ state: 'opened', messages: ROWS });
  return { tab, end };
}

const rows = (tab: Tab, from: number, query: MessageQuery = NO_QUERY) =>
  tab.keyWorker.call('rows', { query, from, count: 50 });

async function isWaiting(call: Promise<unknown>): Promise<boolean> {
  return Promise.race([call.then(() => false), new Promise<boolean>((settle) => setTimeout(() => settle(true), 50))]);
}

test('the plain list is there from its first rows on, at its full length', async () => {
  const { tab, end } = await openHeld();
  const first = await rows(tab, 0);
  expect(first).toMatchObject({ total: ROWS, messages: ROWS, of: ROWS, isWhole: false, hasYears: true });
  expect(first.rows[0]?.subject).toMatch(/^Settlement run 0 /);
  expect(first.rows).toHaveLength(50);
  end('go on');
  expect(await rows(tab, ROWS - 50)).toMatchObject({ total: ROWS, isWhole: true, rows: { length: 50 } });
});

test('counts, sorting and search never use a partial list', async () => {
  const { tab, end } = await openHeld();
  const query = { ...NO_QUERY, text: 'settlement' };
  const calls = [
    rows(tab, ROWS - 50),
    rows(tab, 0, query),
    rows(tab, 0, { ...NO_QUERY, isThreaded: true }),
    rows(tab, 0, { ...NO_QUERY, sort: { by: 'date', isDescending: false } }),
    rows(tab, 0, { ...NO_QUERY, sort: { by: 'subject', isDescending: true } }),
    tab.keyWorker.call('overview', {}),
    tab.keyWorker.call('facets', { query: NO_QUERY }),
    tab.keyWorker.call('timeline', { query: NO_QUERY }),
    tab.keyWorker.call('ids', { query: NO_QUERY, from: 0, count: 10 }),
    tab.keyWorker.call('position-of', { query: NO_QUERY, id: last }),
    tab.keyWorker.call('indexed-message', { id: last }),
    tab.keyWorker.call('open-message', { id: last }),
    tab.keyWorker.call('set-noted', { ids: [last] }),
    tab.keyWorker.call('begin-export', { kind: 'csv', query: NO_QUERY }),
    tab.keyWorker.call('pack-facts', {}),
    tab.keyWorker.call('name-objects', { objects: [] }),
  ];
  expect(await Promise.all(calls.map(isWaiting))).toEqual(calls.map(() => true));
  end('go on');
  await Promise.all(calls);
  expect(await tab.keyWorker.call('overview', {})).toMatchObject({
    messages: ROWS,
    first: Date.UTC(1999, 0, 1) / 1000,
  });
  expect((await rows(tab, ROWS - 50)).rows.filter(({ isNoted }) => isNoted)).toHaveLength(1);
});

test('damage after the first rows closes everything, with a message', async () => {
  const { tab, end } = await openHeld();
  const overview = flawOf(tab.keyWorker.call('overview', {}));
  end('damage');
  expect(await overview).toBe('damaged-index');
  expect(tab.events.at(-1)).toEqual({ name: 'vault', value: { isOpen: false, flaw: 'damaged-index' } });
  expect(await flawOf(rows(tab, 0))).toBe('no-vault');
});

test('locking while it is read does not wait, and reading stops', async () => {
  const { tab, end } = await openHeld();
  const overview = flawOf(tab.keyWorker.call('overview', {}));
  await tab.keyWorker.call('lock', {});
  const told = tab.events.length;
  end('go on');
  expect(await overview).not.toBe('none');
  expect(await flawOf(rows(tab, 0))).toBe('locked');
  expect(tab.events.slice(told)).toEqual([]);
});

test('fetches the sealed index during verification, and once', async () => {
  const tab = await world.signIn(kim);
  await tab.keyWorker.call('open-releases', {});
  const asked = tab.asked.map((target) => target.split('/').at(-1));
  expect(asked.filter((name) => name === 'index')).toHaveLength(1);
  expect(asked.filter((name) => name === 'grant')).toHaveLength(1);
  expect(asked.indexOf('index')).toBeLessThan(asked.indexOf('manifest.json'));
});
