import { join } from 'node:path';
import { type Cryptography, Refusal, type Signer } from '@candor/core/base';
import {
  type Checkpoint,
  HASH_BYTES,
  type Hashing,
  type LogRate,
  listTiles,
  SALT_BYTES,
  signNote,
  TILE_HASHES,
  type TilePlace,
  TileProver,
  toCheckpointText,
  toEntryTile,
  toNoteText,
  toPublishedSize,
  toTilePath,
  toTileWidth,
  toVerifierKeyOf,
} from '@candor/core/ledger';
import { type FileToWrite, publicMode, writeDurableFile, writeDurableFiles } from '../adapters/durable-file.ts';
import { removeFolder } from '../adapters/files.ts';
import type { StateFolder } from '../adapters/state-folder.ts';
import type { Store } from '../adapters/store.ts';
import { readGenesis } from '../ledger/key-set.ts';
import { appendEntries, countEntries, readCommitments, toTileSource } from '../ledger/ledger-store.ts';
import { assertContinues, readOwnCheckpoint, toHeadPath, writeHead } from '../ledger/signed-head.ts';

/** More padding than this at once is no missed publication but a clock that is wrong by years. */
const MOST_PADDING = 1_000_000;
/** Tiles that are written together: a few megabytes. */
const BATCH_TILES = 512;
/** Padding entries of one batch. */
const BATCH_ENTRIES = 4096;

/** What publishing needs beside the state. */
export interface PublishingMeans {
  readonly hashing: Hashing;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
  readonly signer: Signer;
  /** Now, UTC seconds. */
  readonly at: number;
  readonly freshBytes: (length: number) => Uint8Array;
  /** Writes every file again, for a folder that has lost some. */
  readonly isWhole?: boolean;
}

export interface PublishedLog {
  readonly checkpoint: Checkpoint;
  /** The signed note as it was published. */
  readonly note: string;
  /** Entries that wait for a later period, so that the size tells nothing. */
  readonly waiting: number;
}

/**
 * Publishes the log into a folder of static files (docs/formats/log.md, "Files"): fills it up to the size of this moment, signs, keeps the signed head, writes
 * what is missing, and the checkpoint last. Killed anywhere, the folder is consistent with some checkpoint, and the next call completes it.
 * @throws Refusal when this would contradict what was signed or published before, or the clock cannot be right.
 */
export async function publishLog(
  state: Pick<StateFolder, 'path' | 'store'>,
  folder: string,
  means: PublishingMeans,
): Promise<PublishedLog> {
  const { store } = state;
  const { hashing, cryptography, signer, at } = means;
  const genesis = await readGenesis(store);
  if (genesis === null) throw new Refusal('log-not-begun', ['this state has no log yet: nothing was told or decided']);
  const key = toVerifierKeyOf(hashing, signer);
  const checkpointPath = join(folder, 'checkpoint');
  const head = await readOwnCheckpoint(cryptography, toHeadPath(state), key);
  const published = await readOwnCheckpoint(cryptography, checkpointPath, key);
  if (head !== null) await assertContinues(store, hashing, head, 'the checkpoint that was signed last');
  if (published !== null) await assertContinues(store, hashing, published, 'the published checkpoint');
  const kept = await readLastSigned(store);
  if (kept !== null) await assertContinues(store, hashing, { ...kept, origin: key.name }, 'the newest kept checkpoint');
  const signed = await signNext(
    store,
    genesis.origin,
    genesis.rate,
    Math.max(head?.size ?? 0, published?.size ?? 0),
    means,
  );
  writeHead(state, signed.note);
  await writeTiles(store, folder, signed.checkpoint.size, means.isWhole === true ? 0 : (published?.size ?? 0));
  writeDurableFile(checkpointPath, signed.note, publicMode);
  await store.db
    .updateTable('ledger_checkpoint')
    .set({ published_at: at })
    .where('size', '=', signed.checkpoint.size)
    .execute();
  await removePartialTiles(store, folder, published?.size ?? 0);
  return { ...signed, waiting: (await countEntries(store)) - signed.checkpoint.size };
}

