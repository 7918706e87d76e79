import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * Addresses and fields in which the rows of a record contradict each other, and whether its operation failed. Logs of
 * an earlier state are read again, which fills them.
 */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  const actor = () => db.schema.alterTable('evidence_access_actor');
  await actor().addColumn('addresses', text).execute();
  await actor().addColumn('contradicts', text).execute();
  await db.schema
    .alterTable('evidence_access_part')
    .addColumn('failed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
