import { createHash } from 'node:crypto';
import {
  commitEntry,
  HASH_BYTES,
  hashLeaf,
  LogTree,
  MissingTile,
  type Path,
  SALT_BYTES,
  TileProver,
  toTileWidth,
  verifyConsistency,
  verifyInclusion,
} from '@candor/core/ledger';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';
import { referenceConsistency, referenceEntries, referenceInclusion, referenceRoots, toBytes } from './vectors.ts';

const runtime = createNodeRuntime();
const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** RFC 6962 §2.1 word by word: what every faster way is compared with. */
function hashTree(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256();
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(Uint8Array.of(1), hashTree(leaves.slice(0, split)), hashTree(leaves.slice(split)));
}

const commitmentOf = (at: number): Uint8Array => sha256(Uint8Array.of(at & 0xff, (at >> 8) & 0xff, at >> 16));

/** A tree of so many entries with all its tiles. */
function grow(size: number): { tree: LogTree; tiles: Map<string, Uint8Array>; leaves: Uint8Array[] } {
  const tree = new LogTree(runtime);
  const tiles = new Map<string, Uint8Array>();
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < size; at += 1) {
    tree.append(commitmentOf(at));
    leaves.push(hashLeaf(runtime, commitmentOf(at)));
  }
  for (const { level, index, hashes } of tree.takeChanges()) tiles.set(`${level}/${index}`, hashes);
  return { tree, tiles, leaves };
}

/** Prover of a tree of `size` from the tiles of one that is as big or bigger. */
const toProver = (tiles: ReadonlyMap<string, Uint8Array>, size: number): TileProver =>
  new TileProver(
    runtime,
    size,
    async (level, index, width) => tiles.get(`${level}/${index}`)?.slice(0, width * HASH_BYTES) ?? null,
  );

test('the reference proofs hold, and for no other index, size, leaf or root', () => {
  const leaves = referenceEntries.map((hex) => sha256(Uint8Array.of(0), toBytes(hex)));
  for (const { index, size, path } of referenceInclusion) {
    const check = (leaf: number, at: number, of: number, root: number, by: Path = path): boolean =>
      verifyInclusion(
        runtime,
        { leaf: leaves[leaf] ?? new Uint8Array(), index: at, path: by },
        { size: of, root: referenceRoots[root] ?? new Uint8Array() },
      );
    expect(check(index, index, size, size)).toBe(true);
    for (let other = 0; other < 8; other += 1) {
      if (other !== index)
        expect([check(other, index, size, size), check(index, other, size, size)]).toEqual([false, false]);
      if (other !== size) expect(check(index, index, size, other)).toBe(false);
    }
    expect(check(index, index, size, size, path.slice(1))).toBe(false);
    expect(check(index, index, size, size, [...path, new Uint8Array(HASH_BYTES)])).toBe(false);
    expect(check(index, index, size, size, path.toReversed())).toBe(path.length < 2);
  }
});

test('the reference consistency proofs hold, and for no other trees', () => {
  const head = (size: number, root = size) => ({ size, root: referenceRoots[root] ?? new Uint8Array() });
  for (const { from, to, path } of referenceConsistency) {
    expect(verifyConsistency(runtime, head(from), head(to), path)).toBe(true);
    for (let other = 0; other <= 8; other += 1) {
      if (other !== from) expect(verifyConsistency(runtime, head(from, other), head(to), path)).toBe(false);
      if (other !== to) expect(verifyConsistency(runtime, head(from), head(to, other), path)).toBe(false);
    }
    expect(verifyConsistency(runtime, head(from), head(to), [...path, new Uint8Array(HASH_BYTES)])).toBe(false);
    if (path.length > 0) expect(verifyConsistency(runtime, head(from), head(to), path.slice(1))).toBe(false);
  }
});

test('invalid indexes and sizes prove nothing', () => {
  const root = referenceRoots[1] ?? new Uint8Array();
  for (const index of [-1, 1, 0.5, Number.NaN, 2 ** 53]) {
    expect(verifyInclusion(runtime, { leaf: root, index, path: [] }, { size: 1, root })).toBe(false);
  }
  expect(verifyInclusion(runtime, { leaf: root, index: 0, path: [] }, { size: 1, root })).toBe(true);
  expect(verifyInclusion(runtime, { leaf: root, index: 0, path: [] }, { size: 0, root })).toBe(false);
  const empty = referenceRoots[0] ?? new Uint8Array();
  expect(verifyConsistency(runtime, { size: 0, root: empty }, { size: 1, root }, [])).toBe(true);
  expect(verifyConsistency(runtime, { size: 0, root }, { size: 1, root }, [])).toBe(false);
  expect(verifyConsistency(runtime, { size: 2, root }, { size: 1, root }, [])).toBe(false);
});

test('root, tiles and proofs match the specification at every size up to 600 and for past sizes', async () => {
  const { tiles, leaves } = grow(600);
  for (const size of [1, 2, 3, 255, 256, 257, 300, 511, 512, 513, 600]) {
    const root = hashTree(leaves.slice(0, size));
    expect(grow(size).tree.root()).toEqual(root);
    const prover = toProver(tiles, size);
    expect(await prover.root()).toEqual(root);
    for (const index of [0, 1, 127, 255, 256, 299, 511, size - 1].filter((at) => at < size)) {
      const path = await prover.proveInclusion(index);
      expect(verifyInclusion(runtime, { leaf: leaves[index] ?? root, index, path }, { size, root })).toBe(true);
    }
    for (const old of [0, 1, 2, 3, 128, 255, 256, 257, 511, size - 1, size].filter((at) => at <= size)) {
      const path = await prover.proveConsistency(old);
      const from = { size: old, root: hashTree(leaves.slice(0, old)) };
      expect(verifyConsistency(runtime, from, { size, root }, path)).toBe(true);
    }
  }
  expect(new LogTree(runtime).root()).toEqual(sha256());
});

