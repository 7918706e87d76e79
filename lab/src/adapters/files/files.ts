import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { isOutOfFiles, OPEN_FILES_ADVICE } from './open-files.ts';

/** An incident file has at most so many; its text may have 2.5 million characters. */
const INCIDENT_BYTES = 16 * 1024 * 1024;
/** One read takes so many. */
const READ_BYTES = 256 * 1024;

// Small texts and questions about paths. Evidence itself is read by lab/src/evidence.

/** What is at a path, links followed. `unreadable` carries the system's code, such as EACCES. */
export type PathState =
  | { readonly is: 'file'; readonly size: number }
  | { readonly is: 'folder' | 'other' | 'missing' }
  | { readonly is: 'unreadable'; readonly code: string };

export function inspectPath(path: string): PathState {
  try {
    const status = statSync(path);
    if (status.isFile()) return { is: 'file', size: status.size };
    return { is: status.isDirectory() ? 'folder' : 'other' };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    return code === 'ENOENT' || code === 'ENOTDIR' ? { is: 'missing' } : { is: 'unreadable', code };
  }
}

/** The system's error code, such as EACCES; null for any other fault. */
export function findSystemCode(cause: unknown): string | null {
  return cause instanceof Error && 'syscall' in cause && 'code' in cause ? String(cause.code) : null;
}

/** The bytes of a small file that `lookAt` found. Faults of the system are thrown. */
export function readBytes(path: string): Uint8Array {
  return readFileSync(path);
}

/** The first bytes of a file, at most so many: how much of a foreign file is loaded is not for the file to say. */
export function readStart(path: string, limitBytes: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(Math.min(limitBytes, Math.max(READ_BYTES, fstatSync(descriptor).size + 1)));
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    return bytes.slice(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The bytes of an incident file that `lookAt` found: that it is there says nothing of the right to read it.
 * @throws Refusal where the system refuses, or it has no end that an incident file could have.
 */
export function readIncidentBytes(path: string): Uint8Array {
  try {
    return readWithin(path, INCIDENT_BYTES);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const code = findSystemCode(cause);
    throw code === null ? cause : toUnreadableIncident(path, code);
  }
}

/** What a pipe or a device gives may have no end. */
function readWithin(path: string, limit: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let length = 0; ; ) {
      const chunk = Buffer.alloc(READ_BYTES);
      const read = readSync(descriptor, chunk, 0, READ_BYTES, null);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
      length += read;
      if (length > limit)
        throw new Refusal('invalid-incident', [
          `${path}: this file is larger than ${limit} bytes, the limit for an incident file`,
        ]);
    }
  } finally {
    closeSync(descriptor);
  }
}

export function toUnreadableIncident(path: string, code: string): Refusal {
  return new Refusal('unreadable-incident', [
    `${path}: cannot be read (${code}); ${isOutOfFiles(code) ? OPEN_FILES_ADVICE : 'give this account permission to read it'}`,
  ]);
}

export function exists(path: string): boolean {
  return existsSync(path);
}

/** Names of the folders in a folder, sorted; none where it cannot be read. Links are not followed. */
export function listFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    if (findSystemCode(cause) !== null) return [];
    throw cause;
  }
}

/** With less room the database cannot make the files that it needs beside its own. */
const FULL_BELOW_BYTES = 1024 * 1024;

/** The first of these places that is there and whose disk is full; null where none is. */
export function findFullDisk(places: readonly string[]): { readonly place: string; readonly freeBytes: number } | null {
  for (const place of places) {
    try {
      const { bavail, bsize } = statfsSync(place);
      if (bavail * bsize < FULL_BELOW_BYTES) return { place, freeBytes: bavail * bsize };
    } catch (cause) {
      if (findSystemCode(cause) === null) throw cause;
    }
  }
  return null;
}

/** Whether every user of the machine may put something into a folder, as into the one for temporary files. */
export function isOpenToAll(folder: string): boolean {
  try {
    return (statSync(folder).mode & 0o002) !== 0;
  } catch (cause) {
    if (findSystemCode(cause) !== null) return false;
    throw cause;
  }
}

/** Whether two places belong to one account of the machine. What is not there belongs to nobody. */
export function haveOneOwner(place: string, other: string): boolean {
  try {
    return statSync(place).uid === statSync(other).uid;
  } catch (cause) {
    if (findSystemCode(cause) !== null) return false;
    throw cause;
  }
}

/** Removes a file; one that is not there is no fault. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** Writes a new file that only its owner may read; throws when there is one. */
export function writeNewText(path: string, text: string): void {
  writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
}

/** A file that is not there yet. */
export function writeNewBytes(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
}

/** A folder that is not there yet, with those above it. */
export function makeNewFolder(path: string): void {
  mkdirSync(path, { mode: 0o700, recursive: true });
}

/** Removes a folder with all that is in it; one that is not there is no fault. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** Moves files of one folder to another on the same disk, over those of the same name. */
export function moveFiles(from: string, to: string, names: readonly string[]): void {
  for (const name of names) renameSync(join(from, name), join(to, name));
}

/** Temporary folders of this process: a process told to end at once runs no other cleanup. */
const temporary = new Set<string>();
process.on('exit', () => {
  for (const path of temporary) rmSync(path, { recursive: true, force: true });
});

/**
 * Calls `work` with a new folder for temporary files, whose path begins with `place`, and removes it afterwards,
 * whatever happens.
 */
export async function withTemporaryFolder<T>(
  work: (path: string) => Promise<T>,
  place: string = join(tmpdir(), 'candor-'),
): Promise<T> {
  const path = mkdtempSync(place);
  temporary.add(path);
  try {
    return await work(path);
  } finally {
    rmSync(path, { recursive: true, force: true });
    temporary.delete(path);
  }
}

/** Nothing that is written takes as long. */
const LEFT_MS = 24 * 3600 * 1000;

/**
 * Removes what killed processes left of such temporary folders: whose names begin so, and in which no file was made for
 * a day.
 */
export function removeStaleFolders(folder: string, start: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start)) continue;
    const path = join(folder, name);
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory() !== true || Date.now() - status.mtimeMs < LEFT_MS) continue;
    try {
      removeFolder(path);
    } catch {
      // Another account's, who removes it.
    }
  }
}

const chunkBytes = 1024 * 1024;

/** Size and SHA-256 (lower-case hex) of a file. A path in bytes is for names that are not UTF-8. */
export async function digestFile(path: string | Buffer): Promise<{ readonly size: number; readonly sha256: string }> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(chunkBytes);
    let size = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, null);
      if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
