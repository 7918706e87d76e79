import type Database from 'better-sqlite3';

/** The set of tags that the lab said last. */
export class TagStore {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  keep(tags: Uint8Array): void {
    this.#database.prepare('INSERT OR REPLACE INTO tag_set (only_row, tags) VALUES (1, ?)').run(tags);
  }

  /** Null before the lab has said one. */
  read(): Uint8Array | null {
    return (this.#database.prepare('SELECT tags FROM tag_set').pluck().get() as Buffer | undefined) ?? null;
  }
}
