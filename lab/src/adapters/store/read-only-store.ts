import { type BigIntStats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { advise, hint, Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import {
  type Compilable,
  Kysely,
  type Selectable,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely';
import { DEFAULT_BATCH_ROWS, streamBatches } from './batches.ts';
import type { LogHome } from './log-home.ts';
import { MIGRATION_NAMES, refuseNewer } from './migrate.ts';
import type { Schema } from './schema.ts';
import type { Store, TableName } from './store.ts';

/** A log's index has at least this size. */
const INDEX_BYTES = 32_768n;

/**
 * Opens a state file where nothing may be written: on a read-only disk, or in another account's folder. Creates nothing
 * beside it.
 * @param isChecked what is read in several steps must be of one moment: closing refuses after a concurrent write.
 * @throws Refusal when the last commit cannot be read this way, or the file is of an older or newer Candor.
 */
export function openReadOnlyStore(path: string, isChecked = false): Store {
  const [log, index] = [lookAtFile(`${path}-wal`), lookAtFile(`${path}-shm`)];
  // A process that works on it, or was killed: with its log's index the commits can be read.
  // On a full disk the index is cut short, beside a log that has nothing.
  const isCut = log?.size === 0n && index !== null && index.size < INDEX_BYTES;
  if (log !== null && index !== null && !isCut)
    return checked(path, () => new Database(path, { readonly: true }), isChecked ? watchCommits : null);
  if (log !== null && log.size > 0n)
    throw new Refusal('state-not-writable', [
      advise`${path}: this account may not write here, and the newest data is only in candor.sqlite-wal, which needs a writable folder to be read; run ${hint('status')} once as an account that can write here, or copy the whole folder to a writable place`,
    ]);
  return checked(path, () => openImmutable(path), watchFile);
}

/** Whether the state is still as it was when this was asked for. */
type Watch = (path: string, connection: SqliteDatabase) => () => boolean;

/** A reader of an immutable file sees no lock of its writer. */
const watchFile: Watch = (path) => {
  const before = statSync(path, { bigint: true });
  return () => {
    const now = statSync(path, { bigint: true });
    const log = lookAtFile(`${path}-wal`)?.size ?? 0n;
    return now.mtimeNs === before.mtimeNs && now.size === before.size && log === 0n;
  };
};

/** Each query sees the commits up to its start, and a stream is another connection: no snapshot covers all. */
const watchCommits: Watch = (_path, connection) => {
  const read = () => JSON.stringify(connection.prepare('PRAGMA data_version').all([]));
  const before = read();
  return () => read() === before;
};

function checked(path: string, open: () => SqliteDatabase, watch: Watch | null): Store {
  const connection = open();
  const isAsBefore = watch?.(path, connection) ?? null;
  const query = (sql: string): unknown[] => connection.prepare(sql).all([]);
  const isMade = query("SELECT name FROM sqlite_master WHERE name = 'kysely_migration'").length > 0;
  const done = isMade ? query('SELECT name FROM kysely_migration').map((row) => (row as { name: string }).name) : [];
  try {
    refuseNewer(done, MIGRATION_NAMES);
    if (MIGRATION_NAMES.some((name) => !done.includes(name)))
      throw new Refusal('state-not-writable', [
        advise`this state was made by an older version of Candor and must be updated, but this account may not write here; run ${hint('status')} once as an account that can, or copy the whole folder to a writable place`,
      ]);
  } catch (cause) {
    connection.close();
    throw cause;
  }
  return new ReadOnlyStore(path, open, connection, isAsBefore);
}

class ReadOnlyStore implements Store {
  readonly folder: string;
  readonly db: Kysely<Schema>;
  home: LogHome | null = null;
  readonly #open: () => SqliteDatabase;
  readonly #connection: SqliteDatabase;
  readonly #path: string;
  readonly #isAsBefore: (() => boolean) | null;

  constructor(
    path: string,
    open: () => SqliteDatabase,
    connection: SqliteDatabase,
    isAsBefore: (() => boolean) | null,
  ) {
    this.folder = dirname(path);
    this.#path = path;
    this.#open = open;
    this.#connection = connection;
    this.#isAsBefore = isAsBefore;
    this.db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection }) });
  }

  async findRows<Name extends TableName>(
    table: Name,
    key: string & keyof Schema[Name],
    numbers: Iterable<number>,
  ): Promise<Selectable<Schema[Name]>[]> {
    const statement = this.#connection.prepare(`SELECT * FROM "${table}" WHERE "${key}" = ?`);
    const rows: unknown[] = [];
    for (const number of numbers) rows.push(...statement.all([number]));
    return rows as Selectable<Schema[Name]>[];
  }

  async *stream<Row>(query: Compilable<Row>, batchRows: number = DEFAULT_BATCH_ROWS): AsyncIterable<Row[]> {
    const { sql, parameters } = query.compile();
    const reader = this.#open();
    try {
      yield* streamBatches(reader.prepare(sql).iterate(parameters) as Iterable<Row>, batchRows);
    } finally {
      reader.close();
    }
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  durableTransaction = refuse;
  sync = refuse;
  insertRows = refuse;
  insertTogether = refuse;
  deleteInSteps = refuse;
  insertInSteps = refuse;
  createIndex = refuse;
  scrub = refuse;

  async close(): Promise<void> {
    const isSame = this.#isAsBefore?.() ?? true;
    this.home?.close();
    await this.db.destroy();
    if (isSame) return;
    throw new Refusal('state-in-use', [
      `${this.#path}: another command changed this state while it was read; run the same command again when that one has ended`,
    ]);
  }
}

function refuse(): never {
  throw new Error('a state that cannot be written was opened for reading alone');
}

function lookAtFile(path: string): BigIntStats | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}

type Row = Record<string, SQLOutputValue>;

/**
 * Opens a database file that nothing writes, without creating files. SQLite reads a write-ahead database without write
 * access only as immutable, which better-sqlite3 cannot express and Node's SQLite can.
 */
function openImmutable(path: string): SqliteDatabase {
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
