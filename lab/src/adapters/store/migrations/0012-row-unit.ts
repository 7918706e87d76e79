import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * What the row numbers of an access file count: lines, rows or elements. Logs of an earlier state are read again, which
 * fills it.
 */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('evidence_file').addColumn('unit', text).execute();
}
