import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { LogSettings, Operator } from '@candor/core/incident';
import { afterEach, expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { freshBytes } from '../../src/adapters/keys/random.ts';
import { openStateForWriting, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { connectLog } from '../../src/ledger/connect-log.ts';
import { readGenesis } from '../../src/ledger/key-set.ts';
import { openLogSigner, startLog } from '../../src/ledger/start-log.ts';
import { countEntries } from '../../src/ledger/store/entry-store.ts';
import { signLog } from '../../src/transparency/sign-log.ts';
import { foundation, origin, runtime, startedAt } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const open: StateFolder[] = [];
afterEach(async () => {
  for (const state of open.splice(0)) await state.close();
});

/** An incident's folder with the state where it lies by custom. */
async function openState(root: string, name: string): Promise<{ folder: string; state: StateFolder }> {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const state = await openStateForWriting(join(folder, '.candor'));
  open.push(state);
  return { folder, state };
}

const settings = (home: string | null): LogSettings => ({ origin, everySeconds: 3600, entries: 64, home });

async function act(
  { folder, state }: { folder: string; state: StateFolder },
  home: string | null,
  incident: string,
  operators: readonly Operator[] = foundation.operators,
): Promise<void> {
  const log = settings(home);
  await connectLog(state, runtime, log, folder);
  const signer = openLogSigner(state, origin);
  await state.store.durableTransaction(() =>
    startLog(state.store, runtime, { incident, log, operators }, signer, startedAt),
  );
}

const sign = (state: StateFolder) =>
  signLog(state, {
    ...{ hashing: runtime, cryptography: nodeCryptography, freshBytes },
    signer: openLogSigner(state, origin),
    at: startedAt + 60,
  });

test('refuses a second log of one domain and shows what to write in both incident files', async () => {
  const root = makeTemporaryFolder();
  const [first, second] = [await openState(root, 'first'), await openState(root, 'second')];
  await act(first, null, 'first');
  await sign(first.state);
  await expect(act(second, null, 'second')).rejects.toMatchObject({
    code: 'log-elsewhere',
    reasons: [expect.stringContaining(`has started in ${first.state.path}`)],
  });
  expect(await countEntries(second.state.store)).toBe(0);
  expect(existsSync(join(second.state.path, 'keys/log.key'))).toBe(false);
  // Another domain's log is another thing.
  await expect(
    connectLog(second.state, runtime, { ...settings(null), origin: 'lamp.example/log' }, second.folder),
  ).resolves.toBeUndefined();
  await act(first, '../home', 'first');
  await expect(act(second, null, 'second')).rejects.toMatchObject({
    code: 'log-elsewhere',
    reasons: [expect.stringContaining(`add \`home: ${join(root, 'home')}\``)],
  });
});

test('world-writable files beside it do not stop a log', async () => {
  const root = makeTemporaryFolder();
  const [first, second] = [await openState(root, 'first'), await openState(root, 'second')];
  await act(first, null, 'first');
  await sign(first.state);
  chmodSync(root, 0o1777);
  await act(second, null, 'second');
  expect(await countEntries(second.state.store)).toBe(1);
});

test('a state of another account beside it does not stop a log, and a refusal says how to get out', async (context) => {
  if (process.getuid?.() !== 0) context.skip('only root may give a folder to another account');
  const root = makeTemporaryFolder();
  const [first, second] = [await openState(root, 'first'), await openState(root, 'second')];
  await act(first, null, 'first');
  await sign(first.state);
  await expect(act(second, null, 'second')).rejects.toMatchObject({
    reasons: [expect.stringContaining('If that state is a copy, a test or not yours, move its folder elsewhere')],
  });
  chownSync(first.state.path, 12_345, 12_345);
  await act(second, null, 'second');
  expect(await countEntries(second.state.store)).toBe(1);
});

test('a log that started alone brings its key and entries along, and the second joins it', async () => {
  const root = makeTemporaryFolder();
  const [first, second] = [await openState(root, 'first'), await openState(root, 'second')];
  await act(first, null, 'first');
  const signed = await sign(first.state);
  const key = readFileSync(join(first.state.path, 'keys/log.key'), 'utf8');
  await act(first, '../home', 'first');
  expect(readFileSync(join(root, 'home/log.key'), 'utf8')).toBe(key);
  expect(existsSync(join(first.state.path, 'keys/log.key'))).toBe(false);
  await act(second, '../home', 'second');
  expect(existsSync(join(second.state.path, 'keys/log.key'))).toBe(false);
  expect((await readGenesis(second.state.store))?.incident).toBe('first');
  // What the first one signed is signed for the second as well.
  const { size, root: same } = await sign(second.state);
  expect([size, Buffer.from(same).toString('hex')]).toEqual([signed.size, Buffer.from(signed.root).toString('hex')]);
  expect(second.state.store.home?.countMembers()).toBe(2);
});

test('a log shared from the beginning names no incident', async () => {
  const root = makeTemporaryFolder();
  const second = await openState(root, 'second');
  await act(second, '../home', 'second');
  expect((await readGenesis(second.state.store))?.incident).toBeNull();
});

test('never merges two started logs, and no incident leaves a shared one silently', async () => {
  const root = makeTemporaryFolder();
  const [first, second] = [await openState(root, 'a/first'), await openState(root, 'b/second')];
  await act(first, join(root, 'home'), 'first');
  await act(second, null, 'second');
  await expect(act(second, join(root, 'home'), 'second')).rejects.toMatchObject({ code: 'log-elsewhere' });
  expect(second.state.store.home).toBeNull();
  await expect(act(first, null, 'first')).rejects.toMatchObject({ code: 'log-differs' });
});

test('a moved home is the same home; a missing or different one is not', async () => {
  const root = makeTemporaryFolder();
  const first = await openState(root, 'first');
  await act(first, '../home', 'first');
  first.state.store.home?.close();
  renameSync(join(root, 'home'), join(root, 'moved'));
  await expect(first.state.store.durableTransaction(async () => first.state.store.home?.begin())).rejects.toMatchObject(
    {
      code: 'no-log-home',
    },
  );
  await act(first, '../moved', 'first');
  expect(await countEntries(first.state.store)).toBe(1);
  const other = await openState(root, 'other/incident');
  await act(other, join(root, 'foreign'), 'other');
  await expect(act(first, join(root, 'foreign'), 'first')).rejects.toMatchObject({ code: 'log-backwards' });
});

test('an operator whose own mailbox is in one incident keeps it for both', async () => {
  const root = makeTemporaryFolder();
  const [first, second] = [await openState(root, 'first'), await openState(root, 'second')];
  const [omar, ines] = foundation.operators;
  if (omar === undefined || ines === undefined) throw new Error('two operators');
  await act(first, '../home', 'first', [{ ...omar, custodian: 'bell-o' }, ines]);
  await expect(act(second, '../home', 'second')).resolves.toBeUndefined();
  // A mailbox that the log does not have takes two people.
  await expect(act(second, '../home', 'second', [omar, { ...ines, custodian: 'adler-i' }])).rejects.toMatchObject({
    code: 'log-differs',
  });
});

test.each(['.candor', '.candor/keys', '../first/.candor/keys'])('refuses a home inside a state: %s', async (home) => {
  const root = makeTemporaryFolder();
  const [first, second] = [await openState(root, 'first'), await openState(root, 'second')];
  await act(first, null, 'first');
  await expect(act(home.startsWith('..') ? second : first, home, 'second')).rejects.toMatchObject({
    code: 'log-home-inside-state',
  });
  expect(existsSync(join(first.state.path, 'keys/log.sqlite'))).toBe(false);
});
