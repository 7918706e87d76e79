import { createHash } from 'node:crypto';
import { type Json, toCanonicalJson } from '@candor/core/base';
import { type Kysely, sql } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Rows of one statement. */
const BATCH_ROWS = 500;

/**
 * The chain of deliveries. What a former version has sent, judged or posted begins with one link, `carried over`: it
 * says where it stood, and nobody can tell any more how it came there.
 */
export async function up(db: Kysely<unknown>, { text, bytes }: EngineTypes): Promise<void> {
  await db.schema
    .createTable('ledger_link')
    .addColumn('position', 'bigint', (column) => column.primaryKey())
    .addColumn('delivery', text)
    .addColumn('event', text, (column) => column.notNull())
    .addColumn('link', text, (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .addColumn('entry', 'bigint')
    .execute();
  await db.schema.createIndex('ledger_link_delivery').on('ledger_link').columns(['delivery']).execute();
  await carryOver(db);
}

interface DeliveryRow {
  readonly id: number;
  readonly message_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly fence: number;
  readonly claimed_by: string | null;
  readonly lease_until: number | null;
  readonly next_at: number | null;
  readonly failures: number;
  readonly failed_at: number | null;
  readonly reason: string | null;
  readonly changed_at: number;
}

interface CarriedLink {
  readonly delivery: string | null;
  readonly at: number;
  readonly event: { readonly event: string; readonly [member: string]: Json };
}

async function carryOver(db: Kysely<unknown>): Promise<void> {
  const links = [...(await carryDeliveries(db)), ...(await carryRows(db))];
  let previous: Uint8Array = new Uint8Array(32);
  const rows = links.map(({ delivery, at, event }, position) => {
    const link = toCanonicalJson({ v: 1, at, delivery, host: null, who: [], entry: null, gate: null, event });
    previous = createHash('sha256').update(previous).update(link).digest();
    return sql`(${position}, ${delivery}, ${event.event}, ${link}, ${previous})`;
  });
  for (let from = 0; from < rows.length; from += BATCH_ROWS)
    await sql`insert into ledger_link (position, delivery, event, link, hash) values ${sql.join(rows.slice(from, from + BATCH_ROWS))}`.execute(
      db,
    );
}

async function carryDeliveries(db: Kysely<unknown>): Promise<readonly CarriedLink[]> {
  const { rows } = await sql<DeliveryRow>`select id, message_id, state, attempts, fence, claimed_by, lease_until,
    next_at, failures, failed_at, reason, changed_at from notice_delivery where state <> 'composed' order by id`.execute(
    db,
  );
  const attempts = await sql<{
    readonly delivery_id: number;
    readonly attempt: number;
    readonly fence: number;
    readonly event: string;
    readonly host: string | null;
    readonly reply: string | null;
    readonly made_at: number;
  }>`select delivery_id, attempt, fence, event, host, reply, made_at from notice_attempt order by id`.execute(db);
  const tried = Map.groupBy(attempts.rows, ({ delivery_id }) => delivery_id);
  return rows.map((row) => {
    const own = (tried.get(row.id) ?? []).map(({ attempt, fence, event, host, reply, made_at: at }) => ({
      ...{ attempt, fence, event, host, reply, at },
    }));
    return {
      delivery: row.message_id,
      at: row.changed_at,
      event: { event: 'carried-over', was: toWas(row), attempts: own.length, digest: digestOf(own) },
    };
  });
}

function toWas(row: DeliveryRow): Json {
  const { state, attempts, fence, failures, failed_at: failedAt } = row;
  const progress = { attempts, fence, failures, failedAt };
  const reason = row.reason ?? '';
  if (state === 'intent' || state === 'data')
    return { state, claim: { by: row.claimed_by ?? '', leaseUntil: row.lease_until ?? 0 }, ...progress };
  if (state === 'deferred') return { state, nextAt: row.next_at ?? 0, reason, ...progress };
  return state === 'approved' || state === 'accepted' ? { state, ...progress } : { state, reason, ...progress };
}

async function carryRows(db: Kysely<unknown>): Promise<readonly CarriedLink[]> {
  const gates = await sql<{
    readonly id: number;
    readonly made_at: number;
    readonly passed: number;
    readonly settings_digest: string;
    readonly result: string;
  }>`select id, made_at, passed, settings_digest, result from notice_gate order by id`.execute(db);
  const postings = await sql<{ readonly id: number; readonly made_at: number; readonly entry: number }>`select
    id, made_at, entry from notice_posting order by id`.execute(db);
  return [
    ...gates.rows.map(({ id, made_at: at, passed, settings_digest: settings, result }) => ({
      ...{ delivery: null, at },
      event: { event: 'carried-row', table: 'gate', row: id, digest: digestOf({ at, passed, settings, result }) },
    })),
    ...postings.rows.map(({ id, made_at: at, entry }) => ({
      ...{ delivery: null, at },
      event: { event: 'carried-row', table: 'posting', row: id, digest: digestOf({ at, entry }) },
    })),
  ];
}

function digestOf(value: Json): string {
  return createHash('sha256').update(toCanonicalJson(value)).digest('hex');
}
