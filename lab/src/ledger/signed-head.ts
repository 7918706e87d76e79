import { join } from 'node:path';
import { advise, type Cryptography, formatAmount, hint, Refusal } from '@candor/core/base';
import {
  type Checkpoint,
  type Hashing,
  isSameHash,
  TileProver,
  type VerifierKey,
  verifyCheckpoint,
} from '@candor/core/ledger';
import { privateMode, readFileIfAny, writeDurableFile } from '../adapters/files/durable-file.ts';
import { toLogKeys } from '../adapters/store/log-home-place.ts';
import { tryProcessLock } from '../adapters/store/process-lock.ts';
import { type StateFolder, toHeadPath } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { countEntries, toTileSource } from './store/entry-store.ts';

/**
 * Reads a checkpoint signed by the log, from its head file or the published folder; null without a file.
 * @throws Refusal when it is not a checkpoint of the log's key.
 */
export async function readOwnCheckpoint(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  path: string,
  key: VerifierKey,
): Promise<Checkpoint | null> {
  const bytes = readFileIfAny(path);
  if (bytes === null) return null;
  const verified = await verifyCheckpoint(cryptography, bytes, key);
  if (verified !== null) return verified.checkpoint;
  throw new Refusal('foreign-checkpoint', [
    `${path}: this is not a checkpoint signed by the key of this log (${key.name}); find out whose it is before you publish anything`,
  ]);
}

/**
 * Makes sure that the log in the store still begins with what was signed before: it may have grown, never shrunk nor
 * changed.
 * @throws Refusal with what differs.
 */
export async function assertContinues(
  store: Store,
  hashing: Hashing,
  signed: Checkpoint,
  where: string,
): Promise<void> {
  const size = await countEntries(store);
  if (size < signed.size) {
    throw new Refusal('log-backwards', [
      `${where} covers ${formatAmount(signed.size, 'entry', 'entries')}, but this state has only ${size}: it was restored from an older backup. Nothing is signed. Restore the newer state; if entries are lost for good, start a new log under another origin`,
    ]);
  }
  const root = await new TileProver(hashing, signed.size, toTileSource(store)).root();
  if (isSameHash(root, signed.root)) return;
  throw new Refusal('log-backwards', [
    advise`${where} covers ${formatAmount(signed.size, 'entry', 'entries')}, but this state begins with other entries: it was restored from an older backup and continued, or was altered. Nothing is signed; ${hint('log.fsck')} says what differs`,
  ]);
}

/** Stores what is about to be published, so that this state never contradicts it. On disk when it returns. */
export function writeHead(state: Pick<StateFolder, 'path'>, note: string): void {
  for (const path of toHeadPaths(state)) writeDurableFile(path, note, privateMode);
}

/** The state's own head, and that of the home where it shares its log. */
export function toHeadPaths(state: Pick<StateFolder, 'path'>): readonly string[] {
  return [...new Set([toHeadPath(state), join(toLogKeys(state), 'log.head')])];
}

const lockName = 'log';

/**
 * Runs `work` as the only one that signs and publishes for this state: of two, the slower one would put an older
 * checkpoint over the newer.
 * @throws Refusal when another process is at it.
 */
export async function withSigningLock<T>(state: Pick<StateFolder, 'path'>, work: () => Promise<T>): Promise<T> {
  const lock = tryProcessLock(toLogKeys(state), lockName);
  if (lock === null)
    throw new Refusal('log-busy', ['another process is signing or publishing this log; try again when it has ended']);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
