import type { Instant } from '@candor/core/base';
import type { Authorizations } from '@candor/core/review/access';
import type Database from 'better-sqlite3';
import type { AuthorizationOutcome, AuthorizationRecords } from '../../store/portal-store.ts';
import type { PersonStore } from './person-store.ts';
import type { ReleaseStore } from './release-store.ts';
import type { RequestStore } from './request-store.ts';

/** Incomplete releases and undecided requests are kept no longer. */
const UNFINISHED_LIFE_SECONDS = 30 * 24 * 60 * 60;

export class AuthorizationStore implements AuthorizationRecords {
  readonly #database: Database.Database;
  readonly #releases: ReleaseStore;
  readonly #persons: PersonStore;
  readonly #requests: RequestStore;

  constructor(database: Database.Database, releases: ReleaseStore, persons: PersonStore, requests: RequestStore) {
    this.#database = database;
    this.#releases = releases;
    this.#persons = persons;
    this.#requests = requests;
  }

  async take(standing: Authorizations, digest: string, now: Instant): Promise<AuthorizationOutcome> {
    try {
      return this.#take(standing, digest, now);
    } finally {
      // Clears caches of what was in force before.
      this.#releases.forget();
      this.#persons.forget();
      this.#requests.recount();
    }
  }

  #take(standing: Authorizations, digest: string, now: Instant): AuthorizationOutcome {
    return this.#database
      .transaction((): AuthorizationOutcome => {
        const last = this.#database.prepare('SELECT number, digest FROM standing').get() as
          | { number: number; digest: string }
          | undefined;
        if (last !== undefined && last.digest === digest) return { state: 'same' };
        if (last !== undefined && standing.number <= last.number) return { state: 'older' };
        this.#removeDecided(standing, now);
        this.#write(standing, digest);
        const removed = this.#removeReleases(now);
        this.#database
          .prepare(
            `DELETE FROM passkey WHERE sign NOT IN (SELECT sign FROM person)
             AND sign NOT IN (SELECT sign FROM request WHERE kind = 'enrollment')`,
          )
          .run();
        return { state: 'taken', removed };
      })
      .immediate();
  }

  /** Deleted content must not remain in the journal either. */
  async settle(): Promise<void> {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  #removeDecided(standing: Authorizations, now: Instant): void {
    const named = JSON.stringify(standing.requests.map(({ request }) => request));
    this.#database
      .prepare(
        `DELETE FROM request WHERE request NOT IN (SELECT value FROM json_each(?))
         AND (at < ? OR request IN (SELECT request FROM decision WHERE state <> 'waiting'))`,
      )
      .run(named, now - UNFINISHED_LIFE_SECONDS);
  }

  #write(standing: Authorizations, digest: string): void {
    for (const table of ['party_domain', 'person', 'allowed_release', 'decision', 'standing'])
      this.#database.exec(`DELETE FROM ${table}`);
    this.#database
      .prepare('INSERT INTO standing (only_row, number, digest) VALUES (1, ?, ?)')
      .run(standing.number, digest);
    const addDomain = this.#database.prepare('INSERT OR IGNORE INTO party_domain (party, domain) VALUES (?, ?)');
    const addPerson = this.#database.prepare(
      'INSERT INTO person (reviewer, party, sign, role, name) VALUES (?, ?, ?, ?, ?)',
    );
    const addRelease = this.#database.prepare('INSERT INTO allowed_release (release, party) VALUES (?, ?)');
    const addDecision = this.#database.prepare('INSERT INTO decision (request, state) VALUES (?, ?)');
    for (const { party, domains, reviewers, releases } of standing.parties) {
      for (const domain of domains) addDomain.run(party, domain);
      for (const { reviewer, sign, role, name } of reviewers) addPerson.run(reviewer, party, sign, role, name);
      for (const release of releases) addRelease.run(release, party);
    }
    for (const { request, state } of standing.requests) addDecision.run(request, state);
  }

  #removeReleases(now: Instant): readonly string[] {
    const gone = `SELECT release FROM release WHERE NOT EXISTS
      (SELECT 1 FROM allowed_release a WHERE a.release = release.release AND a.party = release.party)
      AND (state = 'served' OR begun < @oldest)`;
    const oldest = now - UNFINISHED_LIFE_SECONDS;
    this.#releases.serveAllowed();
    const goneGrants = `kind = 'grant' AND release IN (SELECT release FROM release WHERE state = 'served') AND NOT EXISTS
      (SELECT 1 FROM person p JOIN release r ON r.release = release_file.release WHERE p.reviewer = release_file.reviewer AND p.party = r.party)`;
    const candidates = this.#database
      .prepare(`SELECT DISTINCT digest FROM release_file WHERE release IN (${gone}) OR (${goneGrants})`)
      .pluck()
      .all({ oldest }) as string[];
    this.#database.prepare(`DELETE FROM release_file WHERE ${goneGrants}`).run();
    this.#database.prepare(`DELETE FROM release WHERE release IN (${gone})`).run({ oldest });
    return candidates.filter((digest) => !this.#releases.isNamedNow(digest));
  }
}
