import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Whose data a message holds, sealed; the next run of an earlier state searches its messages again. */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('impact_searched').addColumn('persons', text).execute();
}
