import type { Runtime } from '@candor/core/base';

type Hashing = Pick<Runtime, 'sha256Hex'>;

const HASH_BYTES = 32;

// Leaves, nodes and filler are hashed behind different bytes, so that none can pass for another (as in RFC 6962 §2.1).
const LEAF = 0x00;
const NODE = 0x01;
const FILLER = 0x02;

/** How high a tree is, always: a path tells nothing of how many leaves there are. */
export interface TreeShape {
  readonly depth: number;
  /** Bytes in which filler writes its index, big-endian. */
  readonly indexBytes: number;
}

export interface FixedLeaf {
  readonly position: number;
  /** What is hashed behind the leaf's byte. */
  readonly content: Uint8Array;
}

/**
 * A tree with a place for every position; those that hold nothing are filled with what only the salt can tell from a
 * hash of something.
 */
export interface FixedTree {
  readonly root: Uint8Array;
  /** The sibling hashes from a position to the root, lowest first. */
  path(position: number): readonly Uint8Array[];
}

/**
 * @throws Error for two leaves at one position, or one outside the tree: a fault of the caller.
 */
export function buildFixedTree(
  hashing: Hashing,
  shape: TreeShape,
  salt: Uint8Array,
  leaves: readonly FixedLeaf[],
): FixedTree {
  const { depth } = shape;
  let level = new Map<number, Uint8Array>();
  for (const { position, content } of leaves) {
    if (!isPosition(shape, position) || level.has(position)) throw new Error('every leaf has a position of its own');
    level.set(position, hashBytes(hashing, [LEAF], content));
  }
  const levels: Map<number, Uint8Array>[] = [level];
  const at = (height: number, index: number): Uint8Array =>
    levels[height]?.get(index) ?? toFiller(hashing, shape, salt, height, index);
  for (let height = 0; height < depth; height += 1) {
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
    root: at(depth, 0),
    path: (position) => Array.from({ length: depth }, (_, height) => at(height, (position >> height) ^ 1)),
  };
}

/** The root that a leaf leads to, or null for a path that cannot be one. */
export function computeFixedRoot(
  hashing: Hashing,
  shape: TreeShape,
  { position, content }: FixedLeaf,
  path: readonly Uint8Array[],
): Uint8Array | null {
  if (path.length !== shape.depth || path.some((hash) => hash.length !== HASH_BYTES)) return null;
  if (!isPosition(shape, position)) return null;
  let hash = hashBytes(hashing, [LEAF], content);
  for (const [height, beside] of path.entries()) {
    const isRight = ((position >> height) & 1) === 1;
    hash = isRight ? hashBytes(hashing, [NODE], beside, hash) : hashBytes(hashing, [NODE], hash, beside);
  }
  return hash;
}

function isPosition({ depth }: TreeShape, position: number): boolean {
  return Number.isInteger(position) && position >= 0 && position < 2 ** depth;
}

function toFiller(hashing: Hashing, shape: TreeShape, salt: Uint8Array, height: number, index: number): Uint8Array {
  const digits = Array.from(
    { length: shape.indexBytes },
    (_, at) => (index >> (8 * (shape.indexBytes - 1 - at))) & 255,
  );
  return hashBytes(hashing, [FILLER, height, ...digits], salt);
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
