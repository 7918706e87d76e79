import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from '@candor/core/base';
import { readRequest } from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';
import Database from 'better-sqlite3';
import type { AnswerRecords, PortalStore, TagRecords } from '../../store/portal-store.ts';
import { AccessStore } from './access-store.ts';
import { AuthorizationStore } from './authorization-store.ts';
import { NoteStore } from './note-store.ts';
import { PersonStore } from './person-store.ts';
import { ReleaseStore } from './release-store.ts';
import { RequestStore } from './request-store.ts';
import { prepareDatabase } from './schema.ts';

/** Faults after which no write can succeed. */
const LOST = /\bSQLITE_(IOERR|CORRUPT|FULL|NOTADB)|\bEIO\b/;

/** The store in one SQLite file. Statements run synchronously, before their promise is returned. */
export async function openStore(folder: string, runtime: Pick<Runtime, 'sha256Hex'>): Promise<PortalStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'portal.db');
  const database = new Database(path);
  chmodSync(path, 0o600);
  prepareDatabase(database);
  const releases = new ReleaseStore(database);
  const persons = new PersonStore(database);
  const requests = new RequestStore(database);
  database.transaction(() => requests.nameEarlier((document) => toAsked(runtime, document)))();
  return {
    requests,
    persons,
    releases,
    standing: new AuthorizationStore(database, releases, persons, requests),
    access: new AccessStore(database, runtime),
    answers: new AnswerStore(database),
    notes: new NoteStore(database),
    tags: new TagStore(database),
    isLost: (fault) => LOST.test(fault),
    close: async () => {
      database.close();
    },
  };
}

/** Only enrollments are stored as such; an invalid text is checked once. */
function toAsked(runtime: Pick<Runtime, 'sha256Hex'>, document: string): string {
  const asked = readRequest(document);
  return asked?.kind === 'enrollment' ? toFingerprint(runtime, asked.key) : '';
}

class TagStore implements TagRecords {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  async keep(tags: Uint8Array): Promise<void> {
    this.#database.prepare('INSERT OR REPLACE INTO tag_set (only_row, tags) VALUES (1, ?)').run(tags);
  }

  async read(): Promise<Uint8Array | null> {
    return (this.#database.prepare('SELECT tags FROM tag_set').pluck().get() as Buffer | undefined) ?? null;
  }
}

/** Sealed answers to enquiries, all of one size, so that they cannot be distinguished. */
class AnswerStore implements AnswerRecords {
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

  async keep(request: string, sealed: Uint8Array): Promise<boolean> {
    if (this.#isAsked.get(request) === undefined) return false;
    this.#insert.run(request, sealed);
    return true;
  }

  async find(request: string, sign: string): Promise<Uint8Array | null> {
    return (this.#find.get(request, sign) as Uint8Array | undefined) ?? null;
  }
}
