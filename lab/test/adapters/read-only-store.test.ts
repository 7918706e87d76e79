import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReadOnlyStore } from '../../src/adapters/store/read-only-store.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

async function append(path: string, position: number): Promise<void> {
  const store = await openSqliteStore(path);
  store.insertRows(
    'ledger_entry',
    ['position', 'commitment', 'kind', 'made_at', 'salt', 'entry'],
    [[position, new Uint8Array([position, 255, 0]), 'é ☃', 2 ** 40, null, '{}']],
  );
  await store.close();
}

async function readAll(store: Store): Promise<unknown> {
  const query = store.db.selectFrom('ledger_entry').selectAll().where('kind', '=', 'é ☃').orderBy('position');
  const streamed: unknown[] = [];
  for await (const batch of store.stream(query, 1)) streamed.push(batch);
  return { all: await query.execute(), found: await store.findRows('ledger_entry', 'position', [1, 7, 0]), streamed };
}

test('a store read where nothing can be written gives the same rows and creates no file', async () => {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'a state?#%20.sqlite');
  for (const position of [0, 1, 2]) await append(path, position);
  const usual = await openSqliteStore(path);
  const expected = await readAll(usual);
  await usual.close();
  const store = openReadOnlyStore(path);
  expect(await readAll(store)).toEqual(expected);
  expect(readdirSync(folder)).toEqual(['a state?#%20.sqlite']);
  expect(() => store.insertRows('ledger_entry', ['position'], [[3]])).toThrow('for reading alone');
  await expect(store.db.deleteFrom('ledger_entry').execute()).rejects.toThrow('readonly');
  await store.close();
});

test('a store written by another process meanwhile counts as not read', async () => {
  const path = join(makeTemporaryFolder(), 'candor.sqlite');
  await append(path, 0);
  const store = openReadOnlyStore(path);
  await readAll(store);
  await append(path, 1);
  await expect(store.close()).rejects.toMatchObject({ code: 'state-in-use' });
  const again = openReadOnlyStore(path);
  await readAll(again);
  const writer = await openSqliteStore(path);
  writer.insertRows('state_fact', ['key', 'value'], [['k', 'v']]);
  await expect(again.close()).rejects.toMatchObject({ code: 'state-in-use' });
  await writer.close();
});

test('beside a live writer, a multi-step read counts as not read after a write', async () => {
  const path = join(makeTemporaryFolder(), 'candor.sqlite');
  const writer = await openSqliteStore(path);
  const write = (key: string) => writer.insertRows('state_fact', ['key', 'value'], [[key, 'v']]);
  write('a');
  const quiet = openReadOnlyStore(path, true);
  await readAll(quiet);
  await quiet.close();
  const disturbed = openReadOnlyStore(path, true);
  await readAll(disturbed);
  write('b');
  await readAll(disturbed);
  await expect(disturbed.close()).rejects.toMatchObject({
    code: 'state-in-use',
    reasons: [expect.stringContaining('run the same command again when that one has ended')],
  });
  // One look at what is going on, as a status is, need not be of one moment.
  const watching = openReadOnlyStore(path);
  write('c');
  expect(await watching.db.selectFrom('state_fact').select('key').orderBy('key').execute()).toHaveLength(3);
  await watching.close();
  await writer.close();
});
