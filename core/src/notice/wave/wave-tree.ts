import type { Runtime } from '@candor/core/base';
import { buildFixedTree, computeFixedRoot, type FixedTree, type TreeShape } from './fixed-tree.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** A path is always this long, so it tells nothing of how many notices a wave has. */
export const WAVE_TREE_DEPTH = 16;
export const WAVE_TREE_POSITIONS: number = 2 ** WAVE_TREE_DEPTH;

const SHAPE: TreeShape = { depth: WAVE_TREE_DEPTH, indexBytes: 2 };

export interface WaveLeaf {
  readonly position: number;
  /** What `commitNotice` gives. */
  readonly commitment: Uint8Array;
}

export type WaveTree = FixedTree;

/**
 * @throws Error for two leaves at one position, or one outside the tree: a fault of the caller.
 */
export function buildWaveTree(hashing: Hashing, salt: Uint8Array, leaves: readonly WaveLeaf[]): WaveTree {
  return buildFixedTree(hashing, SHAPE, salt, leaves.map(toLeaf));
}

/** The root that a commitment at a position leads to, or null for a path that cannot be one. */
export function computeWaveRoot(hashing: Hashing, leaf: WaveLeaf, path: readonly Uint8Array[]): Uint8Array | null {
  return computeFixedRoot(hashing, SHAPE, toLeaf(leaf), path);
}

function toLeaf({ position, commitment }: WaveLeaf) {
  return { position, content: commitment };
}
