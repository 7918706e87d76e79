import type { Instant } from '@candor/core/base';
import { type ReleasePaper, releasePapers } from '@candor/core/contract';
import type { ReleaseManifest } from '@candor/core/review/seal';
import type Database from 'better-sqlite3';
import type { ExpectedFile, FileKind, MissingFiles, ReleaseRecords, ServedRelease } from '../../store/portal-store.ts';
import { RecentCache } from '../recent.ts';

/** A grant is one age file with a few thousand characters. */
const MAX_GRANT_BYTES = 64 * 1024;

/** Files whose place is cached; each takes about 300 bytes. */
const MAX_CACHED_FILES = 50_000;

export class ReleaseStore implements ReleaseRecords {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  /** Positive lookups since the last change; negative ones are not cached. */
  readonly #listed = new Map<string, readonly ServedRelease[]>();
  readonly #found = new RecentCache<string>(MAX_CACHED_FILES, () => 1);

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Call before and after every change to what is served. */
  forget(): void {
    this.#listed.clear();
    this.#found.clear();
  }

  #prepare(text: string): Database.Statement {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  /**
   * Stores the papers of a release once; then, and on each repetition, returns what is missing. A repeated call never
   * throws.
   */
  async begin(
    release: string,
    manifest: ReleaseManifest,
    papers: Readonly<Record<ReleasePaper, string>>,
    now: Instant,
    mostMissing: number,
  ): Promise<MissingFiles> {
    try {
      return this.#database.transaction(() => this.#begin(release, manifest, papers, now, mostMissing)).immediate();
    } finally {
      this.forget();
    }
  }

