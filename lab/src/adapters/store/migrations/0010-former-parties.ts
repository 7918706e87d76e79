import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Parties in whose place others were put: see `impact_former_party`. */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('impact_former_party')
    .addColumn('party', text, (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('row', text, (column) => column.notNull())
    .execute();
}
