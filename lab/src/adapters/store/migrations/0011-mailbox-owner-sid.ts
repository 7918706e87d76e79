import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/**
 * `MailboxOwnerSid` of audit records: some name their user by it. Logs of an earlier state are read again, which fills
 * it.
 */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('evidence_access_actor').addColumn('mailbox_owner_sid', text).execute();
}
