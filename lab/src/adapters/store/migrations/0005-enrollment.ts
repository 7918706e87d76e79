import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** How enrollments are judged: see schema-enrollment.ts for what each table is for. */
export async function up(db: Kysely<unknown>, { text, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('review_observation')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('detail', text, (column) => column.notNull())
    .addColumn('first_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('review_act')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('reviewer_id', 'integer', (column) => column.notNull())
    .addColumn('act', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('contact', text)
    .addColumn('why', text)
    .addColumn('request', text)
    .addColumn('notice_id', 'integer')
    .addColumn('entry', 'integer')
    .execute();

  await db.schema.alterTable('notice_enquiry').addColumn('request', text).execute();

  await db.schema.createIndex('review_observation_subject').on('review_observation').column('subject').execute();
  await db.schema.createIndex('review_act_reviewer').on('review_act').column('reviewer_id').execute();
}
