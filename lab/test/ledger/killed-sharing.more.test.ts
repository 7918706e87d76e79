import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readEntry, readVerifierKey } from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { LogHome } from '../../src/adapters/store/log-home.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { readGenesis } from '../../src/ledger/key-set.ts';
import { startLog } from '../../src/ledger/start-log.ts';
import { catchUp } from '../../src/ledger/store/catch-up.ts';
import { checkHome } from '../../src/transparency/check-home.ts';
import { checkStore } from '../../src/transparency/check-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { foundation, logSigner, runtime, startedAt } from './made-log.ts';

const KILLS = process.env['CANDOR_LONG'] === '1' ? 200 : 12;
/** One writes some hundred acts in this time. */
const LONGEST_LIFE_MS = 250;
const program = join(import.meta.dirname, 'shared-log-program.ts');
const NAMES = ['a', 'b'] as const;

function start(folder: string, name: string): Promise<ChildProcess> {
  const args = [program, join(folder, name, 'candor.sqlite'), join(folder, 'home'), name === 'a' ? '1' : '2'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((settle) => child.stdout.once('data', () => settle(child)));
}

const kill = (child: ChildProcess) =>
  new Promise<void>((settle) => {
    child.on('close', () => settle());
    child.kill('SIGKILL');
  });

test('two states that append at the same time and are killed anywhere lose and repeat no act', {
  timeout: 600_000,
}, async () => {
  const folder = makeTemporaryFolder();
  for (const name of ['home', ...NAMES]) mkdirSync(join(folder, name));
  LogHome.make(join(folder, 'home'));
  const open = async (name: (typeof NAMES)[number]) => {
    const store = await openSqliteStore(join(folder, name, 'candor.sqlite'));
    const secret = new Uint8Array(32).fill(name === 'a' ? 1 : 2);
    store.home = new LogHome({ folder: join(folder, 'home'), secret });
    return store;
  };
  const first = await open('a');
  await first.transaction(() => startLog(first, runtime, foundation, logSigner, startedAt));
  await first.close();
  for (let at = 0; at < KILLS; at += 2) {
    const running = await Promise.all(NAMES.map((name) => start(folder, name)));
    for (const child of running) {
      await new Promise((settle) => setTimeout(settle, (LONGEST_LIFE_MS * (at + 1)) / KILLS));
      await kill(child);
    }
  }
  let own = 0;
  let abandoned = 0;
  for (const name of NAMES) {
    const store = await open(name);
    await store.transaction(() => catchUp(store, runtime));
    const key = readVerifierKey(runtime, (await readGenesis(store))?.keys.log ?? '');
    if (key === null) throw new Error('no key');
    const deps = { hashing: runtime, cryptography: nodeCryptography, key, at: startedAt };
    const checked = await checkStore({ path: join(folder, name), store }, deps);
    expect([...checked.problems, ...(await checkHome(store))]).toEqual([]);
    const entries = await store.db.selectFrom('ledger_entry').selectAll().where('kind', '=', 'delay').execute();
    const facts = await store.db.selectFrom('state_fact').selectAll().where('key', 'like', 'act-%').execute();
    const said = entries.map(({ position, entry }) => [`act-${position}`, readEntry(entry ?? '')?.body['why']]);
    expect(facts.map(({ key: fact, value }) => [fact, value]).sort()).toEqual(said.sort());
    own += entries.length;
    abandoned += checked.abandoned;
    expect(checked.entries).toBe(1 + entries.length + checked.elsewhere + checked.abandoned);
    await store.close();
  }
  expect(own).toBeGreaterThan(KILLS);
  expect(abandoned).toBeLessThanOrEqual(KILLS);
});
