import type Database from 'better-sqlite3';
import type { AnswerRecords } from '../../store/portal-store.ts';

/** Sealed answers to enquiries, all of one size: which answer one is cannot be told. */
export class AnswerStore implements AnswerRecords {
  readonly #insert: Database.Statement;
  readonly #find: Database.Statement;
  readonly #isAsked: Database.Statement;

  constructor(database: Database.Database) {
    this.#isAsked = database.prepare(`SELECT 1 FROM request WHERE request = ? AND kind = 'enquiry'`).pluck();
    this.#insert = database.prepare(
      'INSERT INTO answer (request, sealed) VALUES (?, ?) ON CONFLICT (request) DO NOTHING',
    );
    this.#find = database
      .prepare(
        'SELECT a.sealed FROM answer a JOIN request r ON r.request = a.request WHERE a.request = ? AND r.sign = ?',
      )
      .pluck();
  }

  /** The first one stays. False where nobody asked this. */
  async keep(request: string, sealed: Uint8Array): Promise<boolean> {
    if (this.#isAsked.get(request) === undefined) return false;
    this.#insert.run(request, sealed);
    return true;
  }

  /** For the key that asked alone. */
  async find(request: string, sign: string): Promise<Uint8Array | null> {
    return (this.#find.get(request, sign) as Uint8Array | undefined) ?? null;
  }
}
