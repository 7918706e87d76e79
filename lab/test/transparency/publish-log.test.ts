import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  listTiles,
  readCheckpoint,
  readEntryTile,
  readNote,
  signNote,
  toCheckpointText,
  toNoteText,
  toTilePath,
} from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { withSigningLock } from '../../src/ledger/signed-head.ts';
import { countEntries } from '../../src/ledger/store/entry-store.ts';
import { logSigner, origin, runtime, toTestSigner } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { act, makeState, publishAfter } from './published-log.ts';

/** Path → size of every file below a folder. */
function listSizes(folder: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = readFileSync(path).length;
  }
  return found;
}

test('size and files depend only on time, whatever was done', async () => {
  const quiet = await makeState(makeTemporaryFolder());
  const busy = await makeState(makeTemporaryFolder());
  for (let at = 0; at < 30; at += 1) await act(busy, `${at}`);
  for (const periods of [0, 3, 4, 9]) {
    await act(busy, `in period ${periods}`);
    const a = await publishAfter(quiet, periods);
    const b = await publishAfter(busy, periods);
    expect(a.checkpoint.size).toBe(64 * (periods + 1));
    expect(b.checkpoint.size).toBe(a.checkpoint.size);
    expect(listSizes(busy.site)).toEqual(listSizes(quiet.site));
    expect(readFileSync(join(busy.site, 'checkpoint'), 'utf8')).toBe(b.note);
  }
  await quiet.store.close();
  await busy.store.close();
});

test('acts beyond the published size wait for a later period', async () => {
  const state = await makeState(makeTemporaryFolder());
  for (let at = 0; at < 100; at += 1) await act(state, `${at}`);
  const first = await publishAfter(state, 0);
  expect([first.checkpoint.size, first.waiting]).toEqual([64, 37]);
  const again = await publishAfter(state, 0.9);
  expect(again.note).toBe(first.note);
  const second = await publishAfter(state, 1);
  expect([second.checkpoint.size, second.waiting]).toEqual([128, 0]);
  await state.store.close();
});

test('publishes every tile of the size with its width, and removes partial ones that nobody can request any more', async () => {
  const state = await makeState(makeTemporaryFolder());
  for (const periods of [0, 1, 2, 3, 4, 5]) {
    const { checkpoint } = await publishAfter(state, periods);
    for (const place of listTiles(checkpoint.size)) {
      const bytes = readFileSync(join(state.site, toTilePath(place)));
      expect(bytes.length).toBe(place.width * (place.level === 'entries' ? 34 : 32));
      if (place.level === 'entries') expect(readEntryTile(bytes, place.width)).not.toBeNull();
    }
  }
  expect(existsSync(join(state.site, 'tile/0/000'))).toBe(true);
  expect(existsSync(join(state.site, 'tile/0/000.p'))).toBe(false);
  expect(existsSync(join(state.site, 'tile/0/001.p/128'))).toBe(true);
  expect(existsSync(join(state.site, 'tile/0/001.p/64'))).toBe(true);
  expect(Object.keys(listSizes(state.site)).filter((path) => path.endsWith('.partial'))).toEqual([]);
  await state.store.close();
});

test('a clock set back signs nothing smaller, and one wrong by years signs nothing', async () => {
  const state = await makeState(makeTemporaryFolder());
  const { note } = await publishAfter(state, 4);
  expect((await publishAfter(state, 1)).note).toBe(note);
  expect((await publishAfter(state, -100)).note).toBe(note);
  await expect(publishAfter(state, 24 * 365 * 40)).rejects.toMatchObject({ code: 'log-clock' });
  expect(await countEntries(state.store)).toBe(320);
  await state.store.close();
});

test('a state restored from an older day signs nothing, also after it continued', async () => {
  const folder = makeTemporaryFolder();
  const state = await makeState(folder);
  await publishAfter(state, 0);
  await state.store.close();
  const backup = join(folder, 'backup.sqlite');
  copyFileSync(join(state.path, 'candor.sqlite'), backup);
  const newer = { ...state, store: await openSqliteStore(join(state.path, 'candor.sqlite')) };
  await act(newer, 'told');
  await publishAfter(newer, 2);
  await newer.store.close();
  const published = readFileSync(join(state.site, 'checkpoint'));
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(state.path, `candor.sqlite${suffix}`), { force: true });
  copyFileSync(backup, join(state.path, 'candor.sqlite'));
  const older = { ...state, store: await openSqliteStore(join(state.path, 'candor.sqlite')) };
  await expect(publishAfter(older, 3)).rejects.toMatchObject({ code: 'log-backwards' });
  // It goes on to the same size with other acts.
  for (let at = 0; at < 200; at += 1) await act(older, `other ${at}`);
  await expect(publishAfter(older, 3)).rejects.toMatchObject({ code: 'log-backwards' });
  // Even without its own head, what is published is enough.
  rmSync(join(state.path, 'keys', 'log.head'));
  await expect(publishAfter(older, 3)).rejects.toMatchObject({ code: 'log-backwards' });
  expect(readFileSync(join(state.site, 'checkpoint'))).toEqual(published);
  await older.store.close();
});

