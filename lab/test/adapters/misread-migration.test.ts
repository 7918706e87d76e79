import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listMigrations } from '../../src/adapters/store/migration-list.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { listMisreadCopies, readMisreadUntil } from '../../src/evidence/store/misread-copies.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const MIB = 1024 * 1024;

/** Location of a copy, its file with format and size, its members, and its length. */
type Row = readonly [location: string, file: string, format: string, size: number, members: string | null, n: number];

/** What the migration notes of these copies: location, and whether that is certain. */
async function note(rows: readonly Row[]): Promise<readonly (readonly [string, boolean])[]> {
  const store = await openSqliteStore(join(makeTemporaryFolder(), 'candor.sqlite'));
  try {
    const { db } = store;
    for (const table of ['evidence_misread', 'impact_misread'] as const) await db.schema.dropTable(table).execute();
    for (const [location, file, format, size, members, length] of rows) {
      await sql`insert into evidence_file (custodian, purpose, path, format, size, sha256, modified)
        values ('ann', 'mailbox', ${file}, ${format}, ${size}, '00', '')`.execute(db);
      await sql`insert into evidence_copy (shard_id, custodian, location, file, members, position, length, sha256,
          arrived_from, fingerprint, draft, bulk, addresses)
        values (1, 'ann', ${location}, ${file}, ${members}, 0, ${length}, ${Buffer.from(location)},
          'none', ${Buffer.from(location)}, 0, 0, '')`.execute(db);
    }
    const migrations = listMigrations({ text: sql`text`, bytes: sql`blob`, generatedId: sql`integer` });
    await migrations['0020-misread-messages']?.up(db);
    expect(await readMisreadUntil(store)).toEqual(
      (await listMisreadCopies(store)).length === 0 ? null : { notice: 0, release: 0 },
    );
    return (await listMisreadCopies(store)).map(({ location, isCertain }) => [location, isCertain]);
  } finally {
    await store.close();
  }
}

test('messages are noted that were longer than one read, by what their format reads at once', async () => {
  expect(
    await note([
      ['long.eml', 'long.eml', 'message', 2 * MIB, null, MIB + 1],
      ['box#2', 'box', 'mbox', 9 * MIB, null, MIB + 1],
      // Its property list is read with it.
      ['apple.emlx', 'apple.emlx', 'emlx', MIB + 1, null, MIB - 500],
      ['all.zip!a.eml', 'all.zip', 'zip', 9 * MIB, '["a.eml"]', MIB / 2 + 1],
      ['all.zip.gz!a.eml', 'all.zip.gz', 'gzip of zip', 9 * MIB, '["\\u0000gzip","a.eml"]', MIB],
      ['all.tar!b.zip!a.eml', 'all.tar', 'tar', 9 * MIB, '["b.zip","a.eml"]', MIB],
    ]),
  ).toEqual([
    ['all.tar!b.zip!a.eml', false],
    ['all.zip!a.eml', false],
    ['all.zip.gz!a.eml', false],
    ['apple.emlx', true],
    ['box#2', true],
    ['long.eml', true],
  ]);
});

test('and no others', async () => {
  expect(
    await note([
      ['short.eml', 'short.eml', 'message', 2 * MIB, null, MIB],
      ['apple.emlx', 'apple.emlx', 'emlx', MIB, null, MIB - 500],
      ['all.zip!a.eml', 'all.zip', 'zip', 9 * MIB, '["a.eml"]', MIB / 2],
      ['all.zip!a.mbox#1', 'all.zip', 'zip', 9 * MIB, '["a.mbox"]', 3 * MIB],
      ['all.tar!a.eml', 'all.tar', 'tar', 9 * MIB, '["a.eml"]', 3 * MIB],
      ['a.eml.gz', 'a.eml.gz', 'gzip of message', 9 * MIB, '["\\u0000gzip"]', 3 * MIB],
      ['a.pst#7', 'a.pst', 'pst', 9 * MIB, null, 3 * MIB],
      ['a.msg', 'a.msg', 'msg', 9 * MIB, null, 3 * MIB],
    ]),
  ).toEqual([]);
});
