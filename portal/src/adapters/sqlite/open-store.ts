import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from '@candor/core/base';
import { readRequest } from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';
import Database from 'better-sqlite3';
import type { PortalStore } from '../../store/portal-store.ts';
import { AccessStore } from './access-store.ts';
import { AnswerStore } from './answer-store.ts';
import { NoteStore } from './note-store.ts';
import { PersonStore } from './person-store.ts';
import { ReleaseStore } from './release-store.ts';
import { RequestStore } from './request-store.ts';
import { prepareDatabase } from './schema.ts';
import { StandingStore } from './standing-store.ts';
import { TagStore } from './tag-store.ts';

/** Faults after which nothing can be written, whatever is tried. */
const LOST = /\bSQLITE_(IOERR|CORRUPT|FULL|NOTADB)|\bEIO\b/;

/** SQLite, in one file: every statement is done before its promise is handed out. */
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
    standing: new StandingStore(database, releases, persons, requests),
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

/** Only what is an enrollment was kept as one; a text that leads to nobody is looked at once. */
function toAsked(runtime: Pick<Runtime, 'sha256Hex'>, document: string): string {
  const asked = readRequest(document);
  return asked?.kind === 'enrollment' ? toFingerprint(runtime, asked.key) : '';
}
