import { createHash } from 'node:crypto';
import {
  buildWaveTree,
  commitNotice,
  computeWaveRoot,
  WAVE_TREE_DEPTH,
  WAVE_TREE_POSITIONS,
} from '@candor/core/notice/wave';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const salt = new Uint8Array(32).fill(7);
const leafOf = (position: number) => ({ position, commitment: new Uint8Array(32).fill(position & 255) });
const hex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));

describe("the tree of a wave's notices", () => {
  test('every leaf proves the root with sixteen hashes, for any number of notices', () => {
    const position = fc.integer({ min: 0, max: WAVE_TREE_POSITIONS - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(position, { minLength: 1, maxLength: 40 }), (positions) => {
        const tree = buildWaveTree(runtime, salt, positions.map(leafOf));
        for (const at of positions) {
          const path = tree.path(at);
          expect(path).toHaveLength(WAVE_TREE_DEPTH);
          expect(hex(computeWaveRoot(runtime, leafOf(at), path))).toBe(hex(tree.root));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('another leaf, index, hash or length gives another root', () => {
    const tree = buildWaveTree(runtime, salt, [leafOf(5), leafOf(9)]);
    const path = tree.path(5);
    const root = hex(tree.root);
    expect(hex(computeWaveRoot(runtime, { ...leafOf(5), commitment: new Uint8Array(32) }, path))).not.toBe(root);
    expect(hex(computeWaveRoot(runtime, { ...leafOf(5), position: 4 }, path))).not.toBe(root);
    expect(hex(computeWaveRoot(runtime, leafOf(5), [...path].reverse()))).not.toBe(root);
    expect(computeWaveRoot(runtime, leafOf(5), path.slice(1))).toBeNull();
    expect(
      computeWaveRoot(
        runtime,
        leafOf(5),
        path.map(() => new Uint8Array(31)),
      ),
    ).toBeNull();
    expect(computeWaveRoot(runtime, { ...leafOf(5), position: -1 }, path)).toBeNull();
    expect(computeWaveRoot(runtime, { ...leafOf(5), position: WAVE_TREE_POSITIONS }, path)).toBeNull();
  });

  test('filler depends only on the salt: another salt, another root', () => {
    const root = hex(buildWaveTree(runtime, salt, [leafOf(5)]).root);
    expect(hex(buildWaveTree(runtime, salt, [leafOf(5)]).root)).toBe(root);
    expect(hex(buildWaveTree(runtime, new Uint8Array(32), [leafOf(5)]).root)).not.toBe(root);
  });

  test('matches the documented root: leaves, nodes and filler have separate prefixes', () => {
    const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const filler = (height: number, index: number) =>
      sha256(Uint8Array.of(0x02, height, index >> 8, index & 255), salt);
    let hash = sha256(Uint8Array.of(0x00), leafOf(5).commitment);
    for (let height = 0, index = 5; height < 16; height += 1, index >>= 1) {
      const beside = filler(height, index ^ 1);
      hash = sha256(Uint8Array.of(0x01), ...(index % 2 === 1 ? [beside, hash] : [hash, beside]));
    }
    expect(hex(buildWaveTree(runtime, salt, [leafOf(5)]).root)).toBe(hash.toString('hex'));
  });

  test('two notices at one index are a fault', () => {
    expect(() => buildWaveTree(runtime, salt, [leafOf(5), leafOf(5)])).toThrow('a position of its own');
    expect(() => buildWaveTree(runtime, salt, [leafOf(WAVE_TREE_POSITIONS)])).toThrow('a position of its own');
  });

  test('a commitment is SHA-256 of salt and record', () => {
    const record = '{"v":1}';
    const whole = Buffer.concat([salt, Buffer.from(record)]);
    expect(hex(commitNotice(runtime, salt, record))).toBe(runtime.sha256Hex(whole));
    expect(() => commitNotice(runtime, new Uint8Array(31), record)).toThrow('32 bytes');
  });
});
