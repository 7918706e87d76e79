import { join } from 'node:path';
import {
  type Checkpoint,
  HASH_BYTES,
  listTiles,
  TILE_HASHES,
  type TilePlace,
  toEntryTile,
  toTilePath,
  toTileWidth,
  toVerifierKeyOf,
} from '@candor/core/ledger';
import { type FileToWrite, publicMode, writeDurableFile, writeDurableFiles } from '../adapters/files/durable-file.ts';
import { removeFolder } from '../adapters/files/files.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { logDecisionHead } from '../ledger/decision/index.ts';
import { readOwnCheckpoint, withSigningLock } from '../ledger/index.ts';
import { findSizeBefore, markPublished } from '../ledger/store/checkpoint-store.ts';
import { countEntries, readCommitments, toTileSource } from '../ledger/store/entry-store.ts';
import { type SigningDeps, signLocked } from './sign-log.ts';

/** Tiles that are written together: a few megabytes. */
const BATCH_TILES = 512;

export interface PublishingDeps extends SigningDeps {
  /** It writes every file again, for a folder that has lost some. */
  readonly isWhole?: boolean;
}

export interface PublishedLog {
  readonly checkpoint: Checkpoint;
  readonly note: string;
  /** These entries wait for a later period, so that the size reveals nothing. */
  readonly waiting: number;
}

/**
 * Publishes the log as static files (docs/formats/log.md, "Files"): pads it to the current size, signs, stores the
 * signed head, writes missing files, and the checkpoint last. After a kill the folder is consistent with some
 * checkpoint, and the next call completes it.
 * @throws Refusal when this would contradict an earlier signature or publication, the clock is wrong, or another
 * process is publishing.
 */
export function publishLog(
  state: Pick<StateFolder, 'path' | 'store'>,
  folder: string,
  deps: PublishingDeps,
): Promise<PublishedLog> {
  return withSigningLock(state, () => publishAlone(state, folder, deps));
}

async function publishAlone(
  state: Pick<StateFolder, 'path' | 'store'>,
  folder: string,
  deps: PublishingDeps,
): Promise<PublishedLog> {
  const { store } = state;
  const checkpointPath = join(folder, 'checkpoint');
  const key = toVerifierKeyOf(deps.hashing, deps.signer);
  const published = await readOwnCheckpoint(deps.cryptography, checkpointPath, key);
  await logDecisionHead(store, deps.hashing, deps.at);
  const signed = await signLocked(state, deps, published);
  await writeTiles(store, folder, signed.checkpoint.size, deps.isWhole === true ? 0 : (published?.size ?? 0));
  // An existing checkpoint may have witness cosignatures.
  if (published?.size !== signed.checkpoint.size) writeDurableFile(checkpointPath, signed.note, publicMode);
  await markPublished(store, signed.checkpoint.size, deps.at);
  await removePartialTiles(store, folder, published?.size ?? 0);
  return { ...signed, waiting: (await countEntries(store)) - signed.checkpoint.size };
}

/**
 * Every tile that the published size needs and the folder's own checkpoint did not. Tiles never change, so writing one
 * again does no harm.
 */
async function writeTiles(store: Store, folder: string, size: number, written: number): Promise<void> {
  const source = toTileSource(store);
  let files: FileToWrite[] = [];
  for (const place of listTiles(size, written)) {
    files.push({ path: join(folder, toTilePath(place)), bytes: await readTileContent(store, source, place) });
    if (files.length < BATCH_TILES) continue;
    writeDurableFiles(files, publicMode);
    files = [];
  }
  writeDurableFiles(files, publicMode);
}

async function readTileContent(
  store: Store,
  source: ReturnType<typeof toTileSource>,
  { level, index, width }: TilePlace,
): Promise<Uint8Array> {
  if (level === 'entries') {
    const from = index * TILE_HASHES;
    const commitments = await readCommitments(store, from, from + width);
    if (commitments.length !== width * HASH_BYTES)
      throw new Error(`entries ${from} to ${from + width} are not all there`);
    return toEntryTile(commitments);
  }
  const hashes = await source(level, index, width);
  if (hashes === null) throw new Error(`tile ${level}/${index} is not there`);
  return hashes;
}

/**
 * Partial tiles whose full tile the previous checkpoint already had: no reader of that or of this one asks for them. A
 * few may stay after a kill, which is allowed.
 */
async function removePartialTiles(store: Store, folder: string, previous: number): Promise<void> {
  const before = await findSizeBefore(store, previous);
  if (before === null) return;
  for (const { level, index, width } of listTiles(before)) {
    const depth = level === 'entries' ? 0 : level;
    if (width === TILE_HASHES || toTileWidth(previous, depth, index) < TILE_HASHES) continue;
    removeFolder(`${join(folder, toTilePath({ level, index, width: TILE_HASHES }))}.p`);
  }
}
