import {
  commitEntry,
  hashLeaf,
  LogTree,
  readEntry,
  SALT_BYTES,
  TileProver,
  verifyInclusion,
} from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { readGenesis, readKeySet } from '../../src/ledger/key-set.ts';
import { startLog } from '../../src/ledger/start-log.ts';
import {
  appendEntries,
  appendEntry,
  countEntries,
  eraseEntry,
  readCommitments,
  readStoredEntry,
  toTileSource,
} from '../../src/ledger/store/entry-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import {
  foundation,
  ines,
  logSigner,
  omar,
  openLog,
  origin,
  runtime,
  saltOf,
  startedAt,
  toTestSigner,
} from './made-log.ts';

const toPadding = (index: number) => ({ kind: 'padding', at: startedAt, body: {}, salt: saltOf(index) }) as const;

const toDelay = (why: string) =>
  ({
    kind: 'delay',
    at: startedAt + 60,
    body: { act: 'begun', askedBy: 'Federal police', by: 'Ines Adler', party: null, until: null, why },
  }) as const;

async function rootOf(store: Store): Promise<Uint8Array> {
  const size = await countEntries(store);
  return new TileProver(runtime, size, toTileSource(store)).root();
}

test("a log starts with the incident file's keys, origin and rate", async () => {
  const store = await openLog(makeTemporaryFolder());
  expect(await countEntries(store)).toBe(1);
  const genesis = await readGenesis(store);
  expect(genesis).toMatchObject({ at: startedAt, incident: 'harbor', origin });
  expect(genesis?.rate).toEqual({ startedAt, periodSeconds: 3600, entries: 64 });
  expect((await readKeySet(store))?.operators.map(({ name }) => name)).toEqual([ines.name, omar.name]);
  await store.close();
});

test('starting again with the same changes nothing; anything else is refused', async () => {
  const store = await openLog(makeTemporaryFolder());
  const again = (other: Partial<typeof foundation>, signer = logSigner) =>
    store.transaction(() => startLog(store, runtime, { ...foundation, ...other }, signer, startedAt + 9));
  await again({});
  await again({ operators: foundation.operators.toReversed() });
  expect(await countEntries(store)).toBe(1);
  const log = foundation.log ?? { origin, everySeconds: 1, entries: 1 };
  const [first, second] = foundation.operators;
  if (first === undefined || second === undefined) throw new Error('two operators');
  const others: Partial<typeof foundation>[] = [
    { incident: 'another' },
    { log: { ...log, origin: 'harbor.example/other' } },
    { log: { ...log, entries: 65 } },
    { log: { ...log, everySeconds: 1 } },
    { operators: [first, { ...second, name: 'Somebody Else' }] },
    { operators: [first, { ...second, key: first.key }] },
    { operators: [...foundation.operators, { ...second, name: 'Third' }] },
  ];
  for (const other of others) await expect(again(other)).rejects.toMatchObject({ code: 'log-differs' });
  await expect(again({}, toTestSigner(origin, 8))).rejects.toMatchObject({ code: 'log-differs' });
  await expect(again({ log: null })).rejects.toMatchObject({ code: 'no-log' });
  await expect(again({ operators: [first] })).rejects.toMatchObject({ code: 'too-few-operators' });
  expect(await countEntries(store)).toBe(1);
  await store.close();
});

test('an entry commits or rolls back with its act', async () => {
  const store = await openLog(makeTemporaryFolder());
  const before = await rootOf(store);
  await expect(
    store.transaction(async () => {
      expect(await appendEntry(store, runtime, toDelay('asked'))).toBe(1);
      throw new Error('the act failed');
    }),
  ).rejects.toThrow('the act failed');
  expect(await countEntries(store)).toBe(1);
  expect(await rootOf(store)).toEqual(before);
  const index = await store.transaction(() => appendEntry(store, runtime, toDelay('asked')));
  expect(index).toBe(1);
  const stored = await readStoredEntry(store, 1);
  expect(readEntry(stored?.opening?.entry ?? '')).toEqual(toDelay('asked'));
  const { entry, salt } = stored?.opening ?? { entry: '', salt: new Uint8Array() };
  expect(salt).toHaveLength(SALT_BYTES);
  expect(commitEntry(runtime, salt, entry)).toEqual(new Uint8Array(stored?.commitment ?? []));
  await store.close();
});

test('a log starts with one genesis, and a body of another kind is a fault', async () => {
  const empty = await openSqliteStore(`${makeTemporaryFolder()}/candor.sqlite`);
  await expect(empty.transaction(() => appendEntry(empty, runtime, toDelay('x')))).rejects.toThrow('genesis');
  await empty.close();
  const store = await openLog(makeTemporaryFolder());
  const genesis = await readStoredEntry(store, 0);
  const entry = readEntry(genesis?.opening?.entry ?? '');
  if (entry === null) throw new Error('a genesis');
  await expect(store.transaction(() => appendEntry(store, runtime, entry))).rejects.toThrow('genesis');
  await expect(
    store.transaction(() => appendEntry(store, runtime, { kind: 'delay', at: 1, body: { why: 'x' } })),
  ).rejects.toThrow('missing');
  expect(await countEntries(store)).toBe(1);
  await store.close();
});

test('tiles stay current one by one and in batches, and prove every entry, also for past sizes', async () => {
  const store = await openLog(makeTemporaryFolder());
  const batches = [1, 1, 250, 3, 1, 600, 2];
  for (const count of batches) {
    const first = await countEntries(store);
    await store.transaction(() =>
      appendEntries(
        store,
        runtime,
        Array.from({ length: count }, (_, at) => toPadding(first + at)),
      ),
    );
  }
  const size = await countEntries(store);
  expect(size).toBe(859);
  const commitments = await readCommitments(store, 0, size);
  for (const past of [1, 256, 257, 300, 859]) {
    const tree = new LogTree(runtime);
    tree.append(commitments.subarray(0, past * 32));
    const prover = new TileProver(runtime, past, toTileSource(store));
    expect(await prover.root()).toEqual(tree.root());
    for (const index of [0, past - 1, Math.floor(past / 2)]) {
      const leaf = hashLeaf(runtime, commitments.subarray(index * 32, index * 32 + 32));
      const path = await prover.proveInclusion(index);
      expect(verifyInclusion(runtime, { leaf, index, path }, { size: past, root: tree.root() })).toBe(true);
    }
  }
  await store.close();
});

test('erasing unlinks an entry and keeps the tree', async () => {
  const store = await openLog(makeTemporaryFolder());
  await store.transaction(() => appendEntry(store, runtime, toDelay('asked')));
  const before = await readStoredEntry(store, 1);
  const root = await rootOf(store);
  await store.transaction(() => eraseEntry(store, 1));
  const after = await readStoredEntry(store, 1);
  expect(after?.opening).toBeNull();
  const row = store.db.selectFrom('ledger_entry').select(['salt', 'entry']).where('position', '=', 1);
  expect(await row.executeTakeFirst()).toEqual({ salt: null, entry: null });
  expect(after?.commitment).toEqual(before?.commitment);
  expect(await rootOf(store)).toEqual(root);
  // Nothing that is left of the entry leads to the commitment: neither the text without its salt, nor the salt of
  // another.
  const text = before?.opening?.entry ?? '';
  const guesses = [new Uint8Array(32), saltOf(0), saltOf(2)].map((salt) => commitEntry(runtime, salt, text));
  expect(guesses).not.toContainEqual(new Uint8Array(after?.commitment ?? []));
  await store.transaction(() => appendEntry(store, runtime, toDelay('again')));
  expect(await countEntries(store)).toBe(3);
  await store.close();
});
