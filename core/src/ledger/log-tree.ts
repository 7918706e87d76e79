import { copyBytes, HASH_BYTES, type Hashing, hashEmptyTree, writeLeafHash, writeNodeHash } from './hash.ts';
import { countHashes, TILE_BYTES, TILE_HASHES } from './tile.ts';

/** A tile of hashes with its content. `hashes` has as many as there are. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

/** The rightmost tile of a level: the only one that grows. */
interface Edge {
  readonly hashes: Uint8Array;
  count: number;
  index: number;
}

/**
 * The Merkle tree of a log (RFC 6962 §2.1), which only grows. It holds the rightmost tile of each level, so a tree of
 * any size takes a few kilobytes, and an entry costs its leaf hash and one node hash. Not for two tasks at once.
 */
export class LogTree {
  readonly #hashing: Hashing;
  readonly #edges: Edge[] = [];
  #size = 0;
  #full: Tile[] = [];
  /** Size at the last `takeChanges`. */
  #taken = 0;

  constructor(hashing: Hashing) {
    this.#hashing = hashing;
  }

  /**
   * A tree of `size` entries from its rightmost tiles, as `takeChanges` gave them. `readEdge` gives the partial tile of
   * a level.
   * @throws Error when such a tile has another number of hashes: a fault of the store.
   */
  static restore(
    hashing: Hashing,
    size: number,
    readEdge: (level: number, index: number) => Uint8Array | undefined,
  ): LogTree {
    const tree = new LogTree(hashing);
    tree.#size = size;
    tree.#taken = size;
    for (let level = 0; countHashes(size, level) > 0; level += 1) {
      const edge = tree.#edge(level);
      edge.index = Math.floor(countHashes(size, level) / TILE_HASHES);
      edge.count = countHashes(size, level) % TILE_HASHES;
      if (edge.count === 0) continue;
      const stored = readEdge(level, edge.index);
      if (stored?.length !== edge.count * HASH_BYTES)
        throw new Error(`tile ${level}/${edge.index} was changed since it was written`);
      edge.hashes.set(stored);
    }
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /** Appends entries by their commitments, 32 bytes each, one behind the other. */
  append(commitments: Uint8Array): void {
    const leaves = this.#edge(0);
    for (let at = 0; at < commitments.length; at += HASH_BYTES) {
      writeLeafHash(this.#hashing, commitments, at, leaves.hashes, leaves.count * HASH_BYTES);
      leaves.count += 1;
      this.#size += 1;
      if (leaves.count === TILE_HASHES) this.#close(0);
    }
  }

  root(): Uint8Array {
    if (this.#size === 0) return hashEmptyTree(this.#hashing);
    const root = new Uint8Array(HASH_BYTES);
    let isSet = false;
    // From right to left: what follows a full subtree is always smaller.
    for (const edge of this.#edges) {
      let end = edge.count;
      while (end > 0) {
        const width = end & -end;
        const subtree = hashSubtree(this.#hashing, edge.hashes, end - width, width);
        if (isSet) writeNodeHash(this.#hashing, subtree, 0, root, 0, root, 0);
        else root.set(subtree);
        isSet = true;
        end -= width;
      }
    }
    return root;
  }

  /** Tiles that are new or have grown since the last call, each as it is now. They are copies. */
  takeChanges(): readonly Tile[] {
    const changed = this.#full;
    this.#full = [];
    this.#edges.forEach((edge, level) => {
      if (edge.count === 0 || countHashes(this.#taken, level) === countHashes(this.#size, level)) return;
      changed.push({ level, index: edge.index, hashes: copyBytes(edge.hashes, 0, edge.count * HASH_BYTES) });
    });
    this.#taken = this.#size;
    return changed;
  }

  /** The partial tiles of every level, as a log of this very size has them. */
  edges(): readonly Tile[] {
    return this.#edges.flatMap(({ count, index, hashes }, level) =>
      count === 0 ? [] : [{ level, index, hashes: copyBytes(hashes, 0, count * HASH_BYTES) }],
    );
  }

  #edge(level: number): Edge {
    const known = this.#edges[level];
    if (known !== undefined) return known;
    const edge: Edge = { hashes: new Uint8Array(TILE_BYTES), count: 0, index: 0 };
    this.#edges[level] = edge;
    return edge;
  }

  /** A full tile is kept, and its root becomes one hash of the level above. */
  #close(level: number): void {
    const edge = this.#edge(level);
    const above = this.#edge(level + 1);
    this.#full.push({ level, index: edge.index, hashes: copyBytes(edge.hashes) });
    above.hashes.set(hashSubtree(this.#hashing, edge.hashes, 0, TILE_HASHES), above.count * HASH_BYTES);
    above.count += 1;
    edge.count = 0;
    edge.index += 1;
    if (above.count === TILE_HASHES) this.#close(level + 1);
  }
}

const subtreeHashes = new Uint8Array(TILE_BYTES / 2);

/** Root over `width` (a power of two, up to 256) consecutive hashes of a tile. */
export function hashSubtree(hashing: Hashing, hashes: Uint8Array, from: number, width: number): Uint8Array {
  if (width === 1) return copyBytes(hashes, from * HASH_BYTES, (from + 1) * HASH_BYTES);
  let source = hashes;
  let start = from * HASH_BYTES;
  for (let count = width / 2; ; count /= 2) {
    for (let pair = 0; pair < count; pair += 1) {
      const left = start + pair * 2 * HASH_BYTES;
      writeNodeHash(hashing, source, left, source, left + HASH_BYTES, subtreeHashes, pair * HASH_BYTES);
    }
    if (count === 1) return copyBytes(subtreeHashes, 0, HASH_BYTES);
    source = subtreeHashes;
    start = 0;
  }
}
