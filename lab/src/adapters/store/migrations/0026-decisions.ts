import { createHash } from 'node:crypto';
import { type Json, toCanonicalJson } from '@candor/core/base';
import { type Kysely, sql } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

// Note: decisions of former versions.
//
// Until this migration nobody kept what a decision changed. All rows that people decided are carried over in one link
// of the chain (docs/formats/decision.md), by nobody and unsigned: they are as they were, and nothing more is claimed.

/** The rows that stand for decisions, as this migration finds them. Never follows a later change of the tables. */
const CARRIED: readonly (readonly [table: string, columns: string, where: string])[] = [
  ['impact_curation', 'id, made_at, made_by, why, act', 'true'],
  ['impact_finding_decision', 'id, made_at, made_by, why, act', 'true'],
  ['notice_contact', 'id, party, contact, role, language, source, made_at', "source = 'import'"],
  ['notice_edit', 'id, wave_id, what, party, value, made_by, made_at', 'true'],
  ['notice_hold', 'id, kind, party, contact, asked_by, why, until, made_by, made_at, ended_at, ended_by, held', 'true'],
  [
    'review_hold',
    'id, party, message, reason, state, made_by, made_at, why, decided_by, decided_at, entry',
    'made_by is not null or decided_by is not null',
  ],
];
const MEMBERS = ['happened', 'measures', 'unknown'] as const;

export async function up(db: Kysely<unknown>, { text, generatedId }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('ledger_decision')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('previous', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('signature', text)
    .execute();
  await db.schema
    .createTable('notice_edit')
    .addColumn('id', generatedId, (column) => column.primaryKey())
    .addColumn('wave_id', 'integer', (column) => column.notNull())
    .addColumn('what', text, (column) => column.notNull())
    .addColumn('party', text)
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('made_by', text)
    .addColumn('made_at', 'bigint')
    .execute();
  await keepEdits(db);
  await carryOver(db);
}

/** Texts that were edited in waves. Who did it was not kept. */
async function keepEdits(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{
    id: number;
    settings: string;
  }>`select id, settings from notice_wave order by id`.execute(db);
  for (const { id, settings } of rows) {
    const read: Readonly<Record<string, Json | undefined>> = JSON.parse(settings);
    const insert = (what: string, party: string | null, value: Json) =>
      sql`insert into notice_edit (wave_id, what, party, value) values (${id}, ${what}, ${party}, ${toCanonicalJson(value)})`.execute(
        db,
      );
    for (const what of MEMBERS) if (read[what] != null) await insert(what, null, read[what]);
    for (const [party, value] of Object.entries(read['added'] ?? {})) await insert('added', party, value);
  }
}

async function carryOver(db: Kysely<unknown>): Promise<void> {
  const writes: Json[] = [];
  for (const [table, columns, where] of CARRIED) {
    const { rows } = await sql<
      Readonly<Record<string, string | number | null>>
    >`select ${sql.raw(columns)} from ${sql.raw(table)} where ${sql.raw(where)} order by id`.execute(db);
    for (const { id, ...row } of rows) writes.push({ table, key: String(id), before: null, after: row });
  }
  writes.push(...(await listFindings(db)), ...(await listAccepted(db)));
  if (writes.length === 0) return;
  const { rows } = await sql<{ value: string }>`select value from state_fact where key = 'incident'`.execute(db);
  const { rows: log } = await sql<{ size: number }>`select count(*) as size from ledger_entry`.execute(db);
  const document = toCanonicalJson({
    v: 1,
    kind: 'decision',
    incident: rows[0]?.value ?? '',
    number: 1,
    at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    act: 'carried-over',
    by: null,
    key: null,
    why: 'decided in former versions',
    entry: null,
    log: log[0]?.size ?? 0,
    before: createHash('sha256').update('[]').digest('hex'),
    rows: [],
    writes,
  });
  const previous = Buffer.alloc(32);
  const digest = createHash('sha256').update(previous).update(document).digest('hex');
  await sql`insert into ledger_decision (number, document, previous, digest)
    values (1, ${document}, ${previous.toString('hex')}, ${digest})`.execute(db);
}

/** Rows without a number: their content is their key. */
async function listFindings(db: Kysely<unknown>): Promise<readonly Json[]> {
  const { rows } = await sql<{ party: string; message: string; kind: string; made_by: string; made_at: number }>`
    select distinct party, message, kind, made_by, made_at from notice_finding order by party, message, kind`.execute(
    db,
  );
  return rows.map(({ party, message, kind, made_by, made_at }) => ({
    table: 'notice_finding',
    key: toCanonicalJson([party, message, kind]),
    before: null,
    after: { made_by, made_at },
  }));
}

async function listAccepted(db: Kysely<unknown>): Promise<readonly Json[]> {
  const { rows } = await sql<{ value: string }>`select value from state_fact where key = 'accepted'`.execute(db);
  const places: Json = rows[0] === undefined ? [] : JSON.parse(rows[0].value);
  return (Array.isArray(places) ? places : []).map((key: Json) => ({
    table: 'accepted',
    key,
    before: null,
    after: {},
  }));
}
