import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from '../files/make-folder.ts';

const suffix = '.lock';

/** A sign that a process is alive, which the operating system takes down with it, however it ends. */
export interface ProcessLock {
  release(): void;
}

/** Puts up the sign of the process of this name, which no other has, in a folder of such signs. */
export function takeProcessLock(folder: string, name: string): ProcessLock {
  makeFolder(folder);
  const path = join(folder, `${name}${suffix}`);
  const lock = new Database(path, { timeout: 0 });
  chmodSync(path, 0o600);
  lock.exec('BEGIN EXCLUSIVE');
  return {
    release: () => {
      lock.close();
      rmSync(path, { force: true });
    },
  };
}

/**
 * Takes the one lock of this name; null while another process has it, also when several come at once. Its file stays:
 * removing it could remove a lock taken meanwhile.
 */
export function tryProcessLock(folder: string, name: string): ProcessLock | null {
  makeFolder(folder);
  const path = join(folder, `${name}${suffix}`);
  const lock = new Database(path, { timeout: 0 });
  try {
    chmodSync(path, 0o600);
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (isBusy(cause)) return null;
    throw cause;
  }
  return { release: () => lock.close() };
}

/** Whether the engine reports that another process has the lock. */
export function isBusy(cause: unknown): boolean {
  return cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY');
}

/** Whether the process of this name, which once had its sign up, is gone. Clears its sign away when it is. */
export function isProcessGone(folder: string, name: string): boolean {
  const path = join(folder, `${name}${suffix}`);
  // Names come from the store; an invalid one belongs to nobody.
  if (!/^[0-9a-z-]{1,64}$/.test(name) || !existsSync(path)) return true;
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    if (isBusy(cause)) return false;
    throw cause;
  } finally {
    lock.close();
  }
  rmSync(path, { force: true });
  return true;
}
