import { formatInstant, type Instant, type Runtime } from '@candor/core/base';
import { hashAccess, NO_ACCESS_BEFORE, type ReviewAccess, toAccessText } from '@candor/core/review';
import type Database from 'better-sqlite3';

/** What is recorded; number, previous and time are the store's to give. */
export type Access = Pick<ReviewAccess, 'party' | 'reviewer' | 'act' | 'release' | 'object'>;

/** The chains of access records, one a party. */
export class AccessStore {
  readonly #runtime: Pick<Runtime, 'sha256Hex'>;
  readonly #database: Database.Database;
  readonly #head: Database.Statement;
  readonly #insert: Database.Statement;
  readonly #ofParty: Database.Statement;
  readonly #after: Database.Statement;

  constructor(database: Database.Database, runtime: Pick<Runtime, 'sha256Hex'>) {
    this.#runtime = runtime;
    this.#database = database;
    this.#head = database.prepare('SELECT number, hash FROM access WHERE party = ? ORDER BY number DESC LIMIT 1');
    this.#insert = database.prepare('INSERT INTO access (party, number, hash, record) VALUES (?, ?, ?, ?)');
    this.#ofParty = database
      .prepare('SELECT record FROM access WHERE party = ? AND number > ? ORDER BY number LIMIT ?')
      .pluck();
    this.#after = database.prepare('SELECT place, record FROM access WHERE place > ? ORDER BY place LIMIT ?');
  }

  /** All on the disk when it returns. */
  append(accesses: readonly Access[], now: Instant): void {
    this.#database
      .transaction(() => {
        for (const access of accesses) this.#append(access, now);
      })
      .immediate();
  }

  #append(access: Access, now: Instant): void {
    const head = this.#head.get(access.party) as { number: number; hash: string } | undefined;
    const { party, reviewer, act, release, object } = access;
    const record: ReviewAccess = {
      v: 1,
      party,
      number: (head?.number ?? 0) + 1,
      previous: head?.hash ?? NO_ACCESS_BEFORE,
      at: formatInstant(now),
      reviewer,
      act,
      release,
      object,
    };
    this.#insert.run(party, record.number, hashAccess(this.#runtime, record), toAccessText(record));
  }

  listOfParty(party: string, after: number, most: number): readonly string[] {
    return this.#ofParty.all(party, after, most) as string[];
  }

  listAfter(place: number, most: number): readonly { readonly place: number; readonly record: string }[] {
    return this.#after.all(place, most) as { place: number; record: string }[];
  }
}
