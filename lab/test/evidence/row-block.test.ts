import { join } from 'node:path';
import type { AuditRecord } from '@candor/core/evidence/record';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { findRow, RowBlockWriter, streamRowBlocks } from '../../src/evidence/store/row-block.ts';
import type { StoredRow } from '../../src/evidence/store/stored-record.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const row = (id: number, own: Partial<StoredRow> = {}): StoredRow => ({
  id,
  fileId: 3,
  line: id + 1,
  recordId: `id-${id}`,
  time: 1_000_000_000 + id,
  actorId: id % 7,
  throttled: false,
  failed: false,
  lossy: null,
  ...own,
});

function write(writer: RowBlockWriter, rows: readonly StoredRow[]): void {
  for (const { id, line, actorId, recordId, time, throttled, failed, lossy } of rows) {
    writer.add({ id, line, actorId }, { id: recordId, time, throttled, failed, lossy } as AuditRecord);
    if (writer.isFull) writer.write(3);
  }
  writer.write(3);
}

const copy = ({ id, fileId, line, recordId, time, actorId, throttled, failed, lossy }: StoredRow): StoredRow => ({
  id,
  fileId,
  line,
  recordId,
  time,
  actorId,
  throttled,
  failed,
  lossy,
});

async function read(store: Store): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const block of streamRowBlocks(store)) {
    for (let at = 0; at < block.size; at += 1) rows.push(copy(block.row(at)));
  }
  return rows;
}

const open = () => openSqliteStore(join(makeTemporaryFolder(), 'candor.sqlite'));

it('returns every field of a row unchanged', async () => {
  const store = await open();
  const rows = [
    row(16),
    row(17, { recordId: 'é–\u{1f600}', time: -2_208_988_800 }),
    row(18, { recordId: '', time: 253_402_300_799, line: 5_000_000_000 }),
    row(19, { throttled: true, actorId: 4_000_000_000 }),
    row(20, { lossy: 'count-mismatch' }),
    row(21, { lossy: 'no-list', throttled: true }),
    row(22, { lossy: 'depth' }),
    row(23, { recordId: 'a\nb\0c' }),
    row(24, { lossy: 'no-ids', throttled: true }),
    row(25, { lossy: 'no-ids', throttled: true, failed: true }),
    row(26, { failed: true }),
  ];
  write(new RowBlockWriter(store), rows);
  expect(await read(store)).toEqual(rows);
  await store.close();
});

it('finds any row of any block by id, and no missing one', async () => {
  const store = await open();
  const rows = Array.from({ length: 10_000 }, (_, at) => row(at));
  const writer = new RowBlockWriter(store);
  write(writer, rows);
  write(writer, [row(20_000)]);
  expect(await read(store)).toEqual([...rows, row(20_000)]);
  for (const id of [0, 4095, 4096, 9999, 20_000]) expect(copy(await findRow(store, id))).toEqual(row(id));
  for (const id of [10_000, 19_999, 20_001, -1]) await expect(findRow(store, id)).rejects.toThrow('not in the store');
  await store.close();
});

it('closes a block early when its ids are long', async () => {
  const store = await open();
  const rows = Array.from({ length: 9 }, (_, at) => row(at, { recordId: String(at).repeat(300_000) }));
  write(new RowBlockWriter(store), rows);
  const sizes = await store.db.selectFrom('evidence_access_block').select('size').orderBy('first_id').execute();
  expect(sizes.map(({ size }) => size)).toEqual([4, 4, 1]);
  expect(await read(store)).toEqual(rows);
  await store.close();
});

it('does not read a block with truncated columns', async () => {
  const store = await open();
  write(new RowBlockWriter(store), [row(0)]);
  await store.db
    .updateTable('evidence_access_block')
    .set({ columns: new Uint8Array(24) })
    .execute();
  await expect(read(store)).rejects.toThrow('damaged');
  await store.close();
});
