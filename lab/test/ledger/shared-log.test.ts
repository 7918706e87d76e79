import { copyFileSync, cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '@candor/core/base';
import {
  type Entry,
  isSameHash,
  readVerifierKey,
  TileProver,
  toBase64Url,
  toVerifierKeyOf,
  toVerifierKeyText,
} from '@candor/core/ledger';
import { digestDocument, signApproval } from '@candor/core/notice/operator';
import { afterEach, expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { freshBytes } from '../../src/adapters/keys/random.ts';
import { LogHome } from '../../src/adapters/store/log-home.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { readGenesis, readKeySet } from '../../src/ledger/key-set.ts';
import { assertSoundKeys, startLog } from '../../src/ledger/start-log.ts';
import { catchUp } from '../../src/ledger/store/catch-up.ts';
import { appendEntry, countEntries, toTileSource } from '../../src/ledger/store/entry-store.ts';
import { assertCooledOff } from '../../src/notice/approval/approve.ts';
import { checkHome } from '../../src/transparency/check-home.ts';
import { checkStore } from '../../src/transparency/check-store.ts';
import { signLog } from '../../src/transparency/sign-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { foundation, ines, logSigner, omar, runtime, startedAt, toTestSigner } from './made-log.ts';

const SECRETS = { a: new Uint8Array(32).fill(1), b: new Uint8Array(32).fill(2) };
const open: Store[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** Two states that share a log, which A has begun. */
async function openTwo(): Promise<{ folder: string; home: string; a: Store; b: Store }> {
  const folder = makeTemporaryFolder();
  const home = join(folder, 'home');
  for (const name of ['home', 'a', 'b']) mkdirSync(join(folder, name));
  LogHome.make(home);
  const [a, b] = [await openOne(folder, 'a'), await openOne(folder, 'b')];
  for (const [store, incident] of [
    [a, 'harbor-a'],
    [b, 'harbor-b'],
  ] as const)
    await store.transaction(() => startLog(store, runtime, { ...foundation, incident }, logSigner, startedAt));
  return { folder, home, a, b };
}

async function openOne(folder: string, name: 'a' | 'b'): Promise<Store> {
  const store = await openSqliteStore(join(folder, name, 'candor.sqlite'));
  store.home = new LogHome({ folder: join(folder, 'home'), secret: SECRETS[name] });
  open.push(store);
  return store;
}

async function closeOne(store: Store): Promise<void> {
  open.splice(open.indexOf(store), 1);
  await store.close();
}

const delay = (why: string): Entry => ({
  kind: 'delay',
  at: startedAt,
  body: { act: 'begun', askedBy: 'Police', by: 'Ines', party: null, until: null, why },
});

/** An act whose effect is a fact in the store. */
function act(store: Store, why: string, effect: () => Promise<void> = async () => undefined): Promise<number> {
  return store.durableTransaction(async () => {
    const position = await appendEntry(store, runtime, delay(why));
    await store.db
      .insertInto('state_fact')
      .values({ key: `act-${position}` as 'incident', value: why })
      .execute();
    await effect();
    return position;
  });
}

const listKinds = async (store: Store) =>
  (await store.db.selectFrom('ledger_entry').select('kind').orderBy('position').execute()).map(({ kind }) => kind);

async function check(folder: string, name: string, store: Store) {
  const genesis = await readGenesis(store);
  const key = readVerifierKey(runtime, genesis?.keys.log ?? '');
  if (key === null) throw new Error('no key');
  const checked = await checkStore(
    { path: join(folder, name), store },
    { hashing: runtime, cryptography: nodeCryptography, key, at: startedAt + 30 * 86_400 },
  );
  return { ...checked, problems: [...checked.problems, ...(await checkHome(store))] };
}

const readRoot = async (store: Store) => new TileProver(runtime, await countEntries(store), toTileSource(store)).root();

test('acts of two states have one order, each with its content only in its own state', async () => {
  const { folder, a, b } = await openTwo();
  expect((await readGenesis(b))?.incident).toBeNull();
  expect(await act(a, 'canary-of-a')).toBe(1);
  expect(await act(b, 'canary-of-b')).toBe(2);
  expect(await act(a, 'canary-of-a again')).toBe(3);
  await b.transaction(() => catchUp(b, runtime));
  expect(await listKinds(a)).toEqual(['genesis', 'delay', 'elsewhere', 'delay']);
  expect(await listKinds(b)).toEqual(['genesis', 'elsewhere', 'delay', 'elsewhere']);
  expect(isSameHash(await readRoot(a), await readRoot(b))).toBe(true);
  expect(await check(folder, 'a', a)).toMatchObject({ problems: [], entries: 4, elsewhere: 1, abandoned: 0 });
  expect(await check(folder, 'b', b)).toMatchObject({ problems: [], entries: 4, elsewhere: 2, abandoned: 0 });
  const said = await b.db.selectFrom('ledger_entry').select('entry').execute();
  expect(JSON.stringify(said)).not.toContain('canary-of-a');
});

test('a refused act leaves nothing in the shared log', async () => {
  const { a, b } = await openTwo();
  await expect(act(a, 'x', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(a.home?.count()).toBe(1);
  expect(await act(b, 'y')).toBe(1);
});

test('a process that ends between home and state leaves a void place, and the act is repeated', async () => {
  const { folder, a, b } = await openTwo();
  // The home commits, and the state does not.
  await expect(
    act(a, 'lost', async () => {
      a.home?.commit();
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  expect(await countEntries(a)).toBe(1);
  expect(await act(b, 'between')).toBe(2);
  expect(await act(a, 'again')).toBe(3);
  expect(await listKinds(a)).toEqual(['genesis', 'void', 'elsewhere', 'delay']);
  expect(await check(folder, 'a', a)).toMatchObject({ problems: [], elsewhere: 1, abandoned: 1 });
  // Once it is void it stays so, whatever ends next.
  await closeOne(a);
  const again = await openOne(folder, 'a');
  expect(await act(again, 'and on')).toBe(4);
  expect(await check(folder, 'a', again)).toMatchObject({ problems: [], abandoned: 1 });
});

test('a state whose last commit was not marked in the home marks it with the next act', async () => {
  const { a } = await openTwo();
  const { home } = a;
  if (home === null) throw new Error('no home');
  home.settle = () => undefined;
  await act(a, 'kept');
  expect(home.list(1, 1)[0]?.standing).toBe('open');
  await act(a, 'next');
  expect(home.list(1, 1)[0]?.standing).toBe('kept');
});

test('a state restored from an older day decides nothing', async () => {
  const { folder, a } = await openTwo();
  await act(a, 'one');
  await closeOne(a);
  cpSync(join(folder, 'a'), join(folder, 'backup'), { recursive: true });
  const later = await openOne(folder, 'a');
  await act(later, 'two');
  await closeOne(later);
  rmSync(join(folder, 'a'), { recursive: true });
  cpSync(join(folder, 'backup'), join(folder, 'a'), { recursive: true });
  const restored = await openOne(folder, 'a');
  await expect(act(restored, 'two anew')).rejects.toMatchObject({ code: 'log-backwards' });
  expect((await check(folder, 'a', restored)).problems).toMatchObject([{ code: 'log-home', place: 'entry 2' }]);
});

test('a shared log restored from an older day accepts nothing', async () => {
  const { folder, home, a, b } = await openTwo();
  await act(a, 'one');
  for (const store of [a, b]) store.home?.close();
  copyFileSync(join(home, 'log.sqlite'), join(folder, 'older.sqlite'));
  await act(a, 'two');
  for (const store of [a, b]) store.home?.close();
  for (const suffix of ['-wal', '-shm']) rmSync(join(home, `log.sqlite${suffix}`), { force: true });
  copyFileSync(join(folder, 'older.sqlite'), join(home, 'log.sqlite'));
  await expect(act(a, 'three')).rejects.toMatchObject({ code: 'log-backwards' });
  // B knew nothing of the second act, and cannot tell.
  expect(await act(b, 'other')).toBe(2);
  await expect(act(a, 'three')).rejects.toMatchObject({ code: 'log-backwards' });
});

test("detects an own entry that a state hides among others'", async () => {
  for (const kind of ['elsewhere', 'void']) {
    const { folder, a, b } = await openTwo();
    await act(a, 'inconvenient');
    await act(b, 'other');
    await a.transaction(() => catchUp(a, runtime));
    await a.db.updateTable('ledger_entry').set({ kind, salt: null, entry: null }).where('position', '=', 1).execute();
    expect((await check(folder, 'a', a)).problems).toMatchObject([{ code: 'log-home', place: 'entry 1' }]);
  }
});

test('a change of operators in one incident counts for the other, also after a crash', async () => {
  for (const isKilled of [false, true]) {
    const { a, b } = await openTwo();
    const nora = toTestSigner('Nora Quint', 3);
    const operators = [ines, nora].map(({ name, publicKey }) => ({ key: toBase64Url(publicKey), name }));
    const log = toVerifierKeyText(toVerifierKeyOf(runtime, logSigner));
    const document = { v: 1, log, operators, quorum: 2, follows: 0 };
    const digest = digestDocument(runtime, document);
    const approvals = [await signApproval(ines, 'operators', digest), await signApproval(omar, 'operators', digest)];
    const body = { document, approvals: approvals as unknown as Json };
    const bring = a.transaction(async () => {
      await appendEntry(a, runtime, { kind: 'operators', at: startedAt, body });
      if (!isKilled) return;
      a.home?.commit();
      throw new Error('killed');
    });
    await bring.catch(() => undefined);
    for (const store of [b, a]) {
      await store.transaction(() => catchUp(store, runtime));
      expect((await readKeySet(store))?.operators.map(({ name }) => name)).toEqual(['Ines Adler', 'Nora Quint']);
      await expect(assertSoundKeys(store, runtime, nodeCryptography)).resolves.toBeUndefined();
    }
  }
});

test('periods that another incident published count for a wait here', async () => {
  const { folder, a, b } = await openTwo();
  const nora = toTestSigner('Nora Quint', 3);
  const operators = [ines, nora].map(({ name, publicKey }) => ({ key: toBase64Url(publicKey), name }));
  const log = toVerifierKeyText(toVerifierKeyOf(runtime, logSigner));
  const body = { document: { v: 2, log, operators, quorum: 2, follows: 0 }, approvals: [] };
  await b.transaction(() => appendEntry(b, runtime, { kind: 'operators', at: startedAt, body }));
  const sign = async (hour: number) => {
    await b.transaction(() => catchUp(b, runtime));
    const operator = { name: nora.name, key: toBase64Url(nora.publicKey), custodian: null };
    const signs = assertCooledOff(b, operator, startedAt + hour * 3600 + 60);
    return signs.then(
      () => 'signs',
      (cause: { readonly message: string }) => cause.message,
    );
  };
  const deps = { hashing: runtime, cryptography: nodeCryptography, signer: logSigner, freshBytes };
  for (let hour = 1; hour <= 24; hour += 1)
    await signLog({ path: join(folder, 'a'), store: a }, { ...deps, at: startedAt + hour * 3600 });
  expect(await sign(24)).toContain('23 of 24 periods');
  await signLog({ path: join(folder, 'a'), store: a }, { ...deps, at: startedAt + 25 * 3600 });
  expect(await sign(25)).toBe('signs');
});

test('checks a state without the home, and says that it was not compared', async () => {
  const { folder, home, a } = await openTwo();
  await act(a, 'one');
  for (const store of open) store.home?.close();
  renameSync(home, join(folder, 'elsewhere'));
  expect(await checkHome(a)).toMatchObject([
    { code: 'log-home', place: home, text: expect.stringContaining('was not compared') },
  ]);
});

test('a log that started alone continues in the home with its entries and checkpoints', async () => {
  const folder = makeTemporaryFolder();
  for (const name of ['home', 'a', 'b']) mkdirSync(join(folder, name));
  LogHome.make(join(folder, 'home'));
  const a = await openOne(folder, 'a');
  const { home } = a;
  a.home = null;
  await a.transaction(() => startLog(a, runtime, foundation, logSigner, startedAt));
  await act(a, 'alone');
  const before = await readRoot(a);
  a.home = home;
  expect(await act(a, 'shared')).toBe(2);
  const b = await openOne(folder, 'b');
  await b.transaction(() => catchUp(b, runtime));
  expect(await listKinds(b)).toEqual(['genesis', 'elsewhere', 'elsewhere']);
  expect(isSameHash(before, await new TileProver(runtime, 2, toTileSource(b)).root())).toBe(true);
  expect((await check(folder, 'a', a)).problems).toEqual([]);
});
