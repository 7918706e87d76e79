import type Database from 'better-sqlite3';

/** A note as it was taken. The portal reads nothing of what it says. */
export interface KeptNote {
  readonly party: string;
  /** Fingerprint of its author. */
  readonly author: string;
  readonly number: number;
  /** SHA-256 of the document. */
  readonly digest: string;
  readonly document: string;
  readonly signature: string;
}

export interface PlacedNote {
  /** From 1, rising by one within the party: nothing of it depends on other parties. */
  readonly place: number;
  readonly document: string;
  readonly signature: string;
}

/**
 * Notes of one author that are kept. Nothing is ever removed to make room, so that nobody's words go; who has written so many stops, and the others go on.
 */
const MOST_NOTES_OF_AN_AUTHOR = 5000;

export type NoteOutcome =
  | { readonly state: 'taken'; readonly place: number }
  | { readonly state: 'older' }
  | { readonly state: 'full' };

/** Notes of each party, in the order in which they came. Nothing is changed or removed. */
export class NoteStore {
  readonly #database: Database.Database;
  readonly #most: number;
  readonly #same: Database.Statement;
  readonly #ofAuthor: Database.Statement;
  readonly #last: Database.Statement;
  readonly #insert: Database.Statement;
  readonly #list: Database.Statement;

  constructor(database: Database.Database, most: number = MOST_NOTES_OF_AN_AUTHOR) {
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

  /** Takes a note; the one that was taken before when it comes again. `older`: its author has written one with this number or a higher one. */
  take(note: KeptNote): NoteOutcome {
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

  listOfParty(party: string, after: number, most: number): readonly PlacedNote[] {
    return this.#list.all(party, after, most) as PlacedNote[];
  }
}