test('a state restored together with its site is stopped by its own head', async () => {
  const folder = makeTemporaryFolder();
  const state = await makeState(folder);
  await publishAfter(state, 0);
  const old = readFileSync(join(state.site, 'checkpoint'));
  await publishAfter(state, 1);
  writeFileSync(join(state.site, 'checkpoint'), old);
  const again = await publishAfter(state, 1);
  expect(readCheckpoint(readNote(readFileSync(join(state.site, 'checkpoint')))?.text ?? '')?.size).toBe(128);
  expect(again.checkpoint.size).toBe(128);
  await state.store.close();
});

test('a state restored together with everything published signs no second history', async () => {
  const folder = makeTemporaryFolder();
  const state = await makeState(folder);
  await publishAfter(state, 0);
  await state.store.close();
  const database = join(state.path, 'candor.sqlite');
  const backup = join(folder, 'backup.sqlite');
  copyFileSync(database, backup);
  cpSync(state.site, join(folder, 'site-backup'), { recursive: true });
  const newer = { ...state, store: await openSqliteStore(database) };
  await act(newer, 'told');
  await publishAfter(newer, 2);
  await newer.store.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
  copyFileSync(backup, database);
  rmSync(state.site, { recursive: true });
  cpSync(join(folder, 'site-backup'), state.site, { recursive: true });
  const older = { ...state, store: await openSqliteStore(database) };
  // What is left of the newer day is the head that was signed, beside the store.
  await expect(publishAfter(older, 3)).rejects.toMatchObject({ code: 'log-backwards' });
  for (let at = 0; at < 200; at += 1) await act(older, `other ${at}`);
  await expect(publishAfter(older, 3)).rejects.toMatchObject({ code: 'log-backwards' });
  await older.store.close();
});

test('finds an altered entry in the store before signing anything', async () => {
  const state = await makeState(makeTemporaryFolder());
  await publishAfter(state, 0);
  const tile = await state.store.db.selectFrom('ledger_tile').selectAll().executeTakeFirstOrThrow();
  const hashes = new Uint8Array(tile.hashes);
  hashes[5] = (hashes[5] ?? 0) ^ 1;
  await state.store.db.updateTable('ledger_tile').set({ hashes }).execute();
  await expect(publishAfter(state, 1)).rejects.toMatchObject({ code: 'log-backwards' });
  // The store itself knows what it signed, where head and site were taken away.
  rmSync(join(state.path, 'keys', 'log.head'));
  rmSync(state.site, { recursive: true });
  await expect(publishAfter(state, 1)).rejects.toMatchObject({ code: 'log-backwards' });
  await state.store.close();
});

test("does not overwrite another log's checkpoint in the folder", async () => {
  const state = await makeState(makeTemporaryFolder());
  await publishAfter(state, 0);
  const text = toCheckpointText({ origin, size: 64, root: new Uint8Array(32) });
  for (const signer of [toTestSigner(origin, 9), toTestSigner('other.example/log', 7)]) {
    writeFileSync(join(state.site, 'checkpoint'), toNoteText(await signNote(runtime, text, signer)));
    await expect(publishAfter(state, 1)).rejects.toMatchObject({ code: 'foreign-checkpoint' });
  }
  writeFileSync(join(state.site, 'checkpoint'), toNoteText(await signNote(runtime, text, logSigner)));
  await expect(publishAfter(state, 1)).rejects.toMatchObject({ code: 'log-backwards' });
  await state.store.close();
});

test('rewrites lost files on request', async () => {
  const state = await makeState(makeTemporaryFolder());
  await publishAfter(state, 4);
  rmSync(join(state.site, 'tile/0/000'));
  await publishAfter(state, 4, { isWhole: true });
  expect(readFileSync(join(state.site, 'tile/0/000')).length).toBe(8192);
  await state.store.close();
});

test('of two concurrent signings or publications the second is refused and changes nothing', async () => {
  const state = await makeState(makeTemporaryFolder());
  const { note } = await publishAfter(state, 0);
  await withSigningLock(state, async () => {
    await expect(publishAfter(state, 1)).rejects.toMatchObject({ code: 'log-busy' });
  });
  expect(readFileSync(join(state.site, 'checkpoint'), 'utf8')).toBe(note);
  expect((await publishAfter(state, 1)).checkpoint.size).toBe(128);
  await state.store.close();
});

test('witness signatures on the published checkpoint stay until there is a newer one', async () => {
  const state = await makeState(makeTemporaryFolder());
  const { note } = await publishAfter(state, 0);
  const cosigned = `${note}\u2014 witness.example/w1 ${Buffer.alloc(76, 5).toString('base64')}\n`;
  writeFileSync(join(state.site, 'checkpoint'), cosigned);
  await publishAfter(state, 0.5);
  expect(readFileSync(join(state.site, 'checkpoint'), 'utf8')).toBe(cosigned);
  const next = await publishAfter(state, 1);
  expect(readFileSync(join(state.site, 'checkpoint'), 'utf8')).toBe(next.note);
  await state.store.close();
});
