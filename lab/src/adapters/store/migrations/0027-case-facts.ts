import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** What only people know of a case: rows are added and never changed, and each is chained to the one before. */
export async function up(db: Kysely<unknown>, { text, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('transparency_case_fact')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('fact', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('link', text, (column) => column.notNull())
    .execute();
}
