import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import { keepHeapSmall } from '../adapters/heap.ts';
import { readFact, writeFact } from '../adapters/state-fact.ts';
import type { Store } from '../adapters/store.ts';
import { readAccessFile } from './access-file.ts';
import { type AccessRowWriter, dropAccessFile, openAccessWriter } from './access-store.ts';
import { mergeDuplicates } from './merge-duplicates.ts';

export interface AccessIntake {
  readonly incident: Incident;
  /** Absolute; paths of the incident are relative to it. */
  readonly folder: string;
  /** Bytes of access files as they lie, as they are read. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Reads every access file that is new or has changed into the store, forgets those that the incident no longer names, and makes rows with one id one
 * record. A run that was stopped reads the file that it was in again.
 */
export async function takeAccess(store: Store, { incident, folder, onBytes }: AccessIntake): Promise<void> {
  keepHeapSmall();
  let writer: AccessRowWriter | null = null;
  const taken = await findTaken(store);
  const named = new Set(incident.access.map(({ file }) => file));
  let changed = (await readFact(store, 'access-merged')) !== 'yes';
  const forget = async (file: TakenFile) => {
    if (!changed) await writeFact(store, 'access-merged', 'no');
    changed = true;
    await dropAccessFile(store, file.path, file.id);
  };
  // What a stopped run was reading is there in part; what the incident no longer names counts no more.
  for (const file of taken) if (file.rows === null || !named.has(file.path)) await forget(file);
  const whole = new Map(taken.filter(({ rows }) => rows !== null).map((file) => [file.path, file]));
  for (const { file } of incident.access) {
    const path = resolve(folder, file);
    const { size, mtimeMs } = statSync(path);
    const known = whole.get(file);
    if (known !== undefined && known.size === size && known.modified === String(mtimeMs)) continue;
    if (known !== undefined) await forget(known);
    if (!changed) await writeFact(store, 'access-merged', 'no');
    changed = true;
    writer ??= await openAccessWriter(store);
    await takeFile(store, writer, { file, path, modified: String(mtimeMs), onBytes });
  }
  if (!changed) return;
  await mergeDuplicates(store);
  await writeFact(store, 'access-merged', 'yes');
}

interface FileIntake {
  readonly file: string;
  readonly path: string;
  readonly modified: string;
  readonly onBytes: (bytes: number) => void;
}

/** The file stands in the store without a count of rows until all of them are there. */
async function takeFile(
  store: Store,
  writer: AccessRowWriter,
  { file, path, modified, onBytes }: FileIntake,
): Promise<void> {
  const { id: fileId } = await store.db
    .insertInto('evidence_file')
    .values({ ...emptyFile, path: file, modified })
    .returning('id')
    .executeTakeFirstOrThrow();
  let told = 0;
  const reading = await store.transaction(async () => {
    writer.begin({ id: fileId, path: file });
    const found = await readAccessFile({
      path,
      file,
      onRow: (row) => writer.add(row),
      onProgress: (bytes) => {
        onBytes(bytes - told);
        told = bytes;
      },
    });
    writer.flush();
    return found;
  });
  const { container, size, sha256, rows, truncated, problems } = reading;
  await store.transaction(async () => {
    await keepProblems(store, file, problems);
    await store.db
      .updateTable('evidence_file')
      .set({ format: container ?? 'unknown', container, size, sha256, rows, truncated })
      .where('id', '=', fileId)
      .execute();
  });
}

const emptyFile = {
  custodian: null,
  purpose: 'access',
  raw: null,
  format: 'unknown',
  size: 0,
  sha256: '',
  shard_id: null,
  container: null,
  rows: null,
  truncated: null,
} as const;

interface TakenFile {
  readonly id: number;
  readonly path: string;
  readonly size: number;
  readonly modified: string;
  readonly rows: number | null;
}

function findTaken(store: Store): Promise<TakenFile[]> {
  return store.db
    .selectFrom('evidence_file')
    .select(['id', 'path', 'size', 'modified', 'rows'])
    .where('purpose', '=', 'access')
    .execute();
}

async function keepProblems(store: Store, file: string, problems: readonly Problem[]): Promise<void> {
  const rows = problems.map((problem) => ['access', file, problem.code, problem.place, problem.text, problem.weight]);
  store.insertRows('evidence_problem', ['origin', 'file', 'code', 'place', 'text', 'weight'], rows);
}
