import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * Arrivals of an incident that goes on, and the alerts of them. Versions of before have no arrivals: the next run
 * registers what it finds.
 */
export async function up(db: Kysely<unknown>, { text, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('evidence_arrival')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('stamp', text, (column) => column.notNull())
    .addColumn('files', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('registered_at', 'bigint', (column) => column.notNull())
    .addColumn('current', 'integer', (column) => column.notNull())
    .addUniqueConstraint('evidence_arrival_once', ['purpose', 'place', 'stamp'])
    .execute();
  await db.schema
    .createTable('watch_alert')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('watch_delivery')
    .addColumn('alert_id', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('reply', text)
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('watch_delivery_key', ['alert_id', 'channel', 'target'])
    .execute();
}
