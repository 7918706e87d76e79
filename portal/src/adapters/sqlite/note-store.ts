import type Database from 'better-sqlite3';
import type { KeptNote, NoteOutcome, NoteRecords, PlacedNote } from '../../store/portal-store.ts';

/**
 * Maximum number of notes per author. Nothing is removed to make room, so nobody loses notes; an author at the limit
 * cannot write more, others can.
 */
const MAX_NOTES_PER_AUTHOR = 5000;

export class NoteStore implements NoteRecords {
  readonly #database: Database.Database;
  readonly #most: number;
  readonly #same: Database.Statement;
  readonly #ofAuthor: Database.Statement;
  readonly #last: Database.Statement;
  readonly #insert: Database.Statement;
  readonly #list: Database.Statement;

  constructor(database: Database.Database, most: number = MAX_NOTES_PER_AUTHOR) {
    this.#database = database;
    this.#most = most;
    this.#same = database
      .prepare('SELECT place FROM note WHERE party = ? AND author = ? AND number = ? AND digest = ?')
      .pluck();
    this.#ofAuthor = database.prepare(
      'SELECT coalesce(max(number), 0) AS number, count(*) AS notes FROM note WHERE party = ? AND author = ?',
    );
    this.#last = database.prepare('SELECT coalesce(max(place), 0) FROM note WHERE party = ?').pluck();
    this.#insert = database.prepare(
      `INSERT INTO note (party, place, author, number, digest, document, signature)
       VALUES (@party, @place, @author, @number, @digest, @document, @signature)`,
    );
    this.#list = database.prepare(
      'SELECT place, document, signature FROM note WHERE party = ? AND place > ? ORDER BY place LIMIT ?',
    );
  }

  async take(note: KeptNote): Promise<NoteOutcome> {
    return this.#database
      .transaction((): NoteOutcome => {
        const { party, author, number, digest } = note;
        const same = this.#same.get(party, author, number, digest) as number | undefined;
        if (same !== undefined) return { state: 'taken', place: same };
        const before = this.#ofAuthor.get(party, author) as { number: number; notes: number };
        if (number <= before.number) return { state: 'older' };
        if (before.notes >= this.#most) return { state: 'full' };
        const place = (this.#last.get(party) as number) + 1;
        this.#insert.run({ ...note, place });
        return { state: 'taken', place };
      })
      .immediate();
  }

  async listOfParty(party: string, after: number, most: number): Promise<readonly PlacedNote[]> {
    return this.#list.all(party, after, most) as PlacedNote[];
  }
}
