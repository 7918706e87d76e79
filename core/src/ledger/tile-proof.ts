import { type Hashing, hashEmptyTree, writeNodeHash } from './hash.ts';
import { hashSubtree } from './log-tree.ts';
import type { Path } from './proof.ts';
import { readTile, TILE_HASHES, toTileWidth } from './tile.ts';

/** Height of a tile's subtree. */
const TILE_HEIGHT = 8;

/** Gives the tile of hashes that a tree of the asked size has at this place; null when it cannot be had. */
export type TileSource = (level: number, index: number, width: number) => Promise<Uint8Array | null>;

/** A tile that a proof needs is missing or has another number of hashes. */
export class MissingTile extends Error {
  readonly level: number;
  readonly index: number;

  constructor(level: number, index: number) {
    super(`tile ${level}/${index} is missing or has the wrong number of hashes`);
    this.name = 'MissingTile';
    this.level = level;
    this.index = index;
  }
}

/**
 * Computes roots and proofs of a tree of one size from its tiles. Each tile is asked for once, and nothing in it is
 * believed: what comes out is worth as much as its check against a root.
 */
export class TileProver {
  readonly #hashing: Hashing;
  readonly #size: number;
  readonly #source: TileSource;
  readonly #known = new Map<string, Uint8Array>();

  constructor(hashing: Hashing, size: number, source: TileSource) {
    this.#hashing = hashing;
    this.#size = size;
    this.#source = source;
  }

  /** Root of the tree. @throws MissingTile */
  root(): Promise<Uint8Array> {
    return this.#hashRange(0, this.#size);
  }

  /** The path from the leaf at `index` to the root (RFC 6962 §2.1.1). @throws MissingTile */
  async proveInclusion(index: number): Promise<Path> {
    if (!(index >= 0 && index < this.#size)) throw new Error(`no entry ${index} in a log of ${this.#size}`);
    const path: Uint8Array[] = [];
    let from = 0;
    let to = this.#size;
    while (to - from > 1) {
      const middle = from + toLeftWidth(to - from);
      if (index < middle) {
        path.push(await this.#hashRange(middle, to));
        to = middle;
      } else {
        path.push(await this.#hashRange(from, middle));
        from = middle;
      }
    }
    return path.reverse();
  }

  /** The hashes that join the tree of the first `oldSize` entries to this one (RFC 6962 §2.1.2). @throws MissingTile */
  async proveConsistency(oldSize: number): Promise<Path> {
    if (!(oldSize >= 0 && oldSize <= this.#size))
      throw new Error(`a log of ${this.#size} never had ${oldSize} entries`);
    if (oldSize === 0 || oldSize === this.#size) return [];
    const path: Uint8Array[] = [];
    let from = 0;
    let to = this.#size;
    while (to !== oldSize) {
      const middle = from + toLeftWidth(to - from);
      if (oldSize <= middle) {
        path.push(await this.#hashRange(middle, to));
        to = middle;
      } else {
        path.push(await this.#hashRange(from, middle));
        from = middle;
      }
    }
    // The verifier has the older root itself, when that is one full subtree.
    if (from > 0) path.push(await this.#hashRange(from, to));
    return path.reverse();
  }

  /** MTH(D[from:to]) of RFC 6962, where `from` is such that the range is one of the tree's own. */
  async #hashRange(from: number, to: number): Promise<Uint8Array> {
    const width = to - from;
    if (width === 0) return hashEmptyTree(this.#hashing);
    const left = width === 1 ? 1 : toLeftWidth(width);
    // A power of two is a full subtree, whose hash is in a tile or computed from one.
    if (width === 1 || left * 2 === width) return this.#hashFull(from, width);
    const hash = await this.#hashFull(from, left);
    writeNodeHash(this.#hashing, hash, 0, await this.#hashRange(from + left, to), 0, hash, 0);
    return hash;
  }

  async #hashFull(from: number, width: number): Promise<Uint8Array> {
    const level = Math.floor(Math.log2(width) / TILE_HEIGHT);
    const position = from / TILE_HASHES ** level;
    const index = Math.floor(position / TILE_HASHES);
    const tile = await this.#tile(level, index);
    return hashSubtree(this.#hashing, tile, position % TILE_HASHES, width / TILE_HASHES ** level);
  }

  async #tile(level: number, index: number): Promise<Uint8Array> {
    const key = `${level}/${index}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const width = toTileWidth(this.#size, level, index);
    const bytes = await this.#source(level, index, width);
    const tile = bytes === null ? null : readTile(bytes, width);
    if (tile === null) throw new MissingTile(level, index);
    this.#known.set(key, tile);
    return tile;
  }
}

/** The largest power of two below a number above 1: how many entries are on the left. */
function toLeftWidth(width: number): number {
  let left = 1;
  while (left * 2 < width) left *= 2;
  return left;
}
