import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** The parties to be notified at a wave's exposure version; waves of an earlier state have none. */
export async function up(db: Kysely<unknown>, { text, bytes }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('notice_counted_party')
    .addColumn('wave_id', 'integer', (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('counted', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('notice_counted_party_key', ['wave_id', 'party'])
    .execute();
}
