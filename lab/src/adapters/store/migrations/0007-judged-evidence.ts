import { type Kysely, sql } from 'kysely';
import { isTexts, optional, readStored, shapeOf } from '../stored-json.ts';
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

  // The last run of a state of before may have been stopped: what is current then was read and never judged. A shard
  // was judged where a copy of it has a verdict of a complete version.
  await sql`with known as (
      select evidence_copy.shard_id, max(exposure_version.version) as version
      from exposure_verdict
      join exposure_version on exposure_version.version = exposure_verdict.version
      join evidence_copy on evidence_copy.id = exposure_verdict.copy_id
      group by evidence_copy.shard_id)
    update evidence_shard set judged = known.version from known where known.shard_id = evidence_shard.id`.execute(db);
  await markBigMboxes(db);
  await markLogs(db);
  await sql`insert into state_fact (key, value) select 'evidence-judged', 'no'
    where exists (select 1 from evidence_shard where current = 1 and done = 0)
      or exists (select 1 from evidence_file where purpose = 'access' and rows is null and format <> 'unreadable')
      or exists (select 1 from state_fact where key = 'access-merged' and value = 'no')`.execute(db);
}

/** Their digests are known while all that was read of them was judged. */
async function markBigMboxes(db: Kysely<unknown>): Promise<void> {
  const ranges = sql`from evidence_copy join evidence_shard on evidence_shard.id = evidence_copy.shard_id
    where evidence_shard.current = 1 and evidence_copy.custodian = evidence_file.custodian and evidence_copy.file = evidence_file.path`;
  await sql`insert into evidence_judged_file (purpose, custodian, path, sha256, version)
    select purpose, custodian, path, sha256, (select max(judged) ${ranges})
    from evidence_file
    where shard_id is null and purpose = 'mailbox' and sha256 <> ''
      and not exists (select 1 from evidence_shard where current = 1 and done = 0)
      and exists (select 1 ${ranges})
      and not exists (select 1 ${ranges} and judged is null)`.execute(db);
}

/** A complete version has the digests of its logs among its inputs. */
async function markLogs(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ version: number; inputs: string }>`select version, inputs from exposure_version
    order by version desc limit 1`.execute(db);
  for (const { version, inputs } of rows) {
    const { accessFiles = [] } = readStored(isInputs, inputs, 'exposure_version.inputs', version);
    for (const sha256 of new Set(accessFiles))
      await sql`insert into evidence_judged_file (purpose, custodian, path, sha256, version)
        select distinct purpose, '', path, sha256, cast(${version} as integer)
        from evidence_file where purpose = 'access' and sha256 = ${sha256}`.execute(db);
  }
}

const isInputs = shapeOf<{ readonly accessFiles?: readonly string[] }>({ accessFiles: optional(isTexts) });
