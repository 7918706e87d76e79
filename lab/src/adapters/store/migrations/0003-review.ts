import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Tables of review: see schema-review.ts for what each is for. */
export async function up(db: Kysely<unknown>, { text, bytes, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('review_reviewer')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('fingerprint', text, (column) => column.notNull())
    .addColumn('public_key', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('domains', text, (column) => column.notNull())
    .addColumn('proof', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'integer')
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by', text)
    .addColumn('ended_why', text)
    .execute();

  await db.schema
    .createTable('review_vault')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('retired_at', 'bigint')
    .execute();

  await db.schema
    .createTable('review_source')
    .addColumn('vault_id', 'integer', (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('review_source_key', ['vault_id', 'source'])
    .execute();

  await db.schema
    .createTable('review_object')
    .addColumn('vault_id', 'integer', (column) => column.notNull())
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('described', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('review_object_key', ['vault_id', 'message'])
    .execute();

  await db.schema
    .createTable('review_grant')
    .addColumn('vault_id', 'integer', (column) => column.notNull())
    .addColumn('reviewer', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('review_grant_key', ['vault_id', 'reviewer'])
    .execute();

  await db.schema
    .createTable('review_hold')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('made_by', text)
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('why', text)
    .addColumn('decided_by', text)
    .addColumn('decided_at', 'bigint')
    .addColumn('entry', 'integer')
    .execute();

  await db.schema
    .createTable('review_release')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('vault_id', 'integer', (column) => column.notNull())
    .addColumn('manifest', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('inputs', text, (column) => column.notNull())
    .addColumn('custodians', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'integer')
    .addColumn('revoked_at', 'bigint')
    .addColumn('revoked_why', text)
    .addColumn('revocation_entry', 'integer')
    .execute();

  await db.schema.createIndex('review_reviewer_party').on('review_reviewer').column('party').execute();
  await db.schema
    .createIndex('review_vault_generation')
    .on('review_vault')
    .columns(['party', 'generation'])
    .unique()
    .execute();
  await db.schema
    .createIndex('review_hold_message')
    .on('review_hold')
    .columns(['party', 'message', 'reason'])
    .unique()
    .execute();
  await db.schema
    .createIndex('review_release_number')
    .on('review_release')
    .columns(['party', 'number'])
    .unique()
    .execute();
}
