import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Letters that somebody says were posted: see NoticePostingTable. */
export async function up(db: Kysely<unknown>, { text, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('notice_posting')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('act', text, (column) => column.notNull())
    .addColumn('wave_id', 'integer', (column) => column.notNull())
    .addColumn('takes_back', 'integer')
    .addColumn('posted_at', 'bigint')
    .addColumn('service', text)
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('notice_letter')
    .addColumn('posting_id', 'integer', (column) => column.notNull())
    .addColumn('notice_id', 'integer', (column) => column.notNull())
    .addColumn('reference', text)
    .addPrimaryKeyConstraint('notice_letter_key', ['posting_id', 'notice_id'])
    .execute();
  await db.schema.alterTable('notice_notice').addColumn('posting', 'integer').execute();
}
