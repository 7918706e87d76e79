import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * Which findings lie in an attached message, and whose that is. Messages of an earlier state are searched again, which
 * fills it.
 */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('impact_searched').addColumn('attached', text).execute();
}
