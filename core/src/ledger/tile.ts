import { HASH_BYTES } from './hash.ts';

/** Hashes of a full tile (C2SP tlog-tiles), a subtree of height 8. */
export const TILE_HASHES = 256;
export const TILE_BYTES = TILE_HASHES * HASH_BYTES;
/** Highest level that a path may name (C2SP tlog-tiles). */
const MAX_LEVEL = 63;
/** Commitments are 32-byte entries, each after its length. */
const ENTRY_BYTES = 2 + HASH_BYTES;

/** A tile as a place: which subtree, and how many of its hashes there are. */
export interface TilePlace {
  /** 0: leaf hashes. `entries`: the commitments themselves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; less than 256 is a partial tile. */
  readonly width: number;
}

/** Path below the folder of the log: `tile/0/x001/234`, `tile/entries/000.p/70`. */
export function toTilePath({ level, index, width }: TilePlace): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_HASHES ? '' : `.p/${width}`}`;
}

const pathForm =
  /^tile\/(?<level>entries|0|[1-9]\d?)\/(?<groups>(?:x\d{3}\/)*)(?<last>\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/;

/** Reads a tile's path; null for anything but the one form of a place. */
export function readTilePath(path: string): TilePlace | null {
  const found = pathForm.exec(path)?.groups;
  if (found === undefined) return null;
  const index = Number(`${(found['groups'] ?? '').replaceAll(/[x/]/g, '')}${found['last']}`);
  const width = found['width'] === undefined ? TILE_HASHES : Number(found['width']);
  const level = found['level'] === 'entries' ? 'entries' : Number(found['level']);
  if (level !== 'entries' && level > MAX_LEVEL) return null;
  const place = { level, index, width } as const;
  return toTilePath(place) === path && Number.isSafeInteger(index) ? place : null;
}

/** Hashes on a tile level in a tree of this size: each covers 256^level entries. */
export function countHashes(size: number, level: number): number {
  return Math.floor(size / TILE_HASHES ** level);
}

/** Number of hashes of this tile in a tree of this size; 0 when it does not exist. */
export function toTileWidth(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(TILE_HASHES, countHashes(size, level) - index * TILE_HASHES));
}

/** Every tile of a tree of `size` that one of `from` entries lacks, in growth order; `entries` tiles with level 0. */
export function* listTiles(size: number, from = 0): Generator<TilePlace> {
  for (let level = 0; countHashes(size, level) > 0; level += 1) {
    const first = Math.floor(countHashes(from, level) / TILE_HASHES);
    for (let index = first; toTileWidth(size, level, index) > 0; index += 1) {
      const width = toTileWidth(size, level, index);
      if (width === toTileWidth(from, level, index)) continue;
      if (level === 0) yield { level: 'entries', index, width };
      yield { level, index, width };
    }
  }
}

/** The hashes of a tile that anybody may have written, or null when it does not have exactly that many. */
export function readTile(bytes: Uint8Array, width: number): Uint8Array | null {
  return bytes.length === width * HASH_BYTES ? bytes : null;
}

/** An entry tile of these commitments, one behind the other. */
export function toEntryTile(commitments: Uint8Array): Uint8Array {
  const width = commitments.length / HASH_BYTES;
  const tile = new Uint8Array(width * ENTRY_BYTES);
  for (let at = 0; at < width; at += 1) {
    tile[at * ENTRY_BYTES + 1] = HASH_BYTES;
    tile.set(commitments.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES), at * ENTRY_BYTES + 2);
  }
  return tile;
}

/**
 * The commitments of an entry tile that anybody may have written; null unless it has exactly `width` entries of 32
 * bytes.
 */
export function readEntryTile(bytes: Uint8Array, width: number): Uint8Array | null {
  if (bytes.length !== width * ENTRY_BYTES) return null;
  const commitments = new Uint8Array(width * HASH_BYTES);
  for (let at = 0; at < width; at += 1) {
    const from = at * ENTRY_BYTES;
    if (bytes[from] !== 0 || bytes[from + 1] !== HASH_BYTES) return null;
    commitments.set(bytes.subarray(from + 2, from + ENTRY_BYTES), at * HASH_BYTES);
  }
  return commitments;
}
