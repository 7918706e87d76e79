import { HASH_BYTES, hashLeaf, LogTree, type Path, TileProver, type TreeHead } from '@candor/core/ledger';
import { createNodeRuntime } from '../../lab/src/adapters/process/runtime.ts';

/** What most entries of a log are. */
export const ENTRY_TEXT = '{"at":"2001-10-15T09:00:00Z","body":{},"kind":"padding","v":1}';
export const BATCH_ENTRIES = 1000;
/** Entries of the log whose proofs are verified, and distinct proofs of it. */
const PROVEN_ENTRIES = 1_000_000;
const DISTINCT_PROOFS = 1000;
/** A prime, so that the proofs lie all over the log. */
const SCATTER = 7_919_113;

const salt = new Uint8Array(32);
const numbers = new DataView(salt.buffer);

/** Salt of the nth entry; the same bytes are used again. */
export function toSalt(index: number): Uint8Array {
  numbers.setUint32(0, index);
  return salt;
}

/** Proofs of entries of a log of a million. */
export async function makeProofs(): Promise<{
  readonly proofs: readonly { readonly leaf: Uint8Array; readonly index: number; readonly path: Path }[];
  readonly head: TreeHead;
}> {
  const runtime = createNodeRuntime();
  const commitments = new Uint8Array(PROVEN_ENTRIES * HASH_BYTES);
  for (let at = 0; at < PROVEN_ENTRIES; at += 1) commitments.set(toSalt(at), at * HASH_BYTES);
  const tree = new LogTree(runtime);
  tree.append(commitments);
  const tiles = new Map(tree.takeChanges().map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  const prover = new TileProver(
    runtime,
    PROVEN_ENTRIES,
    async (level, index) => tiles.get(`${level}/${index}`) ?? null,
  );
  const proofs = [];
  for (let at = 0; at < DISTINCT_PROOFS; at += 1) {
    const index = (at * SCATTER) % PROVEN_ENTRIES;
    const leaf = hashLeaf(runtime, commitments.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES));
    proofs.push({ leaf, index, path: await prover.proveInclusion(index) });
  }
  return { proofs, head: { size: PROVEN_ENTRIES, root: tree.root() } };
}
