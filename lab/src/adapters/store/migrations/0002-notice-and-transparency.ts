import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Tables of the log and of notice: see schema-notice.ts for what each is for. */
export async function up(db: Kysely<unknown>, { text, bytes, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('ledger_entry')
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('commitment', bytes, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('salt', bytes)
    .addColumn('entry', text)
    .execute();

  await db.schema
    .createTable('ledger_tile')
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('hashes', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_tile_key', ['level', 'position'])
    .execute();

  await db.schema
    .createTable('ledger_checkpoint')
    .addColumn('size', 'integer', (column) => column.primaryKey())
    .addColumn('root', bytes, (column) => column.notNull())
    .addColumn('note', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('published_at', 'bigint')
    .execute();

  await db.schema
    .createTable('notice_approval')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('what', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('operator', text, (column) => column.notNull())
    .addColumn('public_key', text, (column) => column.notNull())
    .addColumn('signature', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('notice_proposal')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('what', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'integer')
    .execute();

  await db.schema
    .createTable('notice_wave')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('root', text, (column) => column.notNull())
    .addColumn('manifest', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('entry', 'integer')
    .addColumn('settings', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('notice_notice')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('wave_id', 'integer', (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('language', text, (column) => column.notNull())
    .addColumn('code', text, (column) => column.notNull())
    .addColumn('follows', 'integer')
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('facts', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('html', text, (column) => column.notNull())
    .addColumn('record', text, (column) => column.notNull())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .addColumn('withdrawn', text)
    .addColumn('withdrawal_entry', 'integer')
    .execute();

  await db.schema
    .createTable('notice_delivery')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('notice_id', 'integer', (column) => column.notNull())
    .addColumn('contact', text, (column) => column.notNull())
    .addColumn('role', text)
    .addColumn('rung', text, (column) => column.notNull())
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('token', text, (column) => column.notNull())
    .addColumn('message_id', text, (column) => column.notNull())
    .addColumn('message', bytes, (column) => column.notNull())
    .addColumn('sha256', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull())
    .addColumn('claimed_by', text)
    .addColumn('lease_until', 'bigint')
    .addColumn('next_at', 'bigint')
    .addColumn('failed_at', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('reason', text)
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('notice_attempt')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('delivery_id', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull())
    .addColumn('event', text, (column) => column.notNull())
    .addColumn('host', text)
    .addColumn('reply', text)
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('notice_incoming')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('sha256', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('delivery_id', 'integer')
    .addColumn('matched_by', text)
    .addColumn('detail', text, (column) => column.notNull())
    .addColumn('message', bytes, (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_by', text)
    .execute();

  await db.schema
    .createTable('notice_hold')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('party', text)
    .addColumn('contact', text)
    .addColumn('asked_by', text, (column) => column.notNull())
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('until', 'bigint')
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by', text)
    .execute();

  await db.schema
    .createTable('notice_contact')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('contact', text, (column) => column.notNull())
    .addColumn('role', text)
    .addColumn('language', text)
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('observed', text)
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('notice_finding')
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('notice_gate')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('passed', 'integer', (column) => column.notNull())
    .addColumn('settings_digest', text, (column) => column.notNull())
    .addColumn('result', text, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('notice_dispute')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('notice_id', 'integer')
    .addColumn('claim', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('answer', text)
    .addColumn('answered_by', text)
    .addColumn('answered_at', 'bigint')
    .addColumn('entry', 'integer')
    .execute();

  await db.schema
    .createTable('notice_enquiry')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('domain', text, (column) => column.notNull())
    .addColumn('contact', text, (column) => column.notNull())
    .addColumn('proof', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('answer', text)
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('answered_at', 'bigint')
    .addColumn('entry', 'integer')
    .execute();

  await db.schema.createIndex('notice_notice_wave').on('notice_notice').column('wave_id').execute();
  await db.schema.createIndex('notice_delivery_notice').on('notice_delivery').column('notice_id').execute();
  await db.schema.createIndex('notice_delivery_key').on('notice_delivery').column('key').unique().execute();
  await db.schema.createIndex('notice_delivery_token').on('notice_delivery').column('token').execute();
  await db.schema.createIndex('notice_delivery_message').on('notice_delivery').column('message_id').execute();
  await db.schema.createIndex('notice_attempt_delivery').on('notice_attempt').column('delivery_id').execute();
  await db.schema.createIndex('notice_delivery_due').on('notice_delivery').columns(['state', 'next_at']).execute();
  await db.schema.createIndex('notice_incoming_source').on('notice_incoming').column('source').unique().execute();
}
