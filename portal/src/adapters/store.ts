import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from '@candor/core/base';
import { readRequest } from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';
import Database from 'better-sqlite3';
import { AccessStore } from './store/access-store.ts';
import { AnswerStore } from './store/answer-store.ts';
import { NoteStore } from './store/note-store.ts';
import { PersonStore } from './store/person-store.ts';
import { ReleaseStore } from './store/release-store.ts';
import { RequestStore } from './store/request-store.ts';
import { prepareDatabase } from './store/schema.ts';
import { StandingStore } from './store/standing-store.ts';
import { TagStore } from './store/tag-store.ts';

/** All that the portal keeps beside sealed files. Every call is one transaction that is on the disk when it returns. */
export interface PortalStore {
  readonly requests: RequestStore;
  readonly persons: PersonStore;
  readonly releases: ReleaseStore;
  readonly standing: StandingStore;
  readonly access: AccessStore;
  readonly answers: AnswerStore;
  readonly notes: NoteStore;
  readonly tags: TagStore;
  close(): void;
}

export function openStore(folder: string, runtime: Pick<Runtime, 'sha256Hex'>): PortalStore {
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
    close: () => database.close(),
  };
}

/** Only what is an enrollment was kept as one; a text that leads to nobody is looked at once. */
function toAsked(runtime: Pick<Runtime, 'sha256Hex'>, document: string): string {
  const asked = readRequest(document);
  return asked?.kind === 'enrollment' ? toFingerprint(runtime, asked.key) : '';
}
