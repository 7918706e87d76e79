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
  /** Runs `work` whole or not at all. One at a time. */
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
   * Inside `transaction`: keeps what it has written so far, whatever becomes of the rest. For loads that are too big to
   * be held back whole.
   */
  keepSoFar(): void;
  /**
   * Streams a query's rows in batches from a snapshot of the moment it is called; the store may be written meanwhile.
   * Memory holds one batch.
   */
  stream<Row>(query: Compilable<Row>, batchRows?: number): AsyncIterable<Row[]>;
  /** Builds indexes that only make sense once the rows are there; does nothing where they exist. */
  createIndex(name: string, table: TableName, columns: readonly string[]): Promise<void>;
  dropIndex(name: string): Promise<void>;
  /** Rewrites the store without deleted content: none of it stays in its files. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
