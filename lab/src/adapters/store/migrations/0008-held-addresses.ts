import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** What the party of a hold stood for when it was set: see NoticeHoldTable. */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('notice_hold').addColumn('held', text).execute();
}
