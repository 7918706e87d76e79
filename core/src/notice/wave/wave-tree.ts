import type { Runtime } from '@candor/core/base';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** A path is always this long, so it tells nothing of how many notices a wave has. */
export const WAVE_TREE_DEPTH = 16;
/** Positions of a wave. */
export const WAVE_TREE_POSITIONS: number = 2 ** WAVE_TREE_DEPTH;
const HASH_BYTES = 32;

// Leaves, nodes and filler are hashed behind different bytes, so that none can pass for another (as in RFC 6962 §2.1).
const LEAF = 0x00;
const NODE = 0x01;
const FILLER = 0x02;

export interface WaveLeaf {
  readonly position: number;
  /** What `commitNotice` gives. */
  readonly commitment: Uint8Array;
}

/**
 * The tree over the notices of one wave: every position that holds none is filled with what only the wave's salt can
 * tell from a hash of something.
 */
export interface WaveTree {
  readonly root: Uint8Array;
  /** The 16 sibling hashes from a position to the root, lowest first. */
  path(position: number): readonly Uint8Array[];
}

/**
 * @throws Error for two leaves at one position, or one outside the tree: a fault of the caller.
 */
export function buildWaveTree(hashing: Hashing, salt: Uint8Array, leaves: readonly WaveLeaf[]): WaveTree {
  let level = new Map<number, Uint8Array>();
  for (const { position, commitment } of leaves) {
    if (!Number.isInteger(position) || position < 0 || position >= WAVE_TREE_POSITIONS || level.has(position))
      throw new Error('every notice of a wave has a position of its own');
    level.set(position, hashBytes(hashing, [LEAF], commitment));
  }
  const levels: Map<number, Uint8Array>[] = [level];
  const at = (height: number, index: number): Uint8Array =>
    levels[height]?.get(index) ?? toFiller(hashing, salt, height, index);
  for (let height = 0; height < WAVE_TREE_DEPTH; height += 1) {
    const next = new Map<number, Uint8Array>();
    for (const index of level.keys()) {
      const parent = index >> 1;
      if (next.has(parent)) continue;
      next.set(parent, hashBytes(hashing, [NODE], at(height, parent * 2), at(height, parent * 2 + 1)));
    }
    levels.push(next);
    level = next;
  }
  return {
    root: at(WAVE_TREE_DEPTH, 0),
    path: (position) => Array.from({ length: WAVE_TREE_DEPTH }, (_, height) => at(height, (position >> height) ^ 1)),
  };
}

/** The root that a commitment at a position leads to, or null for a path that cannot be one. */
export function computeWaveRoot(
  hashing: Hashing,
  { position, commitment }: WaveLeaf,
  path: readonly Uint8Array[],
): Uint8Array | null {
  if (path.length !== WAVE_TREE_DEPTH || path.some((hash) => hash.length !== HASH_BYTES)) return null;
  if (!Number.isInteger(position) || position < 0 || position >= WAVE_TREE_POSITIONS) return null;
  let hash = hashBytes(hashing, [LEAF], commitment);
  for (const [height, beside] of path.entries()) {
    const isRight = ((position >> height) & 1) === 1;
    hash = isRight ? hashBytes(hashing, [NODE], beside, hash) : hashBytes(hashing, [NODE], hash, beside);
  }
  return hash;
}

function toFiller(hashing: Hashing, salt: Uint8Array, height: number, index: number): Uint8Array {
  return hashBytes(hashing, [FILLER, height, index >> 8, index & 255], salt);
}

function hashBytes(hashing: Hashing, head: readonly number[], ...parts: readonly Uint8Array[]): Uint8Array {
  const input = new Uint8Array(head.length + parts.reduce((sum, part) => sum + part.length, 0));
  input.set(head);
  let to = head.length;
  for (const part of parts) {
    input.set(part, to);
    to += part.length;
  }
  return readHexBytes(hashing.sha256Hex(input));
}

/** The bytes of lower-case hex that a runtime gave. */
export function readHexBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}
