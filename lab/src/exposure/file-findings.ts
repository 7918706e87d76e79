import type { Incident } from '@candor/core/evidence/incident';
import { showsMail } from '@candor/core/evidence/record';
import type { FileFinding } from '@candor/core/exposure/coverage';
import type { Store } from '../adapters/store.ts';
import { FOREIGN_CODES, UNREADABLE_CODES } from '../evidence/index.ts';
import { findEmptyFiles, listCutFiles } from '../evidence/store/audit-file-store.ts';
import { listFilesWith, listUnreadableOperations } from '../evidence/store/evidence-problem-store.ts';

/** Problems of a whole access file that stand for rows which nobody could read (docs/formats/problems.md). */
const missingRows = ['gzip-broken', 'not-a-file', FOREIGN_CODES.access, ...UNREADABLE_CODES];

/** Problems of a file that is no log of accesses at all. */
const noLog: readonly string[] = [FOREIGN_CODES['no-access'], FOREIGN_CODES.elsewhere];

/**
 * What reading showed about each access file: cut exports, and rows that could have been an access and cannot be read.
 */
export async function readFileFindings(store: Store): Promise<FileFinding[]> {
  const files = await listCutFiles(store);
  const unreadable = await listUnreadableOperations(store);
  const incomplete = await listFilesWith(store, missingRows);
  const accesses = unreadable.filter(({ operation }) => operation === null || showsMail(operation));
  const blind = new Set([...accesses.map(({ file }) => file), ...incomplete]);
  const cut = new Set(files.filter(({ isCut }) => isCut).map(({ path }) => path));
  // A file that could not be opened is not among those that were read.
  return [...new Set([...files.map(({ path }) => path), ...blind])].map((file) => ({
    file,
    isTruncated: cut.has(file),
    hasUnreadableAccess: blind.has(file),
  }));
}

/** Files of which nothing is a record, because they are logs or tables of another kind. */
export async function findForeignFiles(store: Store): Promise<ReadonlySet<string>> {
  return findEmptyFiles(store, Object.values(FOREIGN_CODES));
}

/**
 * The incident without `covers` of files that are no log of accesses: a log of sign-ins in which no mail was opened
 * would clear all of it. Nothing is asserted by them, and no gap follows from them.
 */
export async function dropForeignCovers(store: Store, incident: Incident): Promise<Incident> {
  const foreign = await findEmptyFiles(store, noLog);
  if (foreign.size === 0) return incident;
  return {
    ...incident,
    access: incident.access.map((file) => (foreign.has(file.file) ? { ...file, covers: null } : file)),
  };
}
