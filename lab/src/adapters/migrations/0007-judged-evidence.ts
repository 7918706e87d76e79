import { type Kysely, sql } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Which evidence complete versions were judged from: see `EvidenceJudgedFileTable`. */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.alterTable('evidence_shard').addColumn('judged', 'integer').execute();
  await db.schema
    .createTable('evidence_judged_file')
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('custodian', text, (column) => column.notNull())
    .addColumn('path', text, (column) => column.notNull())
    .addColumn('sha256', text, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_judged_file_key', ['purpose', 'custodian', 'path', 'sha256'])
    .execute();

  // A state of before knows what its newest version was judged from, and nothing of what earlier ones had beside it.
  await sql`update evidence_shard set judged = (select max(version) from exposure_version) where current = 1 and done = 1`.execute(
    db,
  );
  await sql`insert into evidence_judged_file (purpose, custodian, path, sha256, version)
    select distinct purpose, coalesce(custodian, ''), path, sha256, (select max(version) from exposure_version)
    from evidence_file
    where shard_id is null and purpose in ('mailbox', 'access') and sha256 <> '' and exists (select 1 from exposure_version)`.execute(
    db,
  );
}
