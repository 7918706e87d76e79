import type { Compilable, Kysely, Selectable } from 'kysely';
import type { LogHome } from './log-home.ts';
import type { Schema } from './schema.ts';

export type TableName = keyof Schema;
/** A value as every engine takes it. */
export type StoreValue = string | number | null | Uint8Array;

/**
 * The relational state of the lab. Ordinary reads and writes go through `db` (Kysely, the same code on every engine);
 * the things that must be fast for millions of rows have doors of their own, because each engine does them in its own
 * way.
 */
export interface Store {
  /** The folder in which it lies: that of the state. */
  readonly folder: string;
  readonly db: Kysely<Schema>;
  /**
   * The log shared with other incidents; null: a separate one. A transaction commits to it just before it commits here.
   */
  home: LogHome | null;
  /**
   * Inserts rows in bulk, all or none, each with its values in the order of `columns` and the shared values; inside the
   * running `transaction` if any. Rows are visible to every later query of this store; an engine behind a network may
   * report a fault at that query.
   */
  insertRows(
    table: TableName,
    columns: readonly string[],
    rows: readonly (readonly StoreValue[])[],
    shared?: Readonly<Record<string, StoreValue>>,
  ): void;
  /**
   * Runs `work`, which does nothing but `insertRows`, whole or not at all, and in one go: nothing else of this store
   * comes in between.
   */
  insertTogether(work: () => void): void;
  /**
   * Runs `work` whole or not at all. One at a time in this store; in a state the others wait, in this process and in
   * any other, so none may take longer than a quarter of a second while a run goes on.
   */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** `transaction`, and then `sync`: for what must be known before something is done that cannot be undone. */
  durableTransaction<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Waits until every earlier commit is on disk. Concurrent callers share one wait, and others may write meanwhile. A
   * fault here is final: the disk's content is unknown, so the process must end.
   */
  sync(): Promise<void>;
  /**
   * The rows whose primary key is one of these numbers; a number without a row gives none. For look-ups by the ten
   * thousand.
   */
  findRows<Name extends TableName>(
    table: Name,
    key: string & keyof Schema[Name],
    numbers: Iterable<number>,
  ): Promise<Selectable<Schema[Name]>[]>;
  /**
   * Deletes the rows that meet a condition (`version >= ?`), some at a time, and lets others write in between. A
   * process that is killed leaves the rest. Outside a transaction.
   */
  deleteInSteps(table: TableName, condition: string, values: readonly (string | number)[]): Promise<void>;
  /** Inserts rows in the same way, for what nobody takes for whole yet. */
  insertInSteps(table: TableName, columns: readonly string[], rows: Iterable<readonly StoreValue[]>): Promise<void>;
  /**
   * Streams a query's rows in batches from a snapshot of the moment it is called; the store may be written meanwhile.
   * Memory holds one batch.
   */
  stream<Row>(query: Compilable<Row>, batchRows?: number): AsyncIterable<Row[]>;
  /** Does nothing where it exists. */
  createIndex(name: string, table: TableName, columns: readonly string[]): Promise<void>;
  /** Rewrites the store without deleted content: none of it stays in its files. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
