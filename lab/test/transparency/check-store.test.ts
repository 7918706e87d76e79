import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toEntryText, toVerifierKeyOf } from '@candor/core/ledger';
import { digestDocument, signApproval } from '@candor/core/notice/operator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { appendEntry, eraseEntry } from '../../src/ledger/store/entry-store.ts';
import { checkStore } from '../../src/transparency/check-store.ts';
import { ines, logSigner, omar, runtime, startedAt, toTestSigner } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { act, type MadeState, makeState, publishAfter } from './published-log.ts';

let state: MadeState;

beforeEach(async () => {
  state = await makeState(makeTemporaryFolder());
  for (const period of [0, 1, 2, 3, 4]) {
    await act(state, `in period ${period}`, period);
    await publishAfter(state, period);
  }
});
afterEach(() => state.store.close());

/** When the log was published last. */
const lastAt = startedAt + 4 * 3600;

const check = (at = lastAt) =>
  checkStore(state, { hashing: runtime, cryptography: nodeCryptography, key: toVerifierKeyOf(runtime, logSigner), at });
const findCodes = async () => [...new Set((await check()).problems.map(({ code }) => code))].sort();

async function approve(
  document: { readonly [key: string]: string },
  signers = [ines, omar],
  kind: 'wave' | 'withdrawal' = 'wave',
  at = lastAt,
) {
  const digest = digestDocument(runtime, document);
  const approvals = await Promise.all(signers.map((signer) => signApproval(signer, kind, digest)));
  const body = { document, approvals: approvals.map((approval) => ({ ...approval })) };
  await state.store.transaction(() => appendEntry(state.store, runtime, { kind: 'wave', at, body }));
}

test('control: an untouched log is valid', async () => {
  await approve({ wave: 'first' });
  const result = await check();
  expect(result.problems).toEqual([]);
  expect(result).toMatchObject({ entries: 321, checkpoints: 5, erased: 0 });
});

test('an erased entry is counted, not reported', async () => {
  await state.store.transaction(() => eraseEntry(state.store, 1));
  expect(await check()).toMatchObject({ erased: 1, problems: [] });
});

test.each([
  ['one approval', () => approve({ wave: 'x' }, [ines])],
  ['the same operator twice', () => approve({ wave: 'x' }, [ines, ines])],
  ['a stranger beside an operator', () => approve({ wave: 'x' }, [ines, toTestSigner('Nobody', 5)])],
  ["an operator's name under another key", () => approve({ wave: 'x' }, [ines, toTestSigner(omar.name, 5)])],
  ['approvals of something else', () => approve({ wave: 'x' }, [ines, omar], 'withdrawal')],
])('finds an act of two people with %s', async (_, make) => {
  await make();
  expect(await findCodes()).toEqual(['log-approval']);
});

test('finds an act dated before an earlier entry, but not one that took an hour', async () => {
  await act(state, 'a passphrase was waited for', 3);
  expect(await findCodes()).toEqual([]);
  await act(state, 'dated back', 2);
  const { problems } = await check();
  expect(problems.map(({ code, text }) => `${code}: ${text}`)).toEqual([
    expect.stringMatching(/^log-time: it is dated .*, 2 hours before entry \d+, which was in the log already/),
  ]);
});

test('after one act with a fast clock the others are one finding and hide nothing else', async () => {
  await act(state, 'a clock that was ahead', 1000);
  for (let at = 0; at < 120; at += 1) await act(state, 'in time', 4);
  await approve({ wave: 'x' }, []);
  const { problems } = await check();
  expect(problems.map(({ code, place, text }) => `${code} ${place}: ${text}`)).toEqual([
    expect.stringMatching(/^log-approval entry \d+: /),
    expect.stringMatching(
      /^log-time entry (\d+): it is dated .*, 996 hours before entry \d+, .*, and so are those after it up to entry \d+: it was/,
    ),
  ]);
  await act(state, 'the same clock', 1000);
  await act(state, 'in time', 4);
  expect((await check()).problems.filter(({ code }) => code === 'log-time')).toHaveLength(2);
});

const third = toTestSigner('Third Person', 3);

/** Omar's key gives way to a third person's. */
async function changeOperators(v: number): Promise<void> {
  const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const document = {
    v,
    log: 'harbor.example/log',
    quorum: 2,
    operators: [ines, third].map(({ name, publicKey }) => ({ name, key: toText(publicKey) })),
  };
  const digest = digestDocument(runtime, document);
  const approvals = await Promise.all([ines, omar].map((signer) => signApproval(signer, 'operators', digest)));
  const body = { document, approvals: approvals.map((approval) => ({ ...approval })) };
  await state.store.transaction(() => appendEntry(state.store, runtime, { kind: 'operators', at: lastAt, body }));
}

const publishFrom = async (first: number, last: number) => {
  for (let period = first; period <= last; period += 1) await publishAfter(state, period);
};
const hoursOn = (hours: number) => lastAt + hours * 3600;

test('operators count from the entry that adds them, not earlier', async () => {
  await changeOperators(2);
  await publishFrom(5, 29);
  await approve({ wave: 'x' }, [ines, third], 'wave', hoursOn(25));
  expect((await check(hoursOn(25))).problems).toEqual([]);
  await approve({ wave: 'y' }, [ines, omar], 'wave', hoursOn(25));
  expect((await check(hoursOn(25))).problems.map(({ code }) => code)).toEqual(['log-approval']);
});

