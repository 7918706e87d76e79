import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { listMigrations } from '../../src/adapters/store/migration-list.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { toFindingScope } from '../../src/commands/impact/scan-findings.ts';
import { toIncidentOf } from '../../src/commands/load-incident.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import { readRunSummary } from '../../src/commands/run-summary.ts';
import { searchMessage } from '../../src/impact/finding/search-message.ts';
import { countFindings } from '../../src/impact/store/count-findings.ts';
import { keepSearched } from '../../src/impact/store/search-store.ts';
import { openValueKey } from '../../src/impact/value-key.ts';

/** One read of a file. */
const READ_BYTES = 1024 * 1024;
const MIGRATION = '0020-misread-messages';

/** What readers of whole messages were given until then: each piece is a view of one buffer that is read into again. */
export function readAsBefore(bytes: Buffer): Buffer {
  const buffer = Buffer.alloc(READ_BYTES);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += READ_BYTES) {
    const length = bytes.copy(buffer, 0, at, at + READ_BYTES);
    pieces.push(buffer.subarray(0, length));
  }
  return Buffer.concat(pieces);
}

/** Keeps of these messages what the earlier version found in its damaged bytes, and counts it as its run did. */
export async function searchAsBefore(
  statePath: string,
  folder: string,
  readings: Readonly<Record<string, (bytes: Buffer) => Buffer>>,
): Promise<void> {
  const state = await openStateForActing(statePath);
  try {
    const { store } = state;
    const version = await requireLastVersion(state);
    const incident = toIncidentOf(version);
    const deps = { settings: incident.findings, valueKey: Buffer.from(openValueKey(state).secret, 'hex') };
    for (const [location, read] of Object.entries(readings)) {
      const row = await store.db
        .selectFrom('impact_searched')
        .selectAll()
        .where('location', '=', location)
        .executeTakeFirstOrThrow();
      const damaged = read(readFileSync(join(folder, location)));
      const answer = await searchMessage(createNodeRuntime(), damaged, deps);
      const { fingerprint, search, sender } = row;
      const message = { fingerprint, sender, location, shardId: 0, file: '', isPacked: false };
      const copy = { ...message, position: 0, length: damaged.length, sha256: null };
      await keepSearched(store, search, [{ message: copy, answer }], row.searched_at);
    }
    const summary = readRunSummary(version);
    const scope = toFindingScope(incident, version.version, summary.alerts.mailboxesReached);
    const findings = await countFindings(store, scope);
    await store.db
      .updateTable('exposure_version')
      .set({ summary: JSON.stringify({ ...summary, findings }) })
      .where('version', '=', version.version)
      .execute();
  } finally {
    await state.close();
  }
}

/**
 * Gives the largest message of a vault another id, as one has that was projected from damaged bytes. Only ids matter:
 * what was sealed under it is never read again.
 */
export async function sealAsBefore(statePath: string): Promise<void> {
  const state = await openStateForActing(statePath);
  try {
    const { db } = state.store;
    const { message } = await db
      .selectFrom('review_object')
      .select('message')
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const damaged = message.replaceAll(/./g, '0');
    await db.updateTable('review_object').set({ message: damaged }).where('message', '=', message).execute();
    await sql`update review_source set outcome = replace(outcome, ${message}, ${damaged})`.execute(db);
  } finally {
    await state.close();
  }
}

/** Takes the state through the migration that notes what was misread, as when this version opens it first. */
export async function migrateFromBefore(statePath: string): Promise<void> {
  const state = await openStateForActing(statePath);
  try {
    await migrate(state.store);
  } finally {
    await state.close();
  }
}

async function migrate({ db }: Store): Promise<void> {
  for (const table of ['evidence_misread', 'impact_misread'] as const) await db.schema.dropTable(table).execute();
  const migrations = listMigrations({ text: sql`text`, bytes: sql`blob`, generatedId: sql`integer` });
  await migrations[MIGRATION]?.up(db);
}
