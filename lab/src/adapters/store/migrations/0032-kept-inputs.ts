import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** What versions and waves follow from besides the evidence, until erased; those of an earlier state have none. */
export async function up(db: Kysely<unknown>, { text, bytes }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('evidence_input')
    .addColumn('sha256', text, (column) => column.primaryKey())
    .addColumn('content', bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('evidence_input_use')
    .addColumn('user', text, (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('path', text, (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('sha256', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_input_use_key', ['user', 'number', 'purpose', 'path'])
    .execute();
  await db.schema.createIndex('evidence_input_use_sha256').on('evidence_input_use').column('sha256').execute();
}
