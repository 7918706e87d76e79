import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
} from 'kysely';

/** Runs a statement that writes; again and again while somebody else writes. */
type Patiently = <T>(write: () => Promise<T>) => Promise<T>;

/** Statements that only read; these never wait. */
const READING: ReadonlySet<string> = new Set(['SelectQueryNode', 'RawNode']);

/** SQLite for the query builder, whose writes outside a transaction wait for others without blocking the process. */
export class PatientDialect extends SqliteDialect {
  readonly #patiently: Patiently;

  constructor(config: SqliteDialectConfig, patiently: Patiently) {
    super(config);
    this.#patiently = patiently;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const patiently = this.#patiently;
    return {
      init: () => driver.init(),
      acquireConnection: async () => new PatientConnection(await driver.acquireConnection(), patiently),
      beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
      commitTransaction: (connection) => driver.commitTransaction(connection),
      rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
      releaseConnection: (connection) => driver.releaseConnection(connection),
      destroy: () => driver.destroy(),
    };
  }
}

class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #patiently: Patiently;

  constructor(connection: DatabaseConnection, patiently: Patiently) {
    this.#connection = connection;
    this.#patiently = patiently;
  }

  executeQuery<Row>(query: CompiledQuery) {
    const run = () => this.#connection.executeQuery<Row>(query);
    return READING.has(query.query.kind) ? run() : this.#patiently(run);
  }

  streamQuery<Row>(query: CompiledQuery, chunkRows: number) {
    return this.#connection.streamQuery<Row>(query, chunkRows);
  }
}
