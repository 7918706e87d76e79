import type { Kysely } from 'kysely';

/**
 * The first records of a mailbox stand in its summary: an index for them was as large as their table, and took a fifth
 * of a run to write.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('exposure_record_mailbox').execute();
}
