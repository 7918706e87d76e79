import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence';
import { readFact, writeFact } from '../adapters/state-fact.ts';
import type { Store } from '../adapters/store.ts';
import { readAccessFile } from './access-file.ts';
import { AccessRowWriter, beforeLoading, dropAccessFile, findNextRowId, mergeDuplicates } from './access-store.ts';

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
  let changed = false;
  const beginChange = async () => {
    if (changed) return;
    changed = true;
    await writeFact(store, 'access-merged', 'no');
    await beforeLoading(store);
  };
  // What a stopped run was loading is there in part, and no file of the record says so.
  const half = (await readFact(store, 'access-loading')) ?? '';
  for (const file of [...(half === '' ? [] : [half]), ...(await findUnnamed(store, incident))]) {
    await beginChange();
    await forgetFile(store, file);
  }
  for (const { file } of incident.access) {
    const path = resolve(folder, file);
    const { size, mtimeMs } = statSync(path);
    const known = await findTaken(store, file);
    if (known !== undefined && known.size === size && known.modified === String(mtimeMs)) continue;
    await beginChange();
    if (known !== undefined) await forgetFile(store, file);
    await writeFact(store, 'access-loading', file);
    const writer = new AccessRowWriter(store, file, await findNextRowId(store));
    let told = 0;
    const reading = await readAccessFile({
      path,
      file,
      onRow: (row) => writer.add(row),
      onProgress: (bytes) => {
        onBytes(bytes - told);
        told = bytes;
      },
    });
    writer.end();
    await store.transaction(async () => {
      await keepProblems(store, file, reading.problems);
      await store.db
        .insertInto('evidence_file')
        .values({
          custodian: null,
          purpose: 'access',
          path: file,
          format: reading.container ?? 'unknown',
          size: reading.size,
          sha256: reading.sha256,
          modified: String(mtimeMs),
          raw: null,
          shard_id: null,
          container: reading.container,
          rows: reading.rows,
          truncated: reading.truncated,
        })
        .execute();
      await writeFact(store, 'access-loading', '');
    });
  }
  // A run that was stopped between reading and merging has to merge.
  if (changed || (await readFact(store, 'access-merged')) !== 'yes') {
    await mergeDuplicates(store);
    await writeFact(store, 'access-merged', 'yes');
  }
}

async function findUnnamed(store: Store, incident: Incident): Promise<string[]> {
  const named = new Set(incident.access.map(({ file }) => file));
  const taken = await store.db.selectFrom('evidence_file').select('path').where('purpose', '=', 'access').execute();
  return taken.map(({ path }) => path).filter((path) => !named.has(path));
}

async function forgetFile(store: Store, file: string): Promise<void> {
  await store.db.deleteFrom('evidence_file').where('purpose', '=', 'access').where('path', '=', file).execute();
  await dropAccessFile(store, file);
}

async function findTaken(store: Store, file: string) {
  return store.db
    .selectFrom('evidence_file')
    .select(['size', 'modified'])
    .where('purpose', '=', 'access')
    .where('path', '=', file)
    .executeTakeFirst();
}

async function keepProblems(store: Store, file: string, problems: readonly Problem[]): Promise<void> {
  const rows = problems.map((problem) => ['access', file, problem.code, problem.place, problem.text, problem.weight]);
  store.insertRows('evidence_problem', ['origin', 'file', 'code', 'place', 'text', 'weight'], rows);
}
