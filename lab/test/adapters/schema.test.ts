import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { toStateTypes } from '../../../tools/state-types.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const ADAPTERS = join(import.meta.dirname, '../../src/adapters/store');
const MIGRATIONS = join(ADAPTERS, 'migrations');

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

test('the types of the tables are those of the written schema', async () => {
  const dumped = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8');
  const notes = readFileSync(join(ADAPTERS, 'schema-notes.txt'), 'utf8');
  await expect(toStateTypes(dumped, notes)).toMatchFileSnapshot(join(ADAPTERS, 'schema.ts'));
});

test('a note about a column that the schema does not have is refused', () => {
  const dumped = 'CREATE TABLE "kept" ("id" integer primary key,\n  "said" text, constraint "once" unique ("said"));\n';
  expect(toStateTypes(dumped, 'kept.said: By whom.')).toContain('said: string | null;');
  expect(() => toStateTypes(dumped, 'kept.gone: By whom.')).toThrow('kept.gone');
});

test('a numbered migration is never edited: a change is a new number', async () => {
  // Without imports: a module that moves changes no migration.
  const digests = readdirSync(MIGRATIONS)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(MIGRATIONS, name), 'utf8').replaceAll(/^import .*;\n/gm, ''))
          .digest('hex')}  ${name}`,
    );
  await expect(`${digests.join('\n')}\n`).toMatchFileSnapshot('migrations.sha256');
});
