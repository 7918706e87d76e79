import type { RowUnit } from '@candor/core/evidence/record';
import type { Interval } from '@candor/core/incident';
import { readFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { isNumbers, readStored } from '../../adapters/store/stored-json.ts';
import type { AccessFileResult } from '../access-file.ts';
import { toDigest, UNREAD_DIGEST } from '../unread-digest.ts';

/** SHA-256 of each audit log that could be read. */
export async function listAuditDigests(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('evidence_file').select('sha256').where('purpose', '=', 'access').execute();
  return rows.map(({ sha256 }) => sha256).filter((sha256) => toDigest(sha256) !== null);
}

/** Rows of all audit logs. */
export async function sumAuditRows(store: Store): Promise<number> {
  const { rows } = await store.db
    .selectFrom('evidence_file')
    .select((select) => select.fn.sum<number | null>('rows').as('rows'))
    .where('purpose', '=', 'access')
    .executeTakeFirstOrThrow();
  return Number(rows ?? 0);
}

/** An audit log that is about to be read. Gives its id. */
export async function insertAuditFile(store: Store, path: string, modified: string): Promise<number> {
  const { id } = await store.db
    .insertInto('evidence_file')
    .values({ ...emptyFile, path, modified })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The log was read to its end. */
export async function keepAuditReading(
  store: Store,
  id: number,
  {
    container,
    unit,
    size,
    sha256,
    rows,
    truncated,
    holes,
  }: Pick<AccessFileResult, 'container' | 'unit' | 'size' | 'sha256' | 'rows' | 'truncated' | 'holes'>,
): Promise<void> {
  await store.db
    .updateTable('evidence_file')
    .set({
      ...{ format: container ?? 'unknown', container, unit, size, sha256, rows, truncated },
      holes: holes.length === 0 ? null : JSON.stringify(holes.flatMap(({ from, to }) => [from, to])),
    })
    .where('id', '=', id)
    .execute();
}

export async function keepUnopened(store: Store, id: number, size: number): Promise<void> {
  await store.db.updateTable('evidence_file').set({ format: UNREADABLE_FORMAT, size }).where('id', '=', id).execute();
}

/** What a log lacks. */
export interface CutFile {
  readonly path: string;
  readonly isCut: boolean;
  /** Rows are missing between these times. */
  readonly holes: readonly Interval[];
}

/** Every audit log, and what it lacks. */
export async function listCutFiles(store: Store): Promise<readonly CutFile[]> {
  const rows = await store.db
    .selectFrom('evidence_file')
    .select(['path', 'truncated', 'holes'])
    .where('purpose', '=', 'access')
    .execute();
  return rows.map(({ path, truncated, holes }) => ({
    path,
    isCut: truncated !== null,
    holes: holes === null ? [] : toIntervals(readStored(isNumbers, holes, 'evidence_file.holes', path)),
  }));
}

function toIntervals(times: readonly number[]): readonly Interval[] {
  const intervals: Interval[] = [];
  for (let at = 0; at + 1 < times.length; at += 2) intervals.push({ from: times[at] ?? 0, to: times[at + 1] ?? 0 });
  return intervals;
}

/** Audit logs without a record that have one of these problems. */
export async function findEmptyFiles(store: Store, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await store.db
    .selectFrom('evidence_file')
    .innerJoin('evidence_problem', 'evidence_problem.file', 'evidence_file.path')
    .select('evidence_file.path')
    .distinct()
    .where('evidence_file.purpose', '=', 'access')
    .where('evidence_file.rows', '=', 0)
    .where('evidence_problem.origin', '=', 'access')
    .where('evidence_problem.code', 'in', codes)
    .execute();
  return new Set(rows.map(({ path }) => path));
}

/** Audit logs in which no row was read. */
export async function listRecordless(store: Store): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('evidence_file')
    .select('path')
    .where('purpose', '=', 'access')
    .where('rows', '=', 0)
    .execute();
  return rows.map(({ path }) => path);
}

/**
 * Changed whenever a row becomes another record than before: what an earlier program read of the same file, and cleared
 * by it, is read again.
 */
const ACCESS_READING = '10';
/**
 * What was read in another way has changed for each file by itself, which is forgotten when it is read again: a run
 * that is stopped misses no other.
 */
export async function markReadOtherwise(store: Store): Promise<void> {
  if ((await readFact(store, 'access-reading')) === ACCESS_READING) return;
  await store.transaction(async () => {
    await store.db.updateTable('evidence_file').set({ modified: '' }).where('purpose', '=', 'access').execute();
    await writeFact(store, 'access-reading', ACCESS_READING);
  });
}

/**
 * The format of a file that could not be opened; it has neither digest nor rows, so that the next run forgets it and
 * tries again.
 */
export const UNREADABLE_FORMAT = 'unreadable';

const emptyFile = {
  custodian: null,
  purpose: 'access',
  raw: null,
  format: 'unknown',
  size: 0,
  sha256: UNREAD_DIGEST,
  shard_id: null,
  container: null,
  unit: null,
  rows: null,
  truncated: null,
  holes: null,
} as const;

export interface ImportedFile {
  readonly id: number;
  readonly path: string;
  readonly format: string;
  readonly size: number;
  readonly modified: string;
  readonly rows: number | null;
}

export function findImported(store: Store): Promise<ImportedFile[]> {
  return store.db
    .selectFrom('evidence_file')
    .select(['id', 'path', 'format', 'size', 'modified', 'rows'])
    .where('purpose', '=', 'access')
    .execute();
}

/** An access file as exports name it. */
export interface AccessFileName {
  readonly file: string;
  readonly sha256: string;
  readonly unit: RowUnit;
}

/** Access files by `evidence_file.id`. */
export type AccessFiles = ReadonlyMap<number, AccessFileName>;

export async function readAccessFiles(store: Store): Promise<AccessFiles> {
  const files = await store.db
    .selectFrom('evidence_file')
    .select(['id', 'path', 'sha256', 'unit'])
    .where('purpose', '=', 'access')
    .execute();
  return new Map(files.map(({ id, path, sha256, unit }) => [id, { file: path, sha256, unit: unit ?? 'line' }]));
}
