import { chmodSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type Compilable, Kysely, type Selectable } from 'kysely';
import { sleep } from '../process/clock.ts';
import { DEFAULT_BATCH_ROWS, toBatches } from './batches.ts';
import { keepStatements } from './kept-statements.ts';
import type { LogHome } from './log-home.ts';
import { migrate } from './migrate.ts';
import { PatientDialect } from './patient-dialect.ts';
import { isBusy } from './process-lock.ts';
import type { Schema } from './schema.ts';
import type { Store, StoreValue, TableName } from './store.ts';
import { StreamConnections } from './stream-connections.ts';

/** Rows of one INSERT statement: more hardly pay, and SQLite takes 32,766 values. */
const rowsPerStatement = 64;
/** Page cache of the main connection, in KiB (negative is SQLite's way to say so). */
const cacheKib = -8_000;
/** Page cache of a connection that streams: it sees each page once, and what it sorts goes to a file beyond this. */
const streamCacheKib = -4_000;
/** Several senders write in turns, each for some milliseconds; who waits longer than this has met something else. */
const busyMs = 30_000;
/** Between two tries to write: a run leaves others little more between two of its transactions. */
const POLL_MS = 3;
/** Rows of one transaction of what is done in steps: some 50 ms. */
const ROWS_A_STEP = 4_000;
/** Between two steps, for others to write in. */
const GIVE_WAY_MS = 8;
/** A state is mostly written at once: large pages cost a quarter of the system calls. Only for a new file. */
const pageBytes = 32_768;

/**
 * Opens (makes, migrates) the state file. Only its owner may read it: it names custodians and correspondents.
 * @param isRead nothing is written through this store once it is open, whatever is asked of it
 */
export async function openSqliteStore(path: string, isRead = false): Promise<Store> {
  const connection = new Database(path);
  try {
    chmodSync(path, 0o600);
    tune(connection);
    const dialect = new PatientDialect({ database: keepStatements(connection) }, (write) =>
      connection.inTransaction ? write() : patiently(connection, write),
    );
    const db = new Kysely<Schema>({ dialect });
    await migrate(connection, db);
    // The engine refuses every write then. A connection without write access would leave its log beside the file.
    if (isRead) connection.pragma('query_only = ON');
    return new SqliteStore(path, connection, db);
  } catch (cause) {
    // Nothing may stay beside a state that could not be opened, such as the log's index on a full disk.
    connection.close();
    throw cause;
  }
}

function tune(connection: Database.Database): void {
  connection.pragma(`page_size = ${pageBytes}`);
  connection.pragma('journal_mode = WAL');
  // A killed process loses nothing with NORMAL; only a power cut may lose the last transaction, never tear one.
  connection.pragma('synchronous = NORMAL');
  connection.pragma(`busy_timeout = ${busyMs}`);
  connection.pragma(`cache_size = ${cacheKib}`);
  connection.pragma('temp_store = FILE');
  connection.pragma('foreign_keys = ON');
}

/**
 * Tries until nobody else writes. The engine's own wait would block the process, and with it whoever writes in it. What
 * is tried must reach the engine before it returns, and change nothing when it is refused.
 */
async function patiently<T>(connection: Database.Database, write: () => T | Promise<T>): Promise<T> {
  const until = performance.now() + busyMs;
  for (;;) {
    try {
      return await tryOnce(connection, write);
    } catch (cause) {
      if (!isBusy(cause) || performance.now() >= until) throw cause;
    }
    await sleep(POLL_MS);
  }
}

function tryOnce<T>(connection: Database.Database, write: () => T): T {
  connection.pragma('busy_timeout = 0');
  try {
    return write();
  } finally {
    connection.pragma(`busy_timeout = ${busyMs}`);
  }
}

class SqliteStore implements Store {
  readonly folder: string;
  readonly db: Kysely<Schema>;
  home: LogHome | null = null;
  readonly #path: string;
  readonly #connection: Database.Database;
  readonly #inserts = new Map<string, Database.Statement>();
  readonly #finds = new Map<string, Database.Statement>();
  /** They are their own: a running statement would lock the main one, and in WAL mode each keeps its snapshot. */
  readonly #streams: StreamConnections;
  #syncing: Promise<void> | null = null;
  #nextSync: Promise<void> | null = null;
  #log: FileHandle | null = null;

