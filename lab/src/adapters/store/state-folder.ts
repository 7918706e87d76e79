import { accessSync, chmodSync, constants, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import { findFullDisk, inspectPath } from '../files/files.ts';
import { makeFolder } from '../files/make-folder.ts';
import { LogHome } from './log-home.ts';
import { readLogHomePlace } from './log-home-place.ts';
import { openReadOnlyStore } from './read-only-store.ts';
import { openSqliteStore } from './sqlite.ts';
import {
  excludeActs,
  holdEvidence,
  ownEvidence,
  type StateLock,
  shareActs,
  toInUse,
  tryExcludeActs,
} from './state-locks.ts';
import type { Store } from './store.ts';

const storeFile = 'candor.sqlite';
const spoolFolder = 'spool';
/** In it, of whoever has the evidence alone; acts have folders of their own beside it. */
const ownSpoolFolder = 'run';

/** The state of one incident: a folder with mode 0700 that holds one store and, during a run, spooled archives. */
export interface StateFolder {
  readonly path: string;
  readonly store: Store;
  /** Where archives may be unpacked that need random access. What opens the evidence to write it has it empty. */
  readonly spool: string;
  /** Does what replaces a version or its parties while no act is going on. Acts wait meanwhile: seconds at most. */
  replacing<T>(work: () => Promise<T>): Promise<T>;
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
  const open = async (storePath: string): Promise<Store> => {
    if (!isWritable(path)) return openReadOnly(storePath, isChecked);
    try {
      return await openSqliteStore(storePath, true);
    } catch (cause) {
      // The engine writes beside the file even to read it. On a full disk it is read as on a read-only one.
      if (findFullDisk([path]) === null) throw cause;
      return openReadOnly(storePath, isChecked);
    }
  };
  return openFolder(path, { open });
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
 * Opens (and makes) the state for a run: the only one that writes evidence and judges. Acts go on beside it. A killed
 * one leaves nothing behind, because the lock is the operating system's and goes with the process.
 * @throws Refusal `state-in-use` during another run, or while evidence must stand still.
 */
export async function openStateForRun(path: string): Promise<StateFolder> {
  prepareFolder(path);
  const evidence = ownEvidence(path, 'run');
  // What killed acts left there goes when no other can be using it.
  const acts = tryExcludeActs(path);
  if (acts !== null) rmSync(toSpool(path), { recursive: true, force: true });
  acts?.release();
  return openFolder(path, { locks: [evidence], isAlone: true, exclude: () => excludeActs(path) });
}

/** Opens (and makes) the state for a command that has it to itself: neither run nor act goes on beside it. */
export async function openStateForWriting(path: string): Promise<StateFolder> {
  prepareFolder(path);
  const acts = tryExcludeActs(path);
  if (acts === null) throw toInUse(path);
  try {
    const locks = [ownEvidence(path, 'command'), acts];
    rmSync(toSpool(path), { recursive: true, force: true });
    return await openFolder(path, { locks, isAlone: true, exclude: NOBODY_ELSE });
  } catch (cause) {
    acts.release();
    throw cause;
  }
}

function prepareFolder(path: string): void {
  if (hasState(path)) refuseUnwritable(path);
  makeFolder(path);
  try {
    chmodSync(path, 0o700);
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'EPERM' ? toForeign(path) : cause;
  }
  refuseLost(path);
}

/** Opens the state for acts beside others and beside a run, such as sending and pausing: no version is replaced. */
export async function openStateForActing(path: string): Promise<StateFolder> {
  if (!hasState(path)) return openStateForReading(path);
  assertWritable(path);
  return openFolder(path, { locks: [await shareActs(path)] });
}

/**
 * The same for an act that recomputes what was judged from the evidence, which must stand still.
 * @throws Refusal `state-in-use` during a run; a run is refused meanwhile.
 */
export async function openStateForJudged(path: string): Promise<StateFolder> {
  if (!hasState(path)) return openStateForReading(path);
  assertWritable(path);
  return openFolder(path, { locks: await holdStill(path) });
}

/** For the rows of jobs, which no run, act or erasure touches: beside all of them. */
export async function openStateForJobs(path: string): Promise<StateFolder> {
  if (!hasState(path)) return openStateForReading(path);
  assertWritable(path);
  return openFolder(path, {});
}

/** For an act that replaces the parties of the newest version, beside a run and other acts; one at a time. */
export async function openStateForCuration(path: string): Promise<StateFolder> {
  if (!hasState(path)) return openStateForReading(path);
  assertWritable(path);
  return openFolder(path, { exclude: () => excludeActs(path) });
}

async function holdStill(path: string): Promise<readonly StateLock[]> {
  const evidence = holdEvidence(path);
  try {
    return [evidence, await shareActs(path)];
  } catch (cause) {
    evidence.release();
    throw cause;
  }
}

function assertWritable(path: string): void {
  refuseLost(path);
  refuseUnwritable(path);
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
  return canLock(path) ? openStateForJudged(path) : openToRead(path, true);
}

/** The same for what does not read the evidence: beside a run, while no version is replaced. */
export function openStateForListing(path: string): Promise<StateFolder> {
  return canLock(path) ? openStateForActing(path) : openToRead(path, true);
}

function canLock(path: string): boolean {
  return hasState(path) && isWritable(path) && findFullDisk([path]) === null;
}

interface Access {
  /** Released in this order, once the store is closed. */
  readonly locks?: readonly StateLock[];
  /** Whether the spool is its own. */
  readonly isAlone?: boolean;
  /** Null: it replaces nothing. */
  readonly exclude?: (() => Promise<StateLock>) | null;
  readonly open?: (storePath: string) => Promise<Store>;
}

/** For who keeps acts out all the time. */
const NOBODY_ELSE = async (): Promise<StateLock> => ({ release: () => undefined });

async function openFolder(
  path: string,
  { locks = [], isAlone = false, exclude = null, open = openSqliteStore }: Access,
): Promise<StateFolder> {
  const spool = isAlone ? join(toSpool(path), ownSpoolFolder) : toSpool(path);
  const release = (): void => {
    for (const lock of locks) lock.release();
  };
  let store: Store;
  try {
    if (isAlone) makeEmpty(spool);
    store = await open(join(path, storeFile));
  } catch (cause) {
    release();
    throw cause;
  }
  const home = readLogHomePlace({ path });
  if (home !== null) store.home = new LogHome(home);
  return {
    path,
    store,
    spool,
    replacing: async (work) => {
      if (exclude === null) throw new Error('this state was not opened to replace a version');
      const lock = await exclude();
      try {
        return await work();
      } finally {
        lock.release();
      }
    },
    close: async () => {
      await store.close();
      if (isAlone) dropSpool(path, spool);
      release();
    },
  };
}

function makeEmpty(spool: string): void {
  rmSync(spool, { recursive: true, force: true });
  mkdirSync(spool, { mode: 0o700, recursive: true });
}

/** Acts may have theirs beside it. */
function dropSpool(path: string, spool: string): void {
  rmSync(spool, { recursive: true, force: true });
  const folder = toSpool(path);
  if (inspectPath(folder).is === 'folder' && readdirSync(folder).length === 0)
    rmSync(folder, { recursive: true, force: true });
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
