import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** What comes from the portal: see schema-portal.ts for what each table is for. */
export async function up(db: Kysely<unknown>, { text, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('review_request')
    .addColumn('request', text, (column) => column.primaryKey())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('signature', text, (column) => column.notNull())
    .addColumn('signer', text, (column) => column.notNull())
    .addColumn('party', text)
    .addColumn('token', text)
    .addColumn('first_seen', 'bigint', (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('why', text)
    .addColumn('decided_at', 'bigint')
    .execute();

  await db.schema
    .createTable('review_access')
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('record', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('review_access_key', ['hash'])
    .execute();

  await db.schema
    .createTable('review_access_head')
    .addColumn('party', text, (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('logged', 'integer', (column) => column.notNull())
    .addColumn('broken', text)
    .execute();

  await db.schema
    .createTable('review_need')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('party', text)
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('words', text, (column) => column.notNull())
    .addColumn('command', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('settled_by', text)
    .addColumn('settled_why', text)
    .execute();

  await db.schema.alterTable('review_reviewer').addColumn('request', text).execute();
  await db.schema.alterTable('review_reviewer').addColumn('address', text).execute();
  await db.schema.alterTable('review_reviewer').addColumn('judged', text).execute();
  await db.schema.alterTable('review_reviewer').addColumn('judged_at', 'bigint').execute();
  await db.schema.alterTable('review_reviewer').addColumn('announced_at', 'bigint').execute();
  await db.schema.alterTable('review_reviewer').addColumn('waits_until', 'bigint').execute();

  await db.schema.createIndex('review_request_state').on('review_request').columns(['state', 'kind']).execute();
  await db.schema.createIndex('review_access_party').on('review_access').columns(['party', 'number']).execute();
  await db.schema.createIndex('review_need_kind').on('review_need').columns(['kind', 'subject']).execute();
}
