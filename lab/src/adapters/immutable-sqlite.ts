import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

type Row = Record<string, SQLOutputValue>;

/**
 * A database file that nothing writes, opened without any file beside it. SQLite reads a write-ahead database where it
 * cannot make one only when it is told that the file is immutable, and better-sqlite3 has that way of saying so
 * switched off; the SQLite in Node has not.
 */
export function openImmutable(path: string): SqliteDatabase {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, { readOnly: true });
  return {
    close: () => database.close(),
    prepare: (sql): SqliteStatement => {
      const statement = database.prepare(sql);
      const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        // Whatever is asked has rows; what has none gives an empty list.
        reader: true,
        all: (parameters) => (statement.all(...bind(parameters)) as Row[]).map(withBuffers),
        run: (parameters) => statement.run(...bind(parameters)),
        *iterate(parameters) {
          for (const row of statement.iterate(...bind(parameters))) yield withBuffers(row as Row);
        },
      };
    },
  };
}

/** Rows as better-sqlite3 gives them: with Buffers, and with the prototype of every object. */
function withBuffers(row: Row): Row {
  const copy: Row = { ...row };
  for (const [name, value] of Object.entries(row))
    if (value instanceof Uint8Array) copy[name] = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return copy;
}
