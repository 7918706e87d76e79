import type { Kysely } from 'kysely';

/** Which copies are exposed by undecided records alone. Versions of an earlier state do not say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('exposure_verdict').addColumn('undecided', 'integer').execute();
}
