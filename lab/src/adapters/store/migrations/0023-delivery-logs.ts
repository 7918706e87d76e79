import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Delivery logs, and what they and other mailboxes prove of a copy's arrival. */
export async function up(db: Kysely<unknown>, { text, bytes }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('evidence_delivery')
    .addColumn('file_id', 'integer', (column) => column.notNull())
    .addColumn('custodian', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('evidence_delivery_custodian')
    .on('evidence_delivery')
    .columns(['custodian', 'name'])
    .execute();
  await db.schema
    .createTable('exposure_own_sent')
    .addColumn('copy_id', 'integer', (column) => column.primaryKey())
    .addColumn('custodian', text, (column) => column.notNull())
    .addColumn('fingerprint', bytes, (column) => column.notNull())
    .addColumn('names', text, (column) => column.notNull())
    .addColumn('answers', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('exposure_own_sent_fingerprint').on('exposure_own_sent').column('fingerprint').execute();
  await db.schema
    .createTable('exposure_arrival')
    .addColumn('copy_id', 'integer', (column) => column.primaryKey())
    .addColumn('arrived', 'bigint')
    .addColumn('arrived_from', text, (column) => column.notNull())
    .addColumn('arrival_source', text, (column) => column.notNull())
    .addColumn('latest', 'bigint')
    .addColumn('answered', 'bigint')
    .execute();
}
