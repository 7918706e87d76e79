import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SALT_BYTES, toEntryText, toVerifierKeyOf } from '@candor/core/ledger';
import { digestDocument, signApproval } from '@candor/core/notice/operator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/cryptography.ts';
import { freshBytes } from '../../src/adapters/random.ts';
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

const check = () =>
  checkStore(state, { hashing: runtime, cryptography: nodeCryptography, key: toVerifierKeyOf(runtime, logSigner) });
const findCodes = async () => [...new Set((await check()).problems.map(({ code }) => code))].sort();

async function approve(
  document: { readonly [key: string]: string },
  signers = [ines, omar],
  kind: 'wave' | 'withdrawal' = 'wave',
) {
  const digest = digestDocument(runtime, document);
  const approvals = await Promise.all(signers.map((signer) => signApproval(signer, kind, digest)));
  const body = { document, approvals: approvals.map((approval) => ({ ...approval })) };
  await state.store.transaction(() =>
    appendEntry(state.store, runtime, { kind: 'wave', at: lastAt, body }, freshBytes(SALT_BYTES)),
  );
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

test('operators count from the entry that adds them, not earlier', async () => {
  const third = toTestSigner('Third Person', 3);
  const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const document = {
    v: 1,
    log: 'harbor.example/log',
    quorum: 2,
    operators: [ines, third].map(({ name, publicKey }) => ({ name, key: toText(publicKey) })),
  };
  const digest = digestDocument(runtime, document);
  const append = async (signers: readonly (typeof ines)[]) => {
    const approvals = await Promise.all(signers.map((signer) => signApproval(signer, 'operators', digest)));
    const body = { document, approvals: approvals.map((approval) => ({ ...approval })) };
    await state.store.transaction(() =>
      appendEntry(state.store, runtime, { kind: 'operators', at: lastAt, body }, freshBytes(SALT_BYTES)),
    );
  };
  await append([ines, omar]);
  await approve({ wave: 'x' }, [ines, third]);
  expect(await findCodes()).toEqual([]);
  await approve({ wave: 'y' }, [ines, omar]);
  expect(await findCodes()).toEqual(['log-approval']);
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
