import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

// Numbered migrations are never edited once released; a change is a new number.

export async function up(db: Kysely<unknown>, { text, bytes, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('state_fact')
    .addColumn('key', text, (column) => column.primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('evidence_file')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('custodian', text)
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('path', text, (column) => column.notNull())
    .addColumn('raw', text)
    .addColumn('format', text, (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('sha256', text, (column) => column.notNull())
    .addColumn('modified', text, (column) => column.notNull())
    .addColumn('shard_id', 'integer')
    .addColumn('container', text)
    .addColumn('rows', 'bigint')
    .addColumn('truncated', text)
    .execute();
  await db.schema.createIndex('evidence_file_path').on('evidence_file').columns(['purpose', 'path']).execute();

  await db.schema
    .createTable('evidence_shard')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('custodian', text, (column) => column.notNull())
    .addColumn('job', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull().unique())
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('current', 'integer', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('evidence_copy')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('shard_id', 'integer', (column) => column.notNull())
    .addColumn('custodian', text, (column) => column.notNull())
    .addColumn('location', text, (column) => column.notNull())
    .addColumn('file', text, (column) => column.notNull())
    .addColumn('members', text)
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('length', 'bigint', (column) => column.notNull())
    .addColumn('sha256', bytes)
    .addColumn('folder', text)
    .addColumn('labels', text)
    .addColumn('message_id', text)
    .addColumn('date', 'bigint')
    .addColumn('arrived', 'bigint')
    .addColumn('arrived_from', text, (column) => column.notNull())
    .addColumn('fingerprint', bytes, (column) => column.notNull())
    .addColumn('draft', 'integer', (column) => column.notNull())
    .addColumn('bulk', 'integer', (column) => column.notNull())
    .addColumn('parents', text)
    .addColumn('addresses', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('evidence_account')
    .addColumn('shard_id', 'integer', (column) => column.notNull())
    .addColumn('file', text, (column) => column.notNull())
    .addColumn('account', text, (column) => column.notNull())
    .addColumn('quarantine', text)
    .execute();

  await db.schema
    .createTable('evidence_problem')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('origin', text, (column) => column.notNull())
    .addColumn('shard_id', 'integer')
    .addColumn('file', text)
    .addColumn('code', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('weight', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('evidence_access_block')
    .addColumn('first_id', 'integer', (column) => column.primaryKey())
    .addColumn('file_id', 'integer', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('columns', bytes, (column) => column.notNull())
    .addColumn('record_ids', bytes, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('evidence_access_part')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('file_id', 'integer', (column) => column.notNull())
    .addColumn('line', 'bigint', (column) => column.notNull())
    .addColumn('record_id', text, (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('actor_id', 'integer', (column) => column.notNull())
    .addColumn('throttled', 'integer', (column) => column.notNull())
    .addColumn('lossy', text)
    .execute();

  await db.schema
    .createTable('evidence_access_payload')
    .addColumn('block', 'integer', (column) => column.primaryKey())
    .addColumn('payloads', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('evidence_access_actor')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('operation', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('mailbox_guid', text)
    .addColumn('mailbox_owner_upn', text)
    .addColumn('user_id', text)
    .addColumn('ip', text)
    .addColumn('app_id', text)
    .addColumn('client_app_id', text)
    .addColumn('client', text)
    .addColumn('logon_type', text)
    .addColumn('user_type', text)
    .addColumn('sessions', text)
    .addColumn('tokens', text)
    .execute();

  await db.schema
    .createTable('evidence_access_repeated')
    .addColumn('record_id', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('evidence_access_unreadable')
    .addColumn('file', text, (column) => column.notNull())
    .addColumn('line', 'bigint', (column) => column.notNull())
    .addColumn('cause', text, (column) => column.notNull())
    .addColumn('operation', text)
    .execute();

  await db.schema
    .createTable('exposure_version')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('input_digest', text, (column) => column.notNull())
    .addColumn('inputs', text, (column) => column.notNull())
    .addColumn('rules', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('summary', text, (column) => column.notNull())
    .addColumn('problems', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('exposure_verdict')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('copy_id', 'integer', (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('intruder_sent', 'integer', (column) => column.notNull())
    .addColumn('reasons', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('exposure_verdict_key', ['version', 'copy_id'])
    .execute();

  await db.schema
    .createTable('exposure_record')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('record_id', text, (column) => column.notNull())
    .addColumn('row_id', 'integer', (column) => column.notNull())
    .addColumn('time', 'bigint', (column) => column.notNull())
    .addColumn('mailbox', text)
    .addColumn('label', text, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('exposure_record_key', ['version', 'record_id'])
    .execute();

  await db.schema
    .createTable('exposure_unresolved')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('what', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('exposure_answer')
    .addColumn('location', text, (column) => column.primaryKey())
    .addColumn('hits', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('impact_party')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('row', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('impact_party_key', ['version', 'party'])
    .execute();

  await db.schema
    .createTable('impact_curation')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('act', text, (column) => column.notNull())
    .execute();
}
