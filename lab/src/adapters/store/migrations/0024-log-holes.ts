import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Times between which a log lacks rows. Logs of an earlier state are read again, which fills it. */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('evidence_file').addColumn('holes', text).execute();
}
