import { Refusal } from '@candor/core/base';
import type Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { listMigrations } from './migration-list.ts';
import type { EngineTypes } from './migrations/engine-types.ts';
import type { Schema } from './schema.ts';

/** SQLite compares texts by their UTF-8 bytes, and numbers rows whose integer key is left out. */
const sqliteTypes: EngineTypes = { text: sql`text`, bytes: sql`blob`, generatedId: sql`integer` };

const MIGRATIONS = listMigrations(sqliteTypes);

/** What a state of this program has gone through, in order. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS);

/**
 * All or nothing: a run that is killed here must not leave half a schema, and of two that come at once the later one
 * finds the work done.
 */
export async function migrate(connection: Database.Database, db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const known = await migrator.getMigrations();
  const done = known.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name);
  if (done.length > 0)
    refuseNewer(connection.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all(), done);
  // A command that only reads must not wait for the lock of one that writes.
  if (known.every(({ executedAt }) => executedAt !== undefined)) return;
  connection.exec('BEGIN IMMEDIATE');
  const { error } = await migrator.migrateToLatest();
  connection.exec(error === undefined ? 'COMMIT' : 'ROLLBACK');
  if (error !== undefined) throw error;
}

/** A state that a newer program has migrated may say things that this one would misread. */
export function refuseNewer(done: readonly string[], known: readonly string[]): void {
  const newer = done.filter((name) => !known.includes(name));
  if (newer.length === 0) return;
  throw new Refusal('newer-state', [
    `this state was written by a newer version of Candor (${newer.join(', ')}); use that one, or give this one its own with --state DIR`,
  ]);
}
