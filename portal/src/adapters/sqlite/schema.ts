import type Database from 'better-sqlite3';

/** Each migration runs once, in order, and is never edited. */
const migrations: readonly string[] = [
  `
  CREATE TABLE request (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    request TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    sign TEXT NOT NULL,
    party TEXT,
    domain TEXT,
    document TEXT NOT NULL,
    signature TEXT NOT NULL,
    token TEXT,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX request_sign ON request (sign);
  CREATE INDEX request_domain ON request (domain) WHERE domain IS NOT NULL;
  CREATE INDEX request_party ON request (party) WHERE party IS NOT NULL;

  CREATE TABLE standing (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), number INTEGER NOT NULL, digest TEXT NOT NULL) STRICT;
  CREATE TABLE party_domain (party TEXT NOT NULL, domain TEXT NOT NULL, PRIMARY KEY (party, domain)) STRICT, WITHOUT ROWID;
  CREATE TABLE person (
    reviewer TEXT PRIMARY KEY,
    party TEXT NOT NULL,
    sign TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    name TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX person_party ON person (party);
  CREATE TABLE allowed_release (release TEXT PRIMARY KEY, party TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE decision (request TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE passkey (
    credential TEXT PRIMARY KEY,
    sign TEXT NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    wrapped TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE release (
    release TEXT PRIMARY KEY,
    party TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('begun', 'complete', 'served')),
    at TEXT NOT NULL,
    begun INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX release_party ON release (party);
  CREATE TABLE release_paper (
    release TEXT NOT NULL REFERENCES release ON DELETE CASCADE,
    paper TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (release, paper)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE release_file (
    release TEXT NOT NULL REFERENCES release ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('index', 'grant', 'object')),
    digest TEXT NOT NULL,
    reviewer TEXT,
    size INTEGER,
    present INTEGER NOT NULL,
    PRIMARY KEY (release, kind, digest)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX release_file_digest ON release_file (digest);
  CREATE INDEX release_file_missing ON release_file (release) WHERE present = 0;

  CREATE TABLE access (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    party TEXT NOT NULL,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (party, number)
  ) STRICT;
  `,
  `
  ALTER TABLE passkey ADD COLUMN place TEXT;
  CREATE UNIQUE INDEX passkey_place ON passkey (place) WHERE place IS NOT NULL;

  CREATE TABLE note (
    party TEXT NOT NULL,
    place INTEGER NOT NULL,
    author TEXT NOT NULL,
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    document TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (party, place),
    UNIQUE (party, author, number)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE answer (
    request TEXT PRIMARY KEY REFERENCES request (request) ON DELETE CASCADE,
    sealed BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE request ADD COLUMN reviewer TEXT;
  CREATE INDEX request_reviewer ON request (reviewer) WHERE reviewer IS NOT NULL;
  CREATE INDEX request_unnamed ON request (place) WHERE kind = 'enrollment' AND reviewer IS NULL;
  `,
  `
  CREATE TABLE tag_set (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), tags BLOB NOT NULL) STRICT;
  ALTER TABLE request ADD COLUMN tag TEXT;
  CREATE INDEX request_tag ON request (tag) WHERE tag IS NOT NULL;
  `,
];

/**
 * Every commit is on disk when it returns: a view receipt must precede what it records. Deleted content is overwritten,
 * so that a stolen database has no revoked grant in a free page.
 */
export function prepareDatabase(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database
    .transaction(() => {
      const done = database.pragma('user_version', { simple: true }) as number;
      if (done > migrations.length) throw new Error('this database was written by a newer version of the portal');
      for (const migration of migrations.slice(done)) database.exec(migration);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}