test.each([
  ['a clock that was fast at the act', async () => publishFrom(5, 5), hoursOn(25)],
  ['one publication that made up for a day', async () => publishFrom(28, 28), hoursOn(25)],
  ['a day of publications, and an act dated before it', async () => publishFrom(5, 29), hoursOn(2)],
])('finds what a new key approved too early: %s', async (_, publish, at) => {
  await changeOperators(2);
  await publish();
  await approve({ wave: 'x' }, [ines, third], 'wave', at);
  const found = (await check(hoursOn(25))).problems.filter(({ code }) => code === 'log-wait');
  expect(found).toHaveLength(1);
  expect(found[0]?.text).toMatch(
    /^Third Person approved it with a key that entry \d+ brought in.*(?:of 24 periods|less than 24 hours)/,
  );
});

test('finds a log that was published ahead of the clock, and what was dated in between', async () => {
  await changeOperators(2);
  await publishFrom(5, 29);
  await approve({ wave: 'x' }, [ines, third], 'wave', hoursOn(25));
  const ahead = (await check(hoursOn(1))).problems;
  expect(ahead).toMatchObject([{ code: 'log-ahead', place: 'checkpoint 1920' }]);
  expect(ahead[0]?.text).toContain('24 hours ahead of this clock');
  // Who corrects the clock leaves that in the log.
  await act(state, 'with the true clock', 6);
  expect((await check(hoursOn(50))).problems.map(({ code }) => code)).toEqual(['log-time']);
});

test('judges a change of a former version by what its entries state', async () => {
  await changeOperators(1);
  await approve({ wave: 'x' }, [ines, third], 'wave', hoursOn(23));
  await approve({ wave: 'y' }, [ines, third], 'wave', hoursOn(24));
  expect((await check(hoursOn(25))).problems.map(({ code, text }) => `${code}: ${text}`)).toEqual([
    expect.stringMatching(/^log-wait: Third Person .* less than a day before$/),
  ]);
});

const edits: readonly (readonly [string, readonly string[], (made: MadeState) => Promise<unknown>])[] = [
  [
    'what an entry says',
    ['log-entry'],
    ({ store }) => {
      const text = toEntryText({
        kind: 'delay',
        at: startedAt,
        body: { act: 'begun', askedBy: 'x', by: 'x', party: null, until: null, why: 'x' },
      });
      return store.db.updateTable('ledger_entry').set({ entry: text }).where('position', '=', 1).execute();
    },
  ],
  [
    'a salt',
    ['log-entry'],
    ({ store }) =>
      store.db
        .updateTable('ledger_entry')
        .set({ salt: new Uint8Array(32) })
        .where('position', '=', 1)
        .execute(),
  ],
  [
    'the kind beside an entry',
    ['log-entry'],
    ({ store }) => store.db.updateTable('ledger_entry').set({ kind: 'padding' }).where('position', '=', 1).execute(),
  ],
  [
    'a commitment',
    ['log-entry', 'log-kept-checkpoint', 'log-tile'],
    ({ store }) =>
      store.db
        .updateTable('ledger_entry')
        .set({ commitment: new Uint8Array(32) })
        .where('position', '=', 1)
        .execute(),
  ],
  [
    'an entry taken away',
    ['log-entry', 'log-head', 'log-kept-checkpoint', 'log-tile'],
    ({ store }) => store.db.deleteFrom('ledger_entry').where('position', '=', 100).execute(),
  ],
  [
    'the last entry taken away',
    ['log-head', 'log-kept-checkpoint', 'log-tile'],
    ({ store }) => store.db.deleteFrom('ledger_entry').where('position', '=', 319).execute(),
  ],
  [
    'a tile',
    ['log-tile'],
    ({ store }) =>
      store.db
        .updateTable('ledger_tile')
        .set({ hashes: new Uint8Array(8192) })
        .where('level', '=', 0)
        .where('position', '=', 0)
        .execute(),
  ],
  [
    'a tile taken away',
    ['log-tile'],
    ({ store }) => store.db.deleteFrom('ledger_tile').where('level', '=', 1).execute(),
  ],
  [
    'a tile that no entry leads to',
    ['log-tile'],
    ({ store }) =>
      store.db
        .insertInto('ledger_tile')
        .values({ level: 0, position: 2, hashes: new Uint8Array(32) })
        .execute(),
  ],
  [
    'the root of a checkpoint',
    ['log-kept-checkpoint'],
    ({ store }) =>
      store.db
        .updateTable('ledger_checkpoint')
        .set({ root: new Uint8Array(32) })
        .where('size', '=', 128)
        .execute(),
  ],
  [
    'the note of a checkpoint',
    ['log-kept-checkpoint'],
    ({ store }) => store.db.updateTable('ledger_checkpoint').set({ note: 'x' }).where('size', '=', 128).execute(),
  ],
  [
    'the newest checkpoint taken away',
    ['log-head'],
    ({ store }) => store.db.deleteFrom('ledger_checkpoint').where('size', '=', 320).execute(),
  ],
];

test.each(edits)('finds in the store: %s', async (_, codes, edit) => {
  await edit(state);
  expect(await findCodes()).toEqual(codes);
});

test('refuses a head that is no checkpoint of this log', async () => {
  writeFileSync(join(state.path, 'keys', 'log.head'), 'rubbish');
  await expect(check()).rejects.toMatchObject({ code: 'foreign-checkpoint' });
});