/**
 * Signs the log at the size of this moment without publishing it: notices print size and root, and nobody is told by a log that nobody signed. The next
 * publication goes on from it.
 * @throws Refusal as `publishLog` does.
 */
export async function signLog(state: Pick<StateFolder, 'path' | 'store'>, means: PublishingMeans): Promise<Checkpoint> {
  const { store } = state;
  const { hashing, cryptography, signer } = means;
  const genesis = await readGenesis(store);
  if (genesis === null) throw new Refusal('log-not-begun', ['this state has no log yet: nothing was told or decided']);
  const key = toVerifierKeyOf(hashing, signer);
  const head = await readOwnCheckpoint(cryptography, toHeadPath(state), key);
  if (head !== null) await assertContinues(store, hashing, head, 'the checkpoint that was signed last');
  const signed = await signNext(store, genesis.origin, genesis.rate, head?.size ?? 0, means);
  writeHead(state, signed.note);
  return signed.checkpoint;
}

/** Signs the log at the size of this moment, or gives what was signed for that size before. A clock that went back makes nothing smaller. */
async function signNext(
  store: Store,
  origin: string,
  rate: LogRate,
  least: number,
  means: PublishingMeans,
): Promise<{ checkpoint: Checkpoint; note: string }> {
  const { hashing, signer, at } = means;
  return store.durableTransaction(async () => {
    const last = await readLastSigned(store);
    const size = Math.max(toPublishedSize(rate, Math.max(at, rate.startedAt)), least, last?.size ?? 0);
    if (last?.size === size) return { checkpoint: { origin, size, root: last.root }, note: last.note };
    await pad(store, size, means);
    const root = await new TileProver(hashing, size, toTileSource(store)).root();
    const checkpoint = { origin, size, root };
    const note = toNoteText(await signNote(hashing, toCheckpointText(checkpoint), signer));
    await store.db
      .insertInto('ledger_checkpoint')
      .values({ size, root, note, made_at: at, published_at: null })
      .execute();
    return { checkpoint, note };
  });
}

async function readLastSigned(store: Store): Promise<{ size: number; root: Uint8Array; note: string } | null> {
  const last = await store.db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'root', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? null;
}

async function pad(store: Store, size: number, { hashing, at, freshBytes }: PublishingMeans): Promise<void> {
  let missing = size - (await countEntries(store));
  if (missing > MOST_PADDING) {
    throw new Refusal('log-clock', [
      `the log would have to grow by ${missing} entries at once: the clock of this machine cannot be right`,
    ]);
  }
  while (missing > 0) {
    const count = Math.min(missing, BATCH_ENTRIES);
    const salts = freshBytes(count * SALT_BYTES);
    await appendEntries(
      store,
      hashing,
      Array.from({ length: count }, (_, index) => ({
        kind: 'padding',
        at,
        body: {},
        salt: salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES),
      })),
    );
    missing -= count;
  }
}

/** Every tile that the published size needs and the folder's own checkpoint did not. Tiles never change, so writing one again does no harm. */
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
 * Partial tiles whose full tile the previous checkpoint already had: no reader of that or of this one asks for them. A few may stay after a kill, which is
 * allowed.
 */
async function removePartialTiles(store: Store, folder: string, previous: number): Promise<void> {
  const before = await store.db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .where('size', '<', previous)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (before === undefined) return;
  for (const { level, index, width } of listTiles(before.size)) {
    const depth = level === 'entries' ? 0 : level;
    if (width === TILE_HASHES || toTileWidth(previous, depth, index) < TILE_HASHES) continue;
    removeFolder(`${join(folder, toTilePath({ level, index, width: TILE_HASHES }))}.p`);
  }
}
