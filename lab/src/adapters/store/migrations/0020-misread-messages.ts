import { type Kysely, sql } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

// Note: messages that earlier versions misread.
//
// Until this migration a message that was read in several pieces of one buffer was handed over as damaged bytes: by
// searches, `findings show --reveal`, projection, quotations and `candor interest`. Everything that a state holds when
// it comes here was made by such a version. That is so for messages that lie bare in their file and are longer than
// one read of a file, and perhaps for members of a zip longer than two reads of it: only those that are stored there
// uncompressed, which a state does not know. What was found in such messages is moved out of the findings, so that
// nothing counts it; the next run searches them again and says what changed.

/** One read of a file. */
const FILE_READ_BYTES = 1024 * 1024;
/** Two reads of a member of a zip: the first of several was copied. */
const MEMBER_READS_BYTES = 2 * 256 * 1024;
const BATCH_ROWS = 1_000;
/** What was read at once for one message, by the format of the evidence file. Outlook's were composed again. */
const READ_AS: ReadonlyMap<string, 'alone' | 'file'> = new Map([
  ['message', 'alone'],
  ['mbox', 'alone'],
  ['emlx', 'file'],
]);

export async function up(db: Kysely<unknown>, { text, bytes }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('evidence_misread')
    .addColumn('location', text, (column) => column.notNull())
    .addColumn('sha256', bytes, (column) => column.notNull())
    .addColumn('fingerprint', bytes, (column) => column.notNull())
    .addColumn('length', 'bigint', (column) => column.notNull())
    .addColumn('certain', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_misread_key', ['location', 'sha256'])
    .execute();
  await db.schema
    .createTable('impact_misread')
    .addColumn('fingerprint', bytes, (column) => column.primaryKey())
    .addColumn('location', text, (column) => column.notNull())
    .addColumn('length', 'bigint', (column) => column.notNull())
    .addColumn('certain', 'integer', (column) => column.notNull())
    .addColumn('search', text, (column) => column.notNull())
    .addColumn('before', text)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('added', 'integer', (column) => column.notNull())
    .addColumn('gone', 'integer', (column) => column.notNull())
    .execute();
  await noteCopies(db);
  await moveSearches(db);
  // What was made before: later notices and releases rest on right bytes.
  await sql`insert into state_fact (key, value)
    select 'misread-until', '{"notice":' || coalesce((select max(id) from notice_notice), 0)
      || ',"release":' || coalesce((select max(id) from review_release), 0) || '}'
    where exists (select 1 from evidence_misread)`.execute(db);
}

interface LongCopy {
  readonly id: number;
  readonly location: string;
  readonly sha256: Uint8Array;
  readonly fingerprint: Uint8Array;
  readonly length: number;
  readonly members: string | null;
  readonly format: string;
  /** Of the file. */
  readonly size: number;
}

async function noteCopies(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<LongCopy>`select evidence_copy.id, evidence_copy.location, evidence_copy.sha256,
        evidence_copy.fingerprint, evidence_copy.length, evidence_copy.members,
        (select max(format) from evidence_file where purpose = 'mailbox'
          and path = evidence_copy.file and format <> 'unreadable') as format,
        (select max(size) from evidence_file where purpose = 'mailbox' and path = evidence_copy.file) as size
      from evidence_copy
      where evidence_copy.id > ${after} and evidence_copy.length > ${MEMBER_READS_BYTES} and sha256 is not null
      order by evidence_copy.id limit ${BATCH_ROWS}`.execute(db);
    for (const copy of rows) {
      const how = judge(copy);
      if (how === null) continue;
      await sql`insert into evidence_misread (location, sha256, fingerprint, length, certain)
        values (${copy.location}, ${copy.sha256}, ${copy.fingerprint}, ${copy.length}, ${how === 'certain' ? 1 : 0})
        on conflict (location, sha256) do nothing`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH_ROWS) return;
    after = Number(last.id);
  }
}

function judge({ members, format, length, size, location }: LongCopy): 'certain' | 'perhaps' | null {
  if (members === null) {
    const read = { alone: length, file: size, otherwise: 0 }[READ_AS.get(format) ?? 'otherwise'];
    return Number(read) > FILE_READ_BYTES ? 'certain' : null;
  }
  // An mbox or Outlook file in it was read otherwise; its messages have a number behind their place.
  if (/#\d+$/.test(location)) return null;
  return /\bzip$/.test(format) || /\.zip"/i.test(members) ? 'perhaps' : null;
}

/** Erased findings are gone already. */
async function moveSearches(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    readonly fingerprint: Uint8Array;
    readonly location: string;
    readonly search: string;
    readonly unread: string | null;
    readonly length: number;
    readonly certain: number;
  }>`select impact_searched.fingerprint, impact_searched.location, search, unread,
      max(evidence_misread.length) as length, max(certain) as certain
    from impact_searched
    join evidence_misread on evidence_misread.fingerprint = impact_searched.fingerprint
      and evidence_misread.location = impact_searched.location
    where erased_at is null
    group by impact_searched.fingerprint, impact_searched.location, search, unread`.execute(db);
  for (const { fingerprint, location, search, unread, length, certain } of rows) {
    const findings = await sql<{
      readonly part: string;
      readonly position: number;
      readonly length: number;
      readonly kind: string;
      readonly confidence: string;
      readonly hash: string;
    }>`select part, position, length, kind, confidence, hash
      from impact_finding join impact_value on impact_value.id = impact_finding.value_id
      where fingerprint = ${fingerprint} order by impact_finding.id`.execute(db);
    const before = JSON.stringify({
      unread: unread ?? '[]',
      findings: findings.rows.map((row) => ({ ...row, position: Number(row.position), length: Number(row.length) })),
    });
    await sql`insert into impact_misread (fingerprint, location, length, certain, search, before, state, added, gone)
      values (${fingerprint}, ${location}, ${length}, ${certain}, ${search}, ${before}, 'open', 0, 0)`.execute(db);
    await sql`delete from impact_finding where fingerprint = ${fingerprint}`.execute(db);
    await sql`delete from impact_searched where fingerprint = ${fingerprint}`.execute(db);
  }
}
