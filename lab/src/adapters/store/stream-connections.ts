import type { Compilable, SqliteDatabase } from 'kysely';
import { streamBatches } from './batches.ts';

/** Connections that wait for the next stream. Two streams at a time are the rule; more are closed at their end. */
const KEPT = 2;
/** Statements that a connection keeps: a run has a few dozen, each asked once or once a mailbox. */
const KEPT_STATEMENTS = 32;

type Statement = ReturnType<SqliteDatabase['prepare']>;

interface Connection {
  readonly database: SqliteDatabase;
  readonly statements: Map<string, Statement>;
}

/**
 * Connections of streams, each for one stream at a time and kept for the next: to open one and to read the schema takes
 * a millisecond, which an incident of thousands of mailboxes would pay for several times a mailbox. A statement that
 * has ended holds no snapshot and no lock.
 */
export class StreamConnections {
  readonly #open: () => SqliteDatabase;
  readonly #idle: Connection[] = [];
  #isClosed = false;

  constructor(open: () => SqliteDatabase) {
    this.#open = open;
  }

  async *stream<Row>(query: Compilable<Row>, batchRows: number): AsyncIterable<Row[]> {
    const { sql, parameters } = query.compile();
    const connection = this.#idle.pop() ?? { database: this.#open(), statements: new Map() };
    let isSound = false;
    try {
      const statement = prepare(connection, sql);
      yield* streamBatches(statement.iterate(parameters) as Iterable<Row>, batchRows);
      isSound = true;
    } finally {
      if (isSound && !this.#isClosed && this.#idle.length < KEPT) this.#idle.push(connection);
      else connection.database.close();
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const { database } of this.#idle.splice(0)) database.close();
  }
}

function prepare({ database, statements }: Connection, sql: string): Statement {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  if (statements.size >= KEPT_STATEMENTS) statements.clear();
  const statement = database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}
