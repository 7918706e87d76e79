import { accessSync, chmodSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import { findFullDisk, inspectPath } from '../files/files.ts';
import { makeFolder } from '../files/make-folder.ts';
import { LogHome } from './log-home.ts';
import { readLogHomePlace } from './log-home-place.ts';
import { isBusy } from './process-lock.ts';
import { openReadOnlyStore } from './read-only-store.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

const storeFile = 'candor.sqlite';
const lockFile = 'lock.sqlite';
const ownerFile = 'run.pid';
const spoolFolder = 'spool';

/** The state of one incident: a folder with mode 0700 that holds one store and, during a run, spooled archives. */
export interface StateFolder {
  readonly path: string;
  readonly store: Store;
  /**
   * Where archives may be unpacked that need random access; emptied when the folder is opened for writing and when it
   * is closed.
   */
  readonly spool: string;
  close(): Promise<void>;
}

export function hasState(path: string): boolean {
  return inspectPath(join(path, storeFile)).is === 'file';
}

/** Opens the state for a read-only command. Refuses when missing. */
export function openStateForReading(path: string): Promise<StateFolder> {
  return openToRead(path, false);
}

async function openToRead(path: string, isChecked: boolean): Promise<StateFolder> {
  refuseLost(path);
  if (!hasState(path)) {
    if (inspectPath(join(path, storeFile)).is === 'unreadable') throw toForeign(path);
    throw toNone(path);
  }
  return openFolder(path, null, false, async (storePath) => {
    if (!isWritable(path)) return openReadOnly(storePath, isChecked);
    try {
      return await openSqliteStore(storePath);
    } catch (cause) {
      // The engine writes beside the file even to read it. On a full disk it is read as on a read-only one.
      if (findFullDisk([path]) === null) throw cause;
      return openReadOnly(storePath, isChecked);
    }
  });
}

/** Custodians of evidence mount it read-only, with read permission only. */
function isWritable(path: string): boolean {
  try {
    for (const place of [path, join(path, storeFile)]) accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function openReadOnly(storePath: string, isChecked: boolean): Promise<Store> {
  try {
    accessSync(storePath, constants.R_OK);
  } catch {
    throw toForeign(dirname(storePath));
  }
  return openReadOnlyStore(storePath, isChecked);
}

/**
 * Opens (and makes) the state for a command that writes. A second writer is refused; a killed one leaves nothing
 * behind, because the lock is the operating system's and goes with the process.
 */
export async function openStateForWriting(path: string): Promise<StateFolder> {
  if (hasState(path)) refuseUnwritable(path);
  makeFolder(path);
  try {
    chmodSync(path, 0o700);
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'EPERM' ? toForeign(path) : cause;
  }
  refuseLost(path);
  const lock = takeLock(path);
  const spool = toSpool(path);
  rmSync(spool, { recursive: true, force: true });
  mkdirSync(spool, { mode: 0o700 });
  return openFolder(path, lock);
}

/**
 * Opens the state for short acts beside others, such as sending and pausing. Refused during a run; a run is refused
 * while anybody has it open this way.
 */
export async function openStateForActing(path: string): Promise<StateFolder> {
  if (!hasState(path)) return openStateForReading(path);
  refuseLost(path);
  refuseUnwritable(path);
  return openFolder(path, shareLock(path), false);
}

function refuseUnwritable(path: string): void {
  if (isWritable(path)) return;
  throw new Refusal('state-not-writable', [
    advise`${path}: this command writes to the state, but this account may not: check owner, permissions and whether the disk is read-only. Commands that only read, such as ${hint('status')}, \`explain\` and \`parties\`, work`,
  ]);
}

/**
 * Opens the state for a command that reads in several steps: no run may intervene. On a read-only or full disk there
 * is no lock: closing refuses what was read during a write.
 */
export function openStateForChecking(path: string): Promise<StateFolder> {
  const isWithLock = hasState(path) && isWritable(path) && findFullDisk([path]) === null;
  return isWithLock ? openStateForActing(path) : openToRead(path, true);
}

async function openFolder(
  path: string,
  lock: Database.Database | null,
  isAlone = true,
  open: (storePath: string) => Promise<Store> = openSqliteStore,
): Promise<StateFolder> {
  const store = await open(join(path, storeFile));
  const home = readLogHomePlace({ path });
  if (home !== null) store.home = new LogHome(home);
  const spool = toSpool(path);
  return {
    path,
    store,
    spool,
    close: async () => {
      await store.close();
      if (lock === null) return;
      if (isAlone) {
        rmSync(spool, { recursive: true, force: true });
        rmSync(join(path, ownerFile), { force: true });
      }
      lock.close();
    },
  };
}

/** An empty store is a beginning, unless its log has signed: then the store was lost, and a run would start over. */
function refuseLost(path: string): void {
  const found = inspectPath(join(path, storeFile));
  if ((found.is === 'file' && found.size > 0) || inspectPath(toHeadPath({ path })).is !== 'file') return;
  throw new Refusal('lost-store', [
    `${path}: ${storeFile} is ${found.is === 'file' ? 'empty' : 'not there'}, but the log of this state has signed already. Run nothing more on it. Restore the newest backup of the folder (docs/runbooks/run-the-log.md)`,
  ]);
}

function toForeign(path: string): Refusal {
  return new Refusal('unusable-folder', [
    `${path}: this folder belongs to another account, and only that account may use it; use that account, or name another folder with --state DIR`,
  ]);
}

/** People name the folder of the evidence, or the incident file, while the state is in a folder beside it. */
function toNone(path: string): Refusal {
  const beside = [join(path, '.candor'), join(dirname(path), '.candor')].find(hasState);
  return new Refusal('no-state', [
    beside === undefined
      ? advise`${path}: there is no state here yet; ${hint('run', '<incident.yaml>')} makes one, --state DIR names another folder`
      : `${path}: there is no state here, but one in ${beside}: name it with --state`,
  ]);
}

/**
 * The last checkpoint that this state signed, outside the store: it tells when the store was put back to an older day,
 * or lost.
 */
export function toHeadPath({ path }: Pick<StateFolder, 'path'>): string {
  return join(path, 'keys', 'log.head');
}

/** Absolute, for reader processes that work in it. Its content is removed. */
export function toSpool(path: string): string {
  return resolve(path, spoolFolder);
}

function takeLock(path: string): Database.Database {
  const lock = openLock(path, (connection) => connection.exec('BEGIN EXCLUSIVE'));
  writeFileSync(join(path, ownerFile), `${process.pid}\n`, { mode: 0o600 });
  return lock;
}

/** A running read holds the engine's shared lock: any number of them, but not beside an exclusive one. */
function shareLock(path: string): Database.Database {
  return openLock(path, (connection) => {
    connection.exec('BEGIN');
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
  });
}

function openLock(path: string, take: (connection: Database.Database) => void): Database.Database {
  const lock = new Database(join(path, lockFile), { timeout: 0 });
  chmodSync(join(path, lockFile), 0o600);
  try {
    take(lock);
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    const owner = readOwner(path);
    const who = owner === null ? 'another command' : `the run with process id ${owner}`;
    throw new Refusal('state-in-use', [
      `${path}: ${who} is working on this state; wait until it ends, or use another state with --state DIR`,
    ]);
  }
  return lock;
}

function readOwner(path: string): string | null {
  try {
    return readFileSync(join(path, ownerFile), 'utf8').trim();
  } catch {
    return null;
  }
}
