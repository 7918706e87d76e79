import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** What the console started that takes long, and what became of it. A row holds numbers and reasons, never mail. */
export async function up(db: Kysely<unknown>, { text, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('operation', text, (column) => column.notNull())
    .addColumn('input', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('console', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('pid', 'integer')
    .addColumn('started_at', 'bigint')
    .addColumn('heard_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('stopped_by', text)
    .addColumn('progress', text)
    .addColumn('outcome', text)
    .execute();
  await db.schema.createIndex('job_state').on('job').column('state').execute();
}
