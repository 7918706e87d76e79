import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * What the first screen of a command shows, so that it need not read a million rows. Versions of before have none of
 * it.
 */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('impact_party').addColumn('rank', 'integer').execute();
  await db.schema.alterTable('impact_party').addColumn('shown', 'integer').execute();
  await db.schema
    .createIndex('impact_party_rank')
    .on('impact_party')
    .columns(['version', 'rank', 'kind', 'shown'])
    .execute();
  await db.schema
    .createTable('exposure_mailbox')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('custodian', text, (column) => column.notNull())
    .addColumn('summary', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('exposure_mailbox_key', ['version', 'custodian'])
    .execute();
  await db.schema
    .createIndex('exposure_record_mailbox')
    .on('exposure_record')
    .columns(['version', 'mailbox', 'label', 'time', 'record_id'])
    .execute();
}
