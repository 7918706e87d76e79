import { HASH_BYTES, type Hashing, hashEmptyTree, isSameHash, writeNodeHash } from './hash.ts';

/** Maximum path in a tree of 2^53 entries; a consistency proof has one more hash. */
export const MAX_PROOF_PATH = 54;

/** Hashes from the leaf upwards (RFC 6962 §2.1.1), or those that join two trees (§2.1.2). */
export type Path = readonly Uint8Array[];

const running = new Uint8Array(HASH_BYTES);
const older = new Uint8Array(HASH_BYTES);

/** Whether a leaf hash is at `index` of the tree with this size and root (RFC 9162 §2.1.3.2). Never throws. */
export function verifyInclusion(
  hashing: Hashing,
  { leaf, index, path }: { readonly leaf: Uint8Array; readonly index: number; readonly path: Path },
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !isPath(path) || leaf.length !== HASH_BYTES) return false;
  let node = index;
  let last = size - 1;
  running.set(leaf);
  for (const hash of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      writeNodeHash(hashing, hash, 0, running, 0, running, 0);
      // A node without a neighbour on its right is lifted until it has one on its left.
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      writeNodeHash(hashing, running, 0, hash, 0, running, 0);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && isSameHash(running, root);
}

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the newer tree begins with all of the older one (RFC 9162 §2.1.4.2). Never throws. */
export function verifyConsistency(hashing: Hashing, old: TreeHead, now: TreeHead, path: Path): boolean {
  if (!isCount(old.size) || !isCount(now.size) || old.size > now.size || !isPath(path)) return false;
  if (old.size === 0) return path.length === 0 && isSameHash(old.root, hashEmptyTree(hashing));
  if (old.size === now.size) return path.length === 0 && isSameHash(old.root, now.root);
  let node = old.size - 1;
  let last = now.size - 1;
  while (node % 2 === 1) {
    node = (node - 1) / 2;
    last = Math.floor(last / 2);
  }
  // The older tree is one full subtree: its root is the first hash and need not be included.
  const isWhole = node === 0;
  const first = isWhole ? old.root : path[0];
  if (first?.length !== HASH_BYTES) return false;
  older.set(first);
  running.set(first);
  for (let at = isWhole ? 0 : 1; at < path.length; at += 1) {
    const hash = path[at];
    if (hash === undefined || last === 0) return false;
    if (node % 2 === 1 || node === last) {
      writeNodeHash(hashing, hash, 0, older, 0, older, 0);
      writeNodeHash(hashing, hash, 0, running, 0, running, 0);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      writeNodeHash(hashing, running, 0, hash, 0, running, 0);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && isSameHash(older, old.root) && isSameHash(running, now.root);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPath(path: Path): boolean {
  return path.length <= MAX_PROOF_PATH && path.every((hash) => hash.length === HASH_BYTES);
}
