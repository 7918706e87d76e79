import type { Kysely } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Enquiries that come by the portal: see NoticeEnquiryTable. */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('notice_enquiry').addColumn('asked', text).execute();
  await db.schema.alterTable('notice_enquiry').addColumn('told_at', 'bigint').execute();
  await db.schema.createIndex('notice_enquiry_request').on('notice_enquiry').column('request').unique().execute();
}
