import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** What decisions make of the evidence in a wave; waves of an earlier state have none. */
export async function up(db: Kysely<unknown>, { text, bytes }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('notice_selection')
    .addColumn('wave_id', 'integer', (column) => column.primaryKey())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .execute();
}
