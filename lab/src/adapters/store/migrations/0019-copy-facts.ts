import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * What rules 2027-01 ask of a copy: its names, what is attached to it, and what is known of its arrival. Mailboxes of
 * an earlier state are read again, which fills it.
 */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  for (const column of ['arrival_source', 'names', 'attached'])
    await db.schema.alterTable('evidence_copy').addColumn(column, text).execute();
  for (const column of ['latest', 'received'])
    await db.schema.alterTable('evidence_copy').addColumn(column, 'bigint').execute();
  for (const column of ['answers', 'sent'])
    await db.schema.alterTable('evidence_copy').addColumn(column, 'integer').execute();
}