  #begin(
    release: string,
    manifest: ReleaseManifest,
    papers: Readonly<Record<ReleasePaper, string>>,
    now: Instant,
    mostMissing: number,
  ): MissingFiles {
    const isNew =
      this.#prepare(
        "INSERT INTO release (release, party, state, at, begun) VALUES (?, ?, 'begun', ?, ?) ON CONFLICT (release) DO NOTHING",
      ).run(release, manifest.party, manifest.at, now).changes === 1;
    const paper = this.#prepare(
      'INSERT INTO release_paper (release, paper, text) VALUES (?, ?, ?) ON CONFLICT (release, paper) DO UPDATE SET text = excluded.text',
    );
    // A proof may be replaced by one with a later checkpoint; the manifest never changes.
    for (const name of releasePapers) paper.run(release, name, papers[name]);
    this.#addFiles(release, manifest, isNew);
    const missing = this.#prepare('SELECT digest FROM release_file WHERE release = ? AND present = 0 LIMIT ?')
      .pluck()
      .all(release, mostMissing) as string[];
    if (missing.length > 0) return { state: 'begun', missing };
    this.#prepare("UPDATE release SET state = 'complete' WHERE release = ? AND state = 'begun'").run(release);
    this.serveAllowed();
    return { state: 'complete', missing };
  }

  /** Grants of persons no longer in force are not accepted again once the release is served: they were removed. */
  #addFiles(release: string, manifest: ReleaseManifest, isNew: boolean): void {
    const add = this.#prepare(
      `INSERT INTO release_file (release, kind, digest, reviewer, size, present)
       VALUES (@release, @kind, @digest, @reviewer, @size, EXISTS (SELECT 1 FROM release_file WHERE digest = @digest AND present = 1))
       ON CONFLICT (release, kind, digest) DO NOTHING`,
    );
    if (isNew) {
      add.run({ release, kind: 'index', reviewer: null, ...manifest.index });
      for (const object of manifest.objects) add.run({ release, kind: 'object', reviewer: null, ...object });
    }
    const isServed = this.#prepare(
      "SELECT EXISTS (SELECT 1 FROM release WHERE release = ? AND state = 'served')",
    ).pluck();
    const isInForce = this.#prepare('SELECT EXISTS (SELECT 1 FROM person WHERE reviewer = ? AND party = ?)').pluck();
    const served = isServed.get(release) === 1;
    for (const { reviewer, digest } of manifest.grants) {
      if (served && isInForce.get(reviewer, manifest.party) !== 1) continue;
      add.run({ release, kind: 'grant', digest, reviewer, size: null });
    }
  }

  /** Starts serving what is complete and named by the lab for this party. */
  serveAllowed(): void {
    this.#prepare(
      `UPDATE release SET state = 'served' WHERE state = 'complete'
         AND EXISTS (SELECT 1 FROM allowed_release a WHERE a.release = release.release AND a.party = release.party)`,
    ).run();
  }

  async findExpected(digest: string): Promise<ExpectedFile | null> {
    const row = this.#prepare(
      'SELECT max(size) AS size, min(present) AS present, count(*) AS files FROM release_file WHERE digest = ?',
    ).get(digest) as { size: number | null; present: number | null; files: number };
    if (row.files === 0) return null;
    return { size: row.size ?? MAX_GRANT_BYTES, isExact: row.size !== null, isPresent: row.present === 1 };
  }

  async markPresent(digest: string): Promise<boolean> {
    return this.#prepare('UPDATE release_file SET present = 1 WHERE digest = ?').run(digest).changes > 0;
  }

  async isNamed(digest: string): Promise<boolean> {
    return this.isNamedNow(digest);
  }

  /** Runs within a transaction of another store. */
  isNamedNow(digest: string): boolean {
    return this.#prepare('SELECT EXISTS (SELECT 1 FROM release_file WHERE digest = ?)').pluck().get(digest) === 1;
  }

  async listServed(party: string): Promise<readonly ServedRelease[]> {
    const known = this.#listed.get(party);
    if (known !== undefined) return known;
    const served = this.#prepare(
      "SELECT release, at FROM release WHERE party = ? AND state = 'served' ORDER BY at, release",
    ).all(party) as ServedRelease[];
    if (served.length > 0) this.#listed.set(party, served);
    return served;
  }

  async isServed(party: string, release: string): Promise<boolean> {
    return (await this.listServed(party)).some((served) => served.release === release);
  }

  async findPaper(party: string, release: string, paper: string): Promise<string | null> {
    const text = this.#prepare(
      `SELECT p.text FROM release r JOIN release_paper p ON p.release = r.release
         WHERE r.release = ? AND r.party = ? AND r.state = 'served' AND p.paper = ?`,
    )
      .pluck()
      .get(release, party, paper);
    return typeof text === 'string' ? text : null;
  }

  /** Looks up many objects at once and caches them. A call for 32 would notice 32 separate cold lookups. */
  async lookUpObjects(party: string, release: string, digests: readonly string[]): Promise<void> {
    const unknown = digests.filter(
      (digest) => this.#found.get(toFoundKey(party, release, 'object', digest)) === undefined,
    );
    if (unknown.length === 0) return;
    const found = this.#prepare(
      // CROSS JOIN forces lookups by key instead of a scan over the release's objects.
      `SELECT f.digest FROM release r CROSS JOIN json_each(?) w
         CROSS JOIN release_file f ON f.release = r.release AND f.kind = 'object' AND f.digest = w.value
         WHERE r.release = ? AND r.party = ? AND r.state = 'served' AND f.present = 1`,
    )
      .pluck()
      .all(JSON.stringify(unknown), release, party) as string[];
    for (const digest of found) this.#found.set(toFoundKey(party, release, 'object', digest), digest);
  }

  async findFile(party: string, release: string, kind: FileKind, which: string | null): Promise<string | null> {
    const key = toFoundKey(party, release, kind, which);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const condition = { index: '? IS NULL', grant: 'f.reviewer = ?', object: 'f.digest = ?' }[kind];
    const digest = this.#prepare(
      `SELECT f.digest FROM release r JOIN release_file f ON f.release = r.release
         WHERE r.release = ? AND r.party = ? AND r.state = 'served' AND f.kind = ? AND f.present = 1 AND ${condition}`,
    )
      .pluck()
      .get(release, party, kind, which);
    if (typeof digest !== 'string') return null;
    this.#found.set(key, digest);
    return digest;
  }
}

function toFoundKey(party: string, release: string, kind: FileKind, which: string | null): string {
  return `${party}\n${release}\n${kind}\n${which}`;
}
