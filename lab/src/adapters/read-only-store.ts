import { type BigIntStats, statSync } from 'node:fs';
import { Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import { type Compilable, Kysely, type Selectable, type SqliteDatabase, SqliteDialect } from 'kysely';
import { DEFAULT_BATCH_ROWS, toBatches } from './batches.ts';
import { openImmutable } from './immutable-sqlite.ts';
import type { Schema } from './schema.ts';
import { MIGRATION_NAMES, refuseNewer } from './sqlite.ts';
import type { Store, TableName } from './store.ts';

/**
 * Opens a state file where nothing may be written: on a disk that is mounted read-only, or in a folder of another account. Nothing is made beside it.
 * @throws Refusal where what was committed last cannot be read so, or the file is of an older or newer Candor.
 */
export function openReadOnlyStore(path: string): Store {
  const [log, index] = [lookAtFile(`${path}-wal`), lookAtFile(`${path}-shm`)];
  // A process that works on it, or was killed: with the index of its log the commits in it can be read.
  if (log !== null && index !== null) return checked(() => new Database(path, { readonly: true }), null);
  if (log !== null && log.size > 0n)
    throw new Refusal('state-not-writable', [
      `${path}: this account may not write here, and what was committed last lies in candor.sqlite-wal alone, which can only be read where a file may be made beside it; run \`candor status\` once where the folder can be written, or copy the whole folder to such a place`,
    ]);
  return checked(() => openImmutable(path), { path, before: statSync(path, { bigint: true }) });
}

/** The file as it was before it was read: whoever reads an immutable file sees no lock of who writes it. */
interface Unwatched {
  readonly path: string;
  readonly before: BigIntStats;
}

function checked(open: () => SqliteDatabase, unwatched: Unwatched | null): Store {
  const connection = open();
  const query = (sql: string): unknown[] => connection.prepare(sql).all([]);
  const isMade = query("SELECT name FROM sqlite_master WHERE name = 'kysely_migration'").length > 0;
  const done = isMade ? query('SELECT name FROM kysely_migration').map((row) => (row as { name: string }).name) : [];
  try {
    refuseNewer(done, MIGRATION_NAMES);
    if (MIGRATION_NAMES.some((name) => !done.includes(name)))
      throw new Refusal('state-not-writable', [
        'this state was made by an older version of Candor and has to be brought up to date, which this account may not do here; run `candor status` once where the folder can be written, or copy the whole folder to such a place',
      ]);
  } catch (cause) {
    connection.close();
    throw cause;
  }
  return new ReadOnlyStore(open, connection, unwatched);
}

class ReadOnlyStore implements Store {
  readonly db: Kysely<Schema>;
  readonly #open: () => SqliteDatabase;
  readonly #connection: SqliteDatabase;
  readonly #unwatched: Unwatched | null;

  constructor(open: () => SqliteDatabase, connection: SqliteDatabase, unwatched: Unwatched | null) {
    this.#open = open;
    this.#connection = connection;
    this.#unwatched = unwatched;
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
      yield* toBatches(reader.prepare(sql).iterate(parameters) as Iterable<Row>, batchRows);
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
  keepSoFar = refuse;
  createIndex = refuse;
  dropIndex = refuse;

  async close(): Promise<void> {
    await this.db.destroy();
    if (this.#unwatched === null) return;
    const { path, before } = this.#unwatched;
    const now = statSync(path, { bigint: true });
    if (now.mtimeNs === before.mtimeNs && now.size === before.size && (lookAtFile(`${path}-wal`)?.size ?? 0n) === 0n)
      return;
    throw new Refusal('state-in-use', [
      `${path}: somebody worked on this state while it was read, where this account may not write; run the same command again when that has ended`,
    ]);
  }
}

function refuse(): never {
  throw new Error('a state that cannot be written was opened for reading alone');
}

function lookAtFile(path: string): BigIntStats | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}
