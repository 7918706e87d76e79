import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '@candor/core/base';
import { type Incident, listLogFiles } from '@candor/core/incident';
import { limitHeapGrowth } from '../../adapters/process/heap.ts';
import { readFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readAccessFile } from '../access-file.ts';
import {
  findImported,
  type ImportedFile,
  insertAuditFile,
  keepAuditReading,
  keepUnopened,
  markReadOtherwise,
  UNREADABLE_FORMAT,
} from '../store/audit-file-store.ts';
import { type AccessRowWriter, dropAccessFile, openAccessWriter } from '../store/audit-record-store.ts';
import { forgetMissing, keepProblems } from '../store/evidence-problem-store.ts';
import { mergeDuplicates } from '../store/merge-duplicates.ts';
import { toUnreadable } from '../walk.ts';

export interface AccessIntake {
  readonly incident: Incident;
  /** Absolute; paths of the incident are relative to it. */
  readonly folder: string;
  /** What cannot be read of folders that the incident file names. */
  readonly folderProblems?: readonly Problem[];
  /** Bytes of access files as they lie, as they are read. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Reads every new or changed log into the store, forgets those that the incident no longer names, and merges rows with
 * one id. A stopped run rereads its current file. A log that cannot be opened is a problem in every run; the others are
 * read.
 */
export async function importAuditLogs(
  store: Store,
  { incident, folder, folderProblems = [], onBytes }: AccessIntake,
): Promise<void> {
  limitHeapGrowth();
  await forgetMissing(store);
  for (const problem of folderProblems) keepProblems(store, problem.place, [problem]);
  await markReadOtherwise(store);
  let writer: AccessRowWriter | null = null;
  const taken = await findImported(store);
  const named = new Set(listLogFiles(incident).map(({ file }) => file));
  let changed = (await readFact(store, 'access-merged')) !== 'yes';
  const forget = async (file: ImportedFile) => {
    if (file.format === UNREADABLE_FORMAT) {
      await dropAccessFile(store, file.path, file.id);
      return;
    }
    if (!changed) await writeFact(store, 'access-merged', 'no');
    changed = true;
    await dropAccessFile(store, file.path, file.id);
  };
  // What a stopped run was reading is there in part; what the incident no longer names counts no more.
  for (const file of taken) if (file.rows === null || !named.has(file.path)) await forget(file);
  const whole = new Map(taken.filter(({ rows }) => rows !== null).map((file) => [file.path, file]));
  for (const { file } of listLogFiles(incident)) {
    const path = resolve(folder, file);
    const found = lookAtFile(file, path);
    const known = whole.get(file);
    const isKnown = 'size' in found && known?.size === found.size && known.modified === found.modified;
    if (isKnown) continue;
    if (known !== undefined) await forget(known);
    if ('code' in found) {
      keepProblems(store, file, [found]);
      continue;
    }
    if (!changed) await writeFact(store, 'access-merged', 'no');
    changed = true;
    writer ??= await openAccessWriter(store);
    await takeFile(store, writer, { file, path, ...found, onBytes });
  }
  if (!changed) return;
  await mergeDuplicates(store);
  await writeFact(store, 'access-merged', 'yes');
}

/** Whether a file is unchanged, without opening it; never opens a pipe, which may block forever. */
function lookAtFile(file: string, path: string): { readonly size: number; readonly modified: string } | Problem {
  let status: Stats;
  try {
    status = statSync(path);
  } catch (cause) {
    return toUnopened(file, cause);
  }
  if (!status.isFile()) {
    const what = status.isDirectory() ? 'a folder' : 'a socket, a pipe or a device';
    return toBlind({ code: 'not-a-file', place: file, text: `This is ${what}; it was not opened.`, weight: 'person' });
  }
  return { size: status.size, modified: String(status.mtimeMs) };
}

function toUnopened(file: string, cause: unknown): Problem {
  return toBlind(toUnreadable(file, cause));
}

/** A file may be there and not be opened; every other fault is thrown on, one of the disk or the store too. */
function toUnopenedAt(path: string, file: string, cause: unknown): Problem {
  if (cause instanceof Error && 'path' in cause && cause.path === path) return toUnopened(file, cause);
  throw cause;
}

function toBlind(problem: Problem): Problem {
  return { ...problem, text: `${problem.text} What it covers counts as a gap.` };
}

interface FileIntake {
  readonly file: string;
  readonly path: string;
  readonly size: number;
  readonly modified: string;
  readonly onBytes: (bytes: number) => void;
}

/** The file has no row count in the store until all rows are there. */
async function takeFile(
  store: Store,
  writer: AccessRowWriter,
  { file, path, size: sizeFound, modified, onBytes }: FileIntake,
): Promise<void> {
  const fileId = await insertAuditFile(store, file, modified);
  let told = 0;
  writer.begin({ id: fileId, path: file });
  const read = readAccessFile({
    path,
    file,
    onRow: (row) => writer.add(row),
    onProgress: (bytes) => {
      onBytes(bytes - told);
      told = bytes;
    },
  });
  const reading = await read.catch((cause: unknown) => toUnopenedAt(path, file, cause));
  writer.flush();
  if ('code' in reading) {
    keepProblems(store, file, [reading]);
    await keepUnopened(store, fileId, sizeFound);
    return;
  }
  await store.transaction(async () => {
    keepProblems(store, file, reading.problems);
    await keepAuditReading(store, fileId, reading);
  });
}