  constructor(path: string, connection: Database.Database, db: Kysely<Schema>) {
    this.folder = dirname(path);
    this.#path = path;
    this.#connection = connection;
    this.db = db;
    this.#streams = new StreamConnections(() => {
      const reader = new Database(path, { readonly: true });
      reader.pragma(`cache_size = ${streamCacheKib}`);
      return reader;
    });
  }

  insertRows(
    table: TableName,
    columns: readonly string[],
    rows: readonly (readonly StoreValue[])[],
    shared: Readonly<Record<string, StoreValue>> = {},
  ): void {
    if (rows.length === 0) return;
    this.insertTogether(() => this.#insert(table, columns, rows, shared));
  }

  insertTogether(work: () => void): void {
    if (this.#connection.inTransaction) work();
    else this.#connection.transaction(work)();
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await patiently(this.#connection, () => this.#connection.exec('BEGIN IMMEDIATE'));
    try {
      const result = await work();
      this.home?.commit();
      this.#connection.exec('COMMIT');
      this.home?.settle();
      return result;
    } catch (cause) {
      this.home?.rollback();
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      throw cause;
    }
  }

  async durableTransaction<T>(work: () => Promise<T>): Promise<T> {
    const result = await this.transaction(work);
    await this.sync();
    return result;
  }

  sync(): Promise<void> {
    if (this.#syncing === null) {
      this.#syncing = this.#syncNow().finally(() => {
        this.#syncing = null;
      });
      return this.#syncing;
    }
    // The wait that runs may have begun before the caller's commit.
    const running = this.#syncing;
    this.#nextSync ??= running
      .catch(() => undefined)
      .then(() => {
        this.#nextSync = null;
        return this.sync();
      });
    return this.#nextSync;
  }

  async findRows<Name extends TableName>(
    table: Name,
    key: string & keyof Schema[Name],
    numbers: Iterable<number>,
  ): Promise<Selectable<Schema[Name]>[]> {
    const name = `${table} ${key}`;
    let statement = this.#finds.get(name);
    if (statement === undefined) {
      statement = this.#connection.prepare(`SELECT * FROM "${table}" WHERE "${key}" = ?`);
      this.#finds.set(name, statement);
    }
    const rows: Selectable<Schema[Name]>[] = [];
    for (const number of numbers) {
      const row = statement.get(number);
      if (row !== undefined) rows.push(row as Selectable<Schema[Name]>);
    }
    return rows;
  }

  async deleteInSteps(table: TableName, condition: string, values: readonly (string | number)[]): Promise<void> {
    const some = `SELECT rowid FROM "${table}" WHERE ${condition} LIMIT ${ROWS_A_STEP}`;
    const statement = this.#connection.prepare(`DELETE FROM "${table}" WHERE rowid IN (${some})`);
    for (;;) {
      const { changes } = await patiently(this.#connection, () => statement.run(values));
      if (changes < ROWS_A_STEP) return;
      await sleep(GIVE_WAY_MS);
    }
  }

  async insertInSteps(
    table: TableName,
    columns: readonly string[],
    rows: Iterable<readonly StoreValue[]>,
  ): Promise<void> {
    for (const step of toBatches(rows, ROWS_A_STEP)) {
      await patiently(this.#connection, () => this.insertRows(table, columns, step));
      if (step.length === ROWS_A_STEP) await sleep(GIVE_WAY_MS);
    }
  }

  stream<Row>(query: Compilable<Row>, batchRows: number = DEFAULT_BATCH_ROWS): AsyncIterable<Row[]> {
    return this.#streams.stream(query, batchRows);
  }

  async createIndex(name: string, table: TableName, columns: readonly string[]): Promise<void> {
    await this.db.schema
      .createIndex(name)
      .ifNotExists()
      .on(table)
      .columns([...columns] as never)
      .execute();
  }

  async scrub(): Promise<void> {
    this.#connection.exec('VACUUM');
    this.#connection.pragma('wal_checkpoint(TRUNCATE)');
  }

  async close(): Promise<void> {
    this.home?.close();
    this.#streams.close();
    await this.db.destroy();
    await this.#log?.close();
  }

  /**
   * Commits lie in the write-ahead log, which the engine brings to the disk by itself only before it copies from it.
   * Doing so from outside needs no lock: with several senders, a commit that waits for the disk would hold all of them
   * up, each for each.
   */
  async #syncNow(): Promise<void> {
    if (this.#log === null) {
      this.#log = await open(`${this.#path}-wal`, 'r+');
      // The log's name must last as well as its content.
      const folder = await open(dirname(this.#path), 'r');
      await folder.sync();
      await folder.close();
    }
    await this.#log.datasync();
  }

  #insert(
    table: TableName,
    columns: readonly string[],
    rows: readonly (readonly StoreValue[])[],
    shared: Readonly<Record<string, StoreValue>>,
  ): void {
    const names = Object.keys(shared);
    const whole = rows.length - (rows.length % rowsPerStatement);
    if (whole > 0) {
      const many = this.#prepareInsert(table, columns, names, rowsPerStatement);
      const values = new Array<StoreValue>(rowsPerStatement * columns.length);
      let filled = 0;
      for (let at = 0; at < whole; at += 1) {
        for (const value of rows[at] ?? []) values[filled++] = value;
        if (filled < values.length) continue;
        many.run(values, shared);
        filled = 0;
      }
    }
    if (whole === rows.length) return;
    const one = this.#prepareInsert(table, columns, names, 1);
    for (let at = whole; at < rows.length; at += 1) one.run(rows[at], shared);
  }

  /**
   * A shared value is bound once a statement, a column's value once a row: binding is half of what a narrow row costs.
   */
  #prepareInsert(
    table: TableName,
    columns: readonly string[],
    shared: readonly string[],
    rowCount: number,
  ): Database.Statement {
    const key = `${table} ${rowCount} ${columns.join()} ${shared.join()}`;
    const known = this.#inserts.get(key);
    if (known !== undefined) return known;
    const row = `(${[...columns.map(() => '?'), ...shared.map((column) => `@${column}`)].join()})`;
    const names = [...columns, ...shared].map((column) => `"${column}"`).join();
    const text = `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: rowCount }, () => row).join()}`;
    const statement = this.#connection.prepare(text);
    this.#inserts.set(key, statement);
    return statement;
  }
}
