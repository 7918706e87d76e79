import { sql } from 'kysely';
import type { Store } from '../../adapters/store/store.ts';

/** Tables whose rows have a key in a version. */
const KEYS = {
  exposure_verdict: 'copy_id',
  exposure_record: 'record_id',
  exposure_mailbox: 'custodian',
  impact_party: 'party',
} as const;
type KeyedTable = keyof typeof KEYS;
type Key = string | number;

/** Keys of one statement. */
const KEYS_AT_ONCE = 500;

/** Where an equal version, judged again under a later number, has other rows. */
export interface VersionChanges {
  readonly keyed: readonly {
    readonly table: KeyedTable;
    /** Rows that the version before has otherwise, or alone. */
    readonly gone: readonly Key[];
    readonly fresh: readonly Key[];
  }[];
  readonly isUnresolvedOther: boolean;
}

/**
 * Compares a version with an equal one that was judged under a later number. As a rule they differ in nothing; the old
 * rows may be altered, or from an older reading. Only reads, so that what has to be written is little.
 */
export async function compareVersions(store: Store, version: number, judged: number): Promise<VersionChanges> {
  const keyed = [];
  const tables = await store.db.introspection.getTables();
  for (const table of Object.keys(KEYS) as KeyedTable[]) {
    const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
    const gone = await findOthers(store, table, columns, version, judged);
    const fresh = await findOthers(store, table, columns, judged, version);
    if (gone.length + fresh.length > 0) keyed.push({ table, gone, fresh });
  }
  const [before, after] = [await readUnresolvedText(store, version), await readUnresolvedText(store, judged)];
  return { keyed, isUnresolvedOther: before !== after };
}

/**
 * Gives a version the rows of the equal one that was judged under a later number; what they have in common stays.
 * Inside the caller's transaction; `dropVersion` takes away the rest.
 */
export async function replaceVersion(
  { db }: Store,
  version: number,
  judged: number,
  { keyed, isUnresolvedOther }: VersionChanges,
): Promise<void> {
  for (const { table, gone, fresh } of keyed) {
    const key = sql.ref(KEYS[table]);
    for (const some of toSlices(gone))
      await sql`delete from ${sql.table(table)} where version = ${version} and ${key} in (${sql.join(some)})`.execute(
        db,
      );
    for (const some of toSlices(fresh))
      await sql`update ${sql.table(table)} set version = ${version} where version = ${judged} and ${key} in (${sql.join(some)})`.execute(
        db,
      );
  }
  if (!isUnresolvedOther) return;
  await db.deleteFrom('exposure_unresolved').where('version', '=', version).execute();
  await db.updateTable('exposure_unresolved').set({ version }).where('version', '=', judged).execute();
}

/** Keys of rows of one version that the other has not, or otherwise. */
async function findOthers(
  store: Store,
  table: KeyedTable,
  columns: readonly string[],
  version: number,
  than: number,
): Promise<readonly Key[]> {
  const key = KEYS[table];
  const own = sql.ref(`own.${key}`);
  const others = columns.filter((column) => column !== 'version' && column !== key);
  const isOther = others.map((column) => sql`own.${sql.ref(column)} is distinct from other.${sql.ref(column)}`);
  const { rows } = await sql<{ key: Key }>`select ${own} as "key" from ${sql.table(table)} as own
    left join ${sql.table(table)} as other on other.version = ${than} and other.${sql.ref(key)} = ${own}
    where own.version = ${version} and (other.version is null or ${sql.join(isOther, sql` or `)})`.execute(store.db);
  return rows.map((row) => row.key);
}

async function readUnresolvedText(store: Store, version: number): Promise<string> {
  const rows = await store.db
    .selectFrom('exposure_unresolved')
    .select(['what', 'value', 'count', 'reason'])
    .where('version', '=', version)
    .orderBy('what')
    .orderBy('value')
    .orderBy('reason')
    .orderBy('count')
    .execute();
  return JSON.stringify(rows);
}

function* toSlices(keys: readonly Key[]): Generator<readonly Key[]> {
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) yield keys.slice(at, at + KEYS_AT_ONCE);
}
