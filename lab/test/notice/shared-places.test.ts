import { join } from 'node:path';
import { formatNoticeCode, readNoticeCode } from '@candor/core/notice/code';
import { toSealedPlace } from '@candor/core/verify';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../src/adapters/keys/cryptography.ts';
import { LogHome } from '../../src/adapters/store/log-home.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { claimPlaces, openCodePool } from '../../src/notice/wave/codes.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

test("a code's places are never those of another incident, and none is claimed twice", async () => {
  const folder = makeTemporaryFolder();
  LogHome.make(folder);
  const [a, b] = [await openSqliteStore(join(folder, 'a.sqlite')), await openSqliteStore(join(folder, 'b.sqlite'))];
  for (const [at, store] of [a, b].entries())
    store.home = new LogHome({ folder, secret: new Uint8Array(32).fill(at + 1) });
  const full = Array.from({ length: 4096 }, (_, bucket) => [bucket, bucket === 77 ? 5 : 6] as const);
  b.home?.writePlaces(new Map(full));
  const codes = await openCodePool(a);
  const reading = readNoticeCode(await codes.draw('northwind'));
  if (reading.state !== 'code') throw new Error('no code');
  expect((await toSealedPlace(nodeCryptography, reading.bytes)).bucket).toBe(77);
  await expect(codes.draw('northwind')).rejects.toMatchObject({ code: 'site-full' });
  b.home?.writePlaces(new Map([[3, 6]]));
  const own = Array.from({ length: 3 }, (_, at) => toNoticeRow(at + 1, new Uint8Array(16).fill(at + 1)));
  await insertWave(a);
  await a.db.insertInto('notice_notice').values(own).execute();
  await a.transaction(() => claimPlaces(a));
  expect([...(b.home?.readOthersPlaces() ?? [])].reduce((sum, [, taken]) => sum + taken, 0)).toBe(3);
  const { bucket } = await toSealedPlace(nodeCryptography, new Uint8Array(16).fill(1));
  b.home?.writePlaces(new Map([[bucket, 6]]));
  await expect(a.transaction(() => claimPlaces(a))).rejects.toMatchObject({ code: 'site-full' });
  for (const store of [a, b]) await store.close();
});

async function insertWave(store: Store): Promise<void> {
  const text = {
    kind: 'metadata',
    state: 'composed',
    made_by: 'x',
    root: '',
    manifest: '',
    digest: '',
    settings: '{}',
  };
  await store.db
    .insertInto('notice_wave')
    .values({ id: 1, version: 1, made_at: 0, salt: new Uint8Array(32), entry: null, ...text })
    .execute();
}

function toNoticeRow(id: number, code: Uint8Array) {
  const text = {
    kind: 'first',
    language: 'en',
    state: 'composed',
    facts: '{}',
    subject: '',
    text: '',
    html: '',
    record: '',
  };
  const none = { follows: null, withdrawn_at: null, withdrawn: null, withdrawal_entry: null, posting: null };
  return {
    ...{ id, wave_id: 1, party: `p${id}.example`, code: formatNoticeCode(code), ...text, ...none },
    ...{ salt: new Uint8Array(32), position: id, issued_at: 0 },
  };
}