test('a tree stored and restored at any moment continues unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 5 }), (steps) => {
      const whole = new LogTree(runtime);
      const tiles = new Map<string, Uint8Array>();
      let pieces = new LogTree(runtime);
      for (const step of steps) {
        for (let at = 0; at < step; at += 1) {
          const commitment = commitmentOf(whole.size);
          whole.append(commitment);
          pieces.append(commitment);
        }
        for (const { level, index, hashes } of pieces.takeChanges()) tiles.set(`${level}/${index}`, hashes);
        pieces = LogTree.restore(runtime, pieces.size, (level, index) => tiles.get(`${level}/${index}`));
        expect(pieces.root()).toEqual(whole.root());
      }
      for (const { level, index, hashes } of whole.takeChanges())
        expect(tiles.get(`${level}/${index}`)).toEqual(hashes);
    }),
    { numRuns: 30 },
  );
});

test('a stored edge with a wrong number of hashes is a fault', () => {
  const { tiles } = grow(3);
  const edge = tiles.get('0/0') ?? new Uint8Array();
  expect(() => LogTree.restore(runtime, 3, () => edge)).not.toThrow();
  expect(() => LogTree.restore(runtime, 2, () => edge)).toThrow('changed since it was written');
  expect(() => LogTree.restore(runtime, 3, () => undefined)).toThrow('changed since it was written');
});

test('supports three levels of tiles: 70,000 entries, as in the example of the specification', async () => {
  const size = 70_000;
  const tree = new LogTree(runtime);
  const tiles = new Map<string, Uint8Array>();
  for (let at = 0; at < size; at += 1) tree.append(commitmentOf(at));
  for (const { level, index, hashes } of tree.takeChanges()) tiles.set(`${level}/${index}`, hashes);
  expect(tiles.size).toBe(273 + 1 + 1 + 1 + 1);
  expect([
    toTileWidth(size, 0, 273),
    toTileWidth(size, 1, 0),
    toTileWidth(size, 1, 1),
    toTileWidth(size, 2, 0),
  ]).toEqual([112, 256, 17, 1]);
  const head = { size, root: tree.root() };
  const prover = toProver(tiles, size);
  expect(await prover.root()).toEqual(head.root);
  for (const index of [0, 65_535, 65_536, 69_887, 69_888, 69_999]) {
    const path = await prover.proveInclusion(index);
    const leaf = hashLeaf(runtime, commitmentOf(index));
    expect(verifyInclusion(runtime, { leaf, index, path }, head)).toBe(true);
    expect(verifyInclusion(runtime, { leaf, index: (index + 1) % size, path }, head)).toBe(false);
  }
});

test('a prover does not write into the tiles it is given, including Buffers', async () => {
  const { tiles, leaves } = grow(300);
  const lent = new Map([...tiles].map(([key, hashes]) => [key, Buffer.from(hashes)]));
  const prover = new TileProver(
    runtime,
    299,
    async (level, index, width) => lent.get(`${level}/${index}`)?.subarray(0, width * HASH_BYTES) ?? null,
  );
  expect(await prover.root()).toEqual(hashTree(leaves.slice(0, 299)));
  await prover.proveConsistency(257);
  for (const [key, hashes] of lent) expect(new Uint8Array(hashes)).toEqual(tiles.get(key));
});

describe('a prover does not trust tiles', () => {
  const { tiles, leaves } = grow(300);
  const root = hashTree(leaves);
  test('names missing and short tiles', async () => {
    const without = new Map(tiles);
    without.delete('0/1');
    await expect(toProver(without, 300).root()).rejects.toThrow(MissingTile);
    without.set('0/1', new Uint8Array(HASH_BYTES));
    await expect(toProver(without, 300).root()).rejects.toMatchObject({ level: 0, index: 1 });
  });
  test('an altered tile gives a proof that does not hold', async () => {
    const altered = new Map(tiles);
    const tile = (tiles.get('0/1') ?? new Uint8Array()).slice();
    tile[40] = (tile[40] ?? 0) ^ 1;
    altered.set('0/1', tile);
    const path = await toProver(altered, 300).proveInclusion(3);
    expect(verifyInclusion(runtime, { leaf: leaves[3] ?? root, index: 3, path }, { size: 300, root })).toBe(false);
  });
  test('indexes and sizes beyond the tree are faults', async () => {
    await expect(toProver(tiles, 300).proveInclusion(300)).rejects.toThrow('no entry 300');
    await expect(toProver(tiles, 300).proveConsistency(301)).rejects.toThrow('never had');
  });
});

test('a commitment is SHA-256 of salt and entry, also for a long or non-ASCII one', () => {
  for (const text of ['', '{}', 'Zoë'.repeat(5), 'ü'.repeat(5000)]) {
    const salt = new Uint8Array(SALT_BYTES).fill(9);
    expect(commitEntry(runtime, salt, text)).toEqual(sha256(salt, new TextEncoder().encode(text)));
  }
  expect(() => commitEntry(runtime, new Uint8Array(16), '{}')).toThrow('salt');
});
