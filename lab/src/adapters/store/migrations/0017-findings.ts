import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * What was in the mail: searched messages, values (as hashes), places, decisions. A state of before has none: its next
 * run searches what is exposed.
 */
export async function up(db: Kysely<unknown>, { text, bytes, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('impact_searched')
    .addColumn('fingerprint', bytes, (column) => column.primaryKey())
    .addColumn('search', text, (column) => column.notNull())
    .addColumn('location', text, (column) => column.notNull())
    .addColumn('sender', text, (column) => column.notNull())
    .addColumn('names', text)
    .addColumn('unread', text)
    .addColumn('privilege', text)
    .addColumn('searched_at', 'bigint', (column) => column.notNull())
    .addColumn('erased_at', 'bigint')
    .execute();
  await db.schema
    .createTable('impact_value')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('hash', text, (column) => column.notNull().unique())
    .execute();
  await db.schema
    .createTable('impact_finding')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('fingerprint', bytes, (column) => column.notNull())
    .addColumn('part', text, (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('length', 'bigint', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('detector', text, (column) => column.notNull())
    .addColumn('confidence', text, (column) => column.notNull())
    .addColumn('value_id', 'integer', (column) => column.notNull())
    .addColumn('mask', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('impact_finding_message')
    .on('impact_finding')
    .columns(['fingerprint', 'part', 'position'])
    .execute();
  await db.schema.createIndex('impact_finding_value').on('impact_finding').columns(['value_id']).execute();
  await db.schema
    .createTable('impact_finding_decision')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('act', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('impact_finding_view')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('viewed_at', 'bigint', (column) => column.notNull())
    .addColumn('viewed_by', text, (column) => column.notNull())
    .addColumn('second', text)
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('value_id', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('impact_sample')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('answers', text)
    .execute();
}
