import type Database from 'better-sqlite3';
import type { TagRecords } from '../../store/portal-store.ts';

/** The set of tags that the lab said last. */
export class TagStore implements TagRecords {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  async keep(tags: Uint8Array): Promise<void> {
    this.#database.prepare('INSERT OR REPLACE INTO tag_set (only_row, tags) VALUES (1, ?)').run(tags);
  }

  /** Null before the lab has said one. */
  async read(): Promise<Uint8Array | null> {
    return (this.#database.prepare('SELECT tags FROM tag_set').pluck().get() as Buffer | undefined) ?? null;
  }
}
