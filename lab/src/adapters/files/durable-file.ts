import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, PRIVATE_FOLDER, PUBLIC_FOLDER } from './make-folder.ts';

/** Owner-only. */
export const privateMode = 0o600;
/** What a web server may hand to anyone. */
export const publicMode = 0o644;

/**
 * Writes a file whole or not at all, over one that is there, and makes sure that it stays: file and folder are flushed
 * before this returns. A reader sees the old file or the new one. Folders are made. The system's faults are thrown; a
 * flush that failed must never be tried again over, so they stop the work.
 */
export function writeDurableFile(path: string, bytes: Uint8Array | string, mode: number): void {
  writeDurableFiles([{ path, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }], mode);
}

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The same for many files. Flushes after writing all, which is much faster than one by one; none appears under its name
 * before all are on disk.
 */
export function writeDurableFiles(files: readonly FileToWrite[], mode: number): void {
  const folders = new Set(files.map(({ path }) => dirname(path)));
  for (const folder of folders) makeFolder(folder, mode === publicMode ? PUBLIC_FOLDER : PRIVATE_FOLDER);
  for (const { path, bytes } of files) writePartial(path, bytes, mode);
  for (const { path } of files) syncFile(toPartial(path));
  for (const { path } of files) renameSync(toPartial(path), path);
  for (const folder of folders) syncFile(folder);
}

const toPartial = (path: string): string => `${path}.partial`;

function writePartial(path: string, bytes: Uint8Array, mode: number): void {
  const descriptor = openSync(toPartial(path), 'w', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  } finally {
    closeSync(descriptor);
  }
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

/** The bytes of a file, or null if missing. */
export function readFileIfAny(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw cause;
  }
}
