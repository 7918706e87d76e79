import { sql } from 'kysely';
import { readFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { toDigest, UNREAD_DIGEST } from '../unread-digest.ts';

/** A file that an earlier exposure was judged from, under a name under which these bytes were not read now. */
export interface LostFile {
  readonly purpose: 'mailbox' | 'access';
  /** It is null for an access file. */
  readonly custodian: string | null;
  readonly path: string;
  readonly sha256: string;
  readonly version: number;
  /**
   * `moved`: its bytes were read under another name, or for another mailbox; `replaced`: other bytes were read under
   * its name; `unopened`: it is there and could not be opened; `gone`: nothing was read under its name.
   */
  readonly state: 'gone' | 'replaced' | 'unopened' | 'moved';
}

/** A run first forgets what every run finds again: until a version is complete, missing files may only be unread. */
export async function markUnjudged(store: Store): Promise<void> {
  await writeFact(store, 'evidence-judged', 'no');
}

/** Whether the known files are those of the newest version: false during a run, and after a stopped one. */
export async function isJudged(store: Store): Promise<boolean> {
  return (await readFact(store, 'evidence-judged')) !== 'no';
}

/**
 * Records what a version was judged from, in its completing transaction: what an unfinished run read is nobody's loss.
 */
export async function markJudged(store: Store, version: number): Promise<void> {
  await writeFact(store, 'evidence-judged', 'yes');
  await store.db.updateTable('evidence_shard').set({ judged: version }).where('current', '=', 1).execute();
  await store.db
    .insertInto('evidence_judged_file')
    .columns(['purpose', 'custodian', 'path', 'sha256', 'version'])
    .expression((build) =>
      build
        .selectFrom('evidence_file')
        .select((select) => [
          'purpose',
          select.fn.coalesce('custodian', select.val('')).as('custodian'),
          'path',
          'sha256',
          // PostgreSQL takes the type of a bare parameter under `distinct` to be text.
          select.cast<number>(select.val(version), 'integer').as('version'),
        ])
        .distinct()
        .where('shard_id', 'is', null)
        .where('purpose', 'in', ['mailbox', 'access'])
        .where('sha256', '!=', UNREAD_DIGEST),
    )
    .onConflict((conflict) => conflict.columns(['purpose', 'custodian', 'path', 'sha256']).doUpdateSet({ version }))
    .execute();
}

/**
 * Every file that any earlier version was judged from and this run did not read as it was, in order of purpose,
 * custodian, path and digest. It follows from what those versions had and what is there now, not from how often or in
 * which order the runs were made.
 */
export async function* findLostFiles(store: Store): AsyncIterable<LostFile> {
  const judged = store.db
    .selectFrom('evidence_file')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_file.shard_id')
    .select((select) => [
      'purpose',
      select.fn.coalesce('evidence_file.custodian', select.val('')).as('custodian'),
      'path',
      'sha256',
      'judged as version',
    ])
    .where('judged', 'is not', null)
    .where('current', '=', 0)
    .where('sha256', '!=', UNREAD_DIGEST)
    .unionAll(
      store.db.selectFrom('evidence_judged_file').select(['purpose', 'custodian', 'path', 'sha256', 'version']),
    );
  const lost = store.db
    .selectFrom(judged.as('judged'))
    .select((select) => [
      'purpose',
      select.fn('nullif', ['custodian', select.val('')]).as('custodian'),
      'path',
      'sha256',
      select.fn.max('version').as('version'),
      STATE.as('state'),
    ])
    .where(sql<boolean>`not exists (${NAMED} and now.sha256 = judged.sha256 and ${OWNER} = judged.custodian)`)
    .groupBy(['purpose', 'custodian', 'path', 'sha256'])
    .orderBy('purpose')
    .orderBy('custodian')
    .orderBy('path')
    .orderBy('sha256');
  for await (const rows of store.stream(lost)) yield* rows as LostFile[];
}

/** A file of a mailbox as it was read. */
export interface KnownFile {
  readonly path: string;
  /** Each code unit is one byte; null means that only the digest was kept. */
  readonly raw: string | null;
  readonly size: number | null;
  /** It is null if the file could not be opened. */
  readonly sha256: string | null;
  /**
   * Whether it is what the newest run found; else `version` was judged from it, and that run ended before it was at
   * this file, or does not lead to it.
   */
  readonly isNow: boolean;
}

/**
 * The files of one mailbox: what the newest run read, and what a version was judged from. In order of path; of one path
 * the newest run's first.
 */
export async function* streamKnownFiles(store: Store, custodian: string, version: number): AsyncIterable<KnownFile> {
  const files = store.db
    .selectFrom('evidence_file')
    .leftJoin('evidence_shard', 'evidence_shard.id', 'evidence_file.shard_id')
    .select(['path', 'raw', sql<number | null>`size`.as('size'), 'sha256', sql<number>`coalesce(current, 1)`.as('now')])
    .where('evidence_file.custodian', '=', custodian)
    .where('purpose', '=', 'mailbox')
    .where((where) =>
      where.or([where('shard_id', 'is', null), where('current', '=', 1), where('judged', '=', version)]),
    )
    .unionAll(
      store.db
        .selectFrom('evidence_judged_file')
        .select([
          'path',
          sql<string | null>`null`.as('raw'),
          sql<number | null>`null`.as('size'),
          'sha256',
          sql<number>`0`.as('now'),
        ])
        .where('custodian', '=', custodian)
        .where('purpose', '=', 'mailbox')
        .where('version', '=', version),
    );
  const ordered = store.db.selectFrom(files.as('known')).selectAll().orderBy('path').orderBy('now', 'desc');
  for await (const rows of store.stream(ordered))
    for (const { path, raw, size, sha256, now } of rows)
      yield { path, raw, size, sha256: toDigest(sha256), isNow: now === 1 };
}

/** The logs that a version was judged from, in order of path. */
export function listJudgedLogs(store: Store, version: number): Promise<{ path: string; sha256: string }[]> {
  return store.db
    .selectFrom('evidence_judged_file')
    .select(['path', 'sha256'])
    .where('purpose', '=', 'access')
    .where('version', '=', version)
    .orderBy('path')
    .execute();
}

const OWNER = sql`coalesce(now.custodian, '')`;
/** Of a row `now` of `evidence_file`: it is of this run, not kept for an earlier version. */
const IS_NOW = sql`(now.shard_id is null or exists (select 1 from evidence_shard where id = now.shard_id and current = 1))`;
const NAMED = sql`select 1 from evidence_file as now where now.purpose = judged.purpose and now.path = judged.path and ${IS_NOW}`;
/** Of the same mailbox, or of the logs: another mailbox that holds the same bytes says nothing of this one. */
const HELD = sql`select now.purpose, ${OWNER}, now.sha256 from evidence_file as now where ${IS_NOW}`;

const STATE = sql<LostFile['state']>`case
  when exists (${NAMED} and now.sha256 = judged.sha256) then 'moved'
  when (judged.purpose, judged.custodian, judged.sha256) in (${HELD}) then 'moved'
  when exists (${NAMED} and now.sha256 <> ${UNREAD_DIGEST}) then 'replaced'
  when exists (${NAMED}) then 'unopened'
  else 'gone' end`;
