import type { Problem } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';

/** Problems of files that were not there; those of others are kept with them. */
export async function forgetMissing(store: Store): Promise<void> {
  const taken = store.db.selectFrom('evidence_file').select('path').where('purpose', '=', 'access');
  await store.db.deleteFrom('evidence_problem').where('origin', '=', 'access').where('file', 'not in', taken).execute();
}

export function keepProblems(store: Store, file: string, problems: readonly Problem[]): void {
  const rows = problems.map((problem) => ['access', file, problem.code, problem.place, problem.text, problem.weight]);
  store.insertRows('evidence_problem', ['origin', 'file', 'code', 'place', 'text', 'weight'], rows);
}

/** A row of an audit log that could not be read. */
export async function listUnreadableRows(store: Store) {
  return store.db.selectFrom('evidence_access_unreadable').selectAll().execute();
}

export async function countUnreadableRows(store: Store): Promise<number> {
  const { unreadable } = await store.db
    .selectFrom('evidence_access_unreadable')
    .select((select) => select.fn.countAll<number>().as('unreadable'))
    .executeTakeFirstOrThrow();
  return Number(unreadable);
}

/** The operations of rows that could not be read, with their files. */
export async function listUnreadableOperations(
  store: Store,
): Promise<readonly { readonly file: string; readonly operation: string | null }[]> {
  return store.db.selectFrom('evidence_access_unreadable').select(['file', 'operation']).distinct().execute();
}

/** Audit logs that have one of these problems. */
export async function listFilesWith(store: Store, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('evidence_problem')
    .select('file')
    .distinct()
    .where('origin', '=', 'access')
    .where('code', 'in', codes)
    .execute();
  return rows.map(({ file }) => file ?? '');
}

export async function readEvidenceProblems(store: Store): Promise<Problem[]> {
  const rows = await store.db
    .selectFrom('evidence_problem')
    .leftJoin('evidence_shard', 'evidence_shard.id', 'evidence_problem.shard_id')
    .select(['code', 'place', 'text', 'weight', 'evidence_shard.current'])
    .execute();
  return rows
    .filter((row) => row.current !== 0)
    .map(({ code, place, text, weight }) => ({ code, place, text, weight: weight === 'person' ? 'person' : 'note' }));
}

/** What the newest run could not follow or open, and said so. */
export async function listWalkProblems(store: Store) {
  return store.db.selectFrom('evidence_problem').select(['code', 'place']).where('origin', '=', 'walk').execute();
}
