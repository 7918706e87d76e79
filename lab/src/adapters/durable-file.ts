import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** For the owner alone. */
export const privateMode = 0o600;
/** What a web server may hand to anyone. */
export const publicMode = 0o644;

/**
 * Writes a file whole or not at all, over one that is there, and makes sure that it stays: file and folder are flushed before this returns. A reader sees the old
 * file or the new one. Folders are made. The system's faults are thrown; a flush that failed must never be tried again over, so they stop the work.
 */
export function writeDurableFile(path: string, bytes: Uint8Array | string, mode: number): void {
  writeWholeFile(path, bytes, mode);
  syncFile(dirname(path));
}

/** The same without flushing the folder: for many files of one folder, which is flushed with `syncFile` afterwards. */
export function writeWholeFile(path: string, bytes: Uint8Array | string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true, mode: mode === publicMode ? 0o755 : 0o700 });
  const partial = `${path}.partial`;
  const descriptor = openSync(partial, 'w', mode);
  try {
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    for (let at = 0; at < content.length; ) at += writeSync(descriptor, content, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(partial, path);
}

/** Flushes a file, or a folder's list of files. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file, or null when there is none. */
export function readFileIfAny(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw cause;
  }
}
