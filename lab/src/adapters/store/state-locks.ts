import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatInstant, Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import { accountName } from '../process/account-name.ts';
import { now, sleep } from '../process/clock.ts';
import { isBusy } from './process-lock.ts';
import { isNumber, isText, oneOf, readShape, shapeOf } from './stored-json.ts';

/**
 * A state has two locks. `evidence` is held alone by what writes evidence, judges or erases, and shared by what needs
 * the evidence to stand still. `acts` is shared by every act, and held alone while a version or its parties are
 * replaced. Both are the operating system's: they go with their process.
 */
const LOCK_FILES = { acts: 'lock.sqlite', evidence: 'run.sqlite' } as const;
type LockName = keyof typeof LOCK_FILES;
type LockMode = 'shared' | 'alone';

const OWNER_FILE = 'run.pid';

/** An act waits so long while a version becomes the current one. */
const ACT_PATIENCE_MS = 20_000;
/** Between two tries. */
const POLL_MS = 15;
/** How long acts are kept waiting while those that have begun end: at first, and at most. */
const FIRST_WAIT_MS = 25;
const MAX_WAIT_MS = 2_000;
/** Then they have their turn for so long. */
const TURN_MS = 250;

export interface StateLock {
  release(): void;
}

/** The process that has the evidence alone. */
interface EvidenceOwner {
  readonly pid: number;
  readonly what: 'run' | 'command';
  /** When it began, as people read it. */
  readonly since: string;
  /** The account that started it. */
  readonly by: string;
}

/** Null while others stand in the way. @param waitMs blocks the process, and keeps newcomers out meanwhile */
function tryLock(path: string, name: LockName, mode: LockMode, waitMs = 0): StateLock | null {
  const place = join(path, LOCK_FILES[name]);
  const lock = new Database(place, { timeout: waitMs });
  try {
    chmodSync(place, 0o600);
    if (mode === 'alone') lock.exec('BEGIN EXCLUSIVE');
    else {
      // A running read holds the engine's shared lock.
      lock.exec('BEGIN');
      lock.prepare('SELECT count(*) FROM sqlite_master').get();
    }
  } catch (cause) {
    lock.close();
    if (isBusy(cause)) return null;
    throw cause;
  }
  return { release: () => lock.close() };
}

/** For what writes evidence or judges: one at a time. @throws Refusal `state-in-use`. */
export function ownEvidence(path: string, what: EvidenceOwner['what']): StateLock {
  const lock = tryLock(path, 'evidence', 'alone');
  if (lock === null) throw toInUse(path);
  const owner: EvidenceOwner = { pid: process.pid, what, since: formatInstant(now()), by: accountName() };
  writeFileSync(join(path, OWNER_FILE), `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  return {
    release: () => {
      rmSync(join(path, OWNER_FILE), { force: true });
      lock.release();
    },
  };
}

/** For what needs the evidence to stand still. @throws Refusal `state-in-use` during a run. */
export function holdEvidence(path: string): StateLock {
  const lock = tryLock(path, 'evidence', 'shared');
  if (lock === null) throw toInUse(path);
  return lock;
}

/** For an act beside others. It waits while a version becomes the current one. @throws Refusal `state-in-use`. */
export async function shareActs(path: string): Promise<StateLock> {
  const until = performance.now() + ACT_PATIENCE_MS;
  for (;;) {
    const lock = tryLock(path, 'acts', 'shared');
    if (lock !== null) return lock;
    // A command that has the state to itself may take minutes.
    if (readOwner(path)?.what === 'command' || performance.now() >= until) throw toInUse(path);
    await sleep(POLL_MS);
  }
}

/** Keeps acts out, if none is going on; else null. */
export function tryExcludeActs(path: string): StateLock | null {
  return tryLock(path, 'acts', 'alone');
}

/**
 * Keeps acts out as soon as those that have begun have ended. New ones wait meanwhile, a little longer each time; one
 * that takes hours, such as sending, keeps nobody else out for more than `MAX_WAIT_MS`.
 */
export async function excludeActs(path: string): Promise<StateLock> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    const lock = tryLock(path, 'acts', 'alone', waitMs);
    if (lock !== null) return lock;
    await sleep(TURN_MS);
  }
}

export function toInUse(path: string): Refusal {
  const owner = readOwner(path);
  const who =
    owner === null
      ? 'another command'
      : `the ${owner.what} with process id ${owner.pid}, started ${owner.since} by ${owner.by},`;
  return new Refusal('state-in-use', [
    `${path}: ${who} is working on this state; wait until it ends, or use another state with --state DIR`,
  ]);
}

/** Null where nobody has the evidence alone: what a killed process left says nothing. */
function readOwner(path: string): EvidenceOwner | null {
  const shared = tryLock(path, 'evidence', 'shared');
  shared?.release();
  if (shared !== null) return null;
  try {
    return readShape(isOwner, readFileSync(join(path, OWNER_FILE), 'utf8'));
  } catch {
    return null;
  }
}

const isOwner = shapeOf<EvidenceOwner>({ pid: isNumber, what: oneOf('run', 'command'), since: isText, by: isText });
