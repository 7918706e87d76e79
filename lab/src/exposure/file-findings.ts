import type { Incident } from '@candor/core/evidence/incident';
import { type RowUnit, showsMail } from '@candor/core/evidence/record';
import type { FileFinding } from '@candor/core/exposure/coverage';
import type { Store } from '../adapters/store.ts';
import { FOREIGN_CODES } from '../evidence/foreign-problem.ts';
import { UNREADABLE_CODES } from '../evidence/walk.ts';

/** An access file as exports name it. */
export interface AccessFileName {
  /** As in incident.yaml. */
  readonly file: string;
  readonly sha256: string;
  /** What the numbers of its rows count. */
  readonly unit: RowUnit;
}

/** Access files by `evidence_file.id`. */
export type AccessFiles = ReadonlyMap<number, AccessFileName>;

/** Problems of a whole access file that stand for rows which nobody could read (docs/formats/problems.md). */
const missingRows = ['gzip-broken', 'not-a-file', FOREIGN_CODES.access, ...UNREADABLE_CODES];

/** Problems of a file that is no log of accesses at all. */
const noLog: readonly string[] = [FOREIGN_CODES['no-access'], FOREIGN_CODES.elsewhere];

/** What reading showed about each access file: cut exports, and rows that could have been an access and cannot be read. */
export async function readFileFindings(store: Store): Promise<FileFinding[]> {
  const files = await store.db
    .selectFrom('evidence_file')
    .select(['path', 'truncated'])
    .where('purpose', '=', 'access')
    .execute();
  const unreadable = await store.db
    .selectFrom('evidence_access_unreadable')
    .select(['file', 'operation'])
    .distinct()
    .execute();
  const incomplete = await store.db
    .selectFrom('evidence_problem')
    .select('file')
    .distinct()
    .where('origin', '=', 'access')
    .where('code', 'in', missingRows)
    .execute();
  const accesses = unreadable.filter(({ operation }) => operation === null || showsMail(operation));
  const blind = new Set([...accesses, ...incomplete].map(({ file }) => file ?? ''));
  const cut = new Set(files.filter(({ truncated }) => truncated !== null).map(({ path }) => path));
  // A file that could not be opened is not among those that were read.
  return [...new Set([...files.map(({ path }) => path), ...blind])].map((file) => ({
    file,
    isTruncated: cut.has(file),
    hasUnreadableAccess: blind.has(file),
  }));
}

export async function readAccessFiles(store: Store): Promise<AccessFiles> {
  const files = await store.db
    .selectFrom('evidence_file')
    .select(['id', 'path', 'sha256', 'unit'])
    .where('purpose', '=', 'access')
    .execute();
  return new Map(files.map(({ id, path, sha256, unit }) => [id, { file: path, sha256, unit: unit ?? 'line' }]));
}

/** Files of which nothing is a record, because they are logs or tables of another kind. */
export async function findForeignFiles(store: Store): Promise<ReadonlySet<string>> {
  const rows = await store.db
    .selectFrom('evidence_file')
    .innerJoin('evidence_problem', 'evidence_problem.file', 'evidence_file.path')
    .select('evidence_file.path')
    .distinct()
    .where('evidence_file.purpose', '=', 'access')
    .where('evidence_file.rows', '=', 0)
    .where('evidence_problem.origin', '=', 'access')
    .where('evidence_problem.code', 'in', Object.values(FOREIGN_CODES))
    .execute();
  return new Set(rows.map(({ path }) => path));
}

/**
 * The incident without `covers` of files that are no log of accesses: a log of sign-ins in which no mail was opened would clear all of it.
 * Nothing is asserted by them, and no gap follows from them.
 */
export async function dropForeignCovers(store: Store, incident: Incident): Promise<Incident> {
  const rows = await store.db
    .selectFrom('evidence_file')
    .innerJoin('evidence_problem', 'evidence_problem.file', 'evidence_file.path')
    .select('evidence_file.path')
    .distinct()
    .where('evidence_file.purpose', '=', 'access')
    .where('evidence_file.rows', '=', 0)
    .where('evidence_problem.origin', '=', 'access')
    .where('evidence_problem.code', 'in', noLog)
    .execute();
  const foreign = new Set(rows.map(({ path }) => path));
  if (foreign.size === 0) return incident;
  return {
    ...incident,
    access: incident.access.map((file) => (foreign.has(file.file) ? { ...file, covers: null } : file)),
  };
}
