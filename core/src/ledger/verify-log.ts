import { type Cryptography, formatAmount, type Problem } from '@candor/core/base';
import { type Checkpoint, type VerifiedCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { HASH_BYTES, type Hashing, isSameHash } from './hash.ts';
import { LogTree, type Tile } from './log-tree.ts';
import { readEntryTile, TILE_BYTES, TILE_HASHES, type TilePlace, toTilePath } from './tile.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Returns the file of this path in the log's folder; null when missing. The content is foreign. */
export type LogFiles = (path: string) => Promise<Uint8Array | null>;

/** A log of more than this is not rebuilt: 2^32 entries are 140 GB of files, and more than any log of this kind has. */
const MAX_ENTRIES = 2 ** 32;
/** Beyond this many findings the rest is the same again. */
const MAX_FINDINGS = 100;

export interface LogVerification {
  /** Null unless the log's key signed one. */
  readonly checkpoint: VerifiedCheckpoint | null;
  /**
   * Everything that is not as it must be, at most a hundred; none means that the log is whole and continues all that
   * was known.
   */
  readonly problems: readonly Problem[];
}

/**
 * Rebuilds a published log from its entry tiles and compares all there is: every tile, the checkpoint's root and
 * signature, and that it continues each checkpoint that the reader knew before. Needs nothing but the files and the
 * log's key. Never throws on their content.
 */
export async function verifyLog(
  hashing: Hashing,
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  files: LogFiles,
  trust: {
    readonly log: VerifierKey;
    readonly witnesses?: readonly VerifierKey[];
    /** Checkpoints seen before, checked when they were. */
    readonly known?: readonly Checkpoint[];
  },
): Promise<LogVerification> {
  const problems: Problem[] = [];
  const find = (code: string, place: string, text: string) => {
    if (problems.length < MAX_FINDINGS) problems.push({ code, place, text, weight: 'person' });
  };
  const bytes = await files('checkpoint');
  const verified =
    bytes === null ? null : await verifyCheckpoint(cryptography, bytes, trust.log, trust.witnesses ?? []);
  if (verified === null) {
    find(
      'log-no-checkpoint',
      'checkpoint',
      bytes === null
        ? 'there is no checkpoint'
        : `this is not a checkpoint that ${trust.log.name} signed with the given key`,
    );
    return { checkpoint: null, problems };
  }
  const { checkpoint } = verified;
  const known = [...(trust.known ?? [])].sort((a, b) => a.size - b.size);
  for (const { size, origin } of known) {
    if (origin !== checkpoint.origin) {
      find('log-forked', 'checkpoint', `a known checkpoint is of another log, ${origin}`);
    } else if (size > checkpoint.size) {
      find(
        'log-forked',
        'checkpoint',
        `it covers ${formatAmount(checkpoint.size, 'entry', 'entries')}; a known checkpoint covered ${size}`,
      );
    }
  }
  if (checkpoint.size > MAX_ENTRIES) {
    find(
      'log-root-differs',
      'checkpoint',
      `it claims ${formatAmount(checkpoint.size, 'entry', 'entries')}, which no log of this kind has`,
    );
    return { checkpoint: verified, problems };
  }
  const tree = new LogTree(hashing);
  const rebuilt = await rebuild(tree, files, checkpoint.size, known, find);
  if (rebuilt && !isSameHash(tree.root(), checkpoint.root)) {
    find(
      'log-root-differs',
      'checkpoint',
      `its root is not that of the ${checkpoint.size === 1 ? 'entry' : `${checkpoint.size} entries`} in the files`,
    );
  }
  return { checkpoint: verified, problems };
}

type Find = (code: string, place: string, text: string) => void;

/** False when entries are missing, so that nothing can be said of the root. */
async function rebuild(
  tree: LogTree,
  files: LogFiles,
  size: number,
  known: readonly Checkpoint[],
  find: Find,
): Promise<boolean> {
  const isOld = (at: number) => known.filter((checkpoint) => checkpoint.size === at);
  for (const old of isOld(0)) compareRoot(tree, old, find);
  const remaining = known.map((old) => old.size);
  for (let from = 0; from < size; from += TILE_HASHES) {
    const width = Math.min(TILE_HASHES, size - from);
    const place: TilePlace = { level: 'entries', index: from / TILE_HASHES, width };
    const path = toTilePath(place);
    const bytes = await files(path);
    if (bytes === null) {
      find('log-file-missing', path, 'this file is missing');
      return false;
    }
    const commitments = readEntryTile(bytes, width);
    if (commitments === null) {
      find('log-file-differs', path, `these are not ${width} entries of ${HASH_BYTES} bytes`);
      return false;
    }
    let done = 0;
    for (const stop of [...new Set(remaining)].filter((at) => at > from && at <= from + width)) {
      tree.append(commitments.subarray(done * HASH_BYTES, (stop - from) * HASH_BYTES));
      done = stop - from;
      for (const old of isOld(stop)) compareRoot(tree, old, find);
    }
    tree.append(commitments.subarray(done * HASH_BYTES));
    await compareTiles(files, tree.takeChanges().filter(isFull), find);
  }
  await compareTiles(files, tree.edges(), find);
  return true;
}

const isFull = ({ hashes }: Tile): boolean => hashes.length === TILE_BYTES;

function compareRoot(tree: LogTree, old: Checkpoint, find: Find): void {
  if (isSameHash(tree.root(), old.root)) return;
  find(
    'log-forked',
    'checkpoint',
    `a known checkpoint of ${formatAmount(old.size, 'entry', 'entries')} had another root: entries before it were changed`,
  );
}

async function compareTiles(files: LogFiles, tiles: readonly Tile[], find: Find): Promise<void> {
  for (const { level, index, hashes } of tiles) {
    const path = toTilePath({ level, index, width: hashes.length / HASH_BYTES });
    const bytes = await files(path);
    if (bytes === null) find('log-file-missing', path, 'this file is missing');
    else if (!isSameHash(bytes, hashes))
      find('log-file-differs', path, 'these are not the hashes of the entries in the files');
  }
}
