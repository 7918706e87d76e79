import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const MIGRATIONS = join(import.meta.dirname, '../../src/adapters/migrations');

/** Every table and index as the engine knows them, one column a line. */
function dump(path: string): string {
  const raw = new Database(path, { readonly: true });
  const rows = raw
    .prepare<[], { sql: string }>(
      "select sql from sqlite_master where sql is not null and name not like 'kysely%' and name not like 'sqlite%' order by type desc, name",
    )
    .all();
  raw.close();
  return `${rows.map(({ sql }) => sql.replaceAll(', "', ',\n  "')).join(';\n\n')};\n`;
}

test('the numbered migrations give exactly the written schema', async () => {
  const path = join(makeTemporaryFolder(), 'candor.sqlite');
  await (await openSqliteStore(path)).close();
  await expect(dump(path)).toMatchFileSnapshot('schema.sql');
});

test('a numbered migration is never edited: a change is a new number', async () => {
  const digests = readdirSync(MIGRATIONS)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(MIGRATIONS, name)))
          .digest('hex')}  ${name}`,
    );
  await expect(`${digests.join('\n')}\n`).toMatchFileSnapshot('migrations.sha256');
});
