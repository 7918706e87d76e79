// The log, and its bare hashes in Node's fastest call that gives bytes: no tree, no tiles, no forms. Prints
// {"count","cpuSeconds"} of the work alone. node log.ts append|proofs|bare-append|bare-proofs COUNT
import { hash } from 'node:crypto';
import { HASH_BYTES, hashLeaf, LogTree, TileProver, verifyInclusion, writeCommitment } from '@candor/core/ledger';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';
import { printChosen } from '../timed.ts';

/** What most entries of a log are. */
const ENTRY_TEXT = '{"at":"2001-10-15T09:00:00Z","body":{},"kind":"padding","v":1}';
const BATCH_ENTRIES = 1000;
/** Entries of the log whose proofs are verified, and distinct proofs of it. */
const PROVEN_ENTRIES = 1_000_000;
const DISTINCT_PROOFS = 1000;
/** A prime, so that the proofs lie all over the log. */
const SCATTER = 7_919_113;

const count = Number(process.argv[3]);
const runtime = createNodeRuntime();
const salt = new Uint8Array(32);
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

/** Salt of the nth entry; the same bytes are used again. */
function toSalt(index: number): Uint8Array {
  new DataView(salt.buffer).setUint32(0, index);
  return salt;
}

async function makeProofs() {
  const commitments = new Uint8Array(PROVEN_ENTRIES * HASH_BYTES);
  for (let at = 0; at < PROVEN_ENTRIES; at += 1) commitments.set(toSalt(at), at * HASH_BYTES);
  const tree = new LogTree(runtime);
  tree.append(commitments);
  const tiles = new Map(tree.takeChanges().map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  const read = async (level: number, index: number) => tiles.get(`${level}/${index}`) ?? null;
  const prover = new TileProver(runtime, PROVEN_ENTRIES, read);
  const prove = async (_: unknown, at: number) => {
    const index = (at * SCATTER) % PROVEN_ENTRIES;
    const leaf = hashLeaf(runtime, commitments.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES));
    return { leaf, index, path: await prover.proveInclusion(index) };
  };
  const proofs = await Promise.all(Array.from({ length: DISTINCT_PROOFS }, prove));
  return { proofs, head: { size: PROVEN_ENTRIES, root: tree.root() } };
}

const works = {
  append: async () => () => {
    const tree = new LogTree(runtime);
    const commitments = new Uint8Array(BATCH_ENTRIES * HASH_BYTES);
    for (let from = 0; from < count; from += BATCH_ENTRIES) {
      for (let at = 0; at < BATCH_ENTRIES; at += 1)
        writeCommitment(runtime, toSalt(from + at), ENTRY_TEXT, commitments, at * HASH_BYTES);
      tree.append(commitments);
      // What the store writes after each batch.
      tree.takeChanges();
    }
    tree.root();
    return tree.size;
  },
  proofs: async () => {
    const { proofs, head } = await makeProofs();
    return () => {
      let held = 0;
      for (let at = 0; at < count; at += 1) {
        const proof = proofs[at % proofs.length];
        if (proof !== undefined && verifyInclusion(runtime, proof, head)) held += 1;
      }
      return held;
    };
  },
  // An entry costs three hashes: commitment, leaf, and one node in the long run.
  'bare-append': async () => () => {
    const entry = Buffer.concat([Buffer.alloc(32), Buffer.from(ENTRY_TEXT)]);
    const leaf = Buffer.alloc(33);
    const node = Buffer.alloc(65, 1);
    for (let at = 0; at < count; at += 1) {
      entry.set(toSalt(at));
      leaf.set(sha256(entry), 1);
      node.set(sha256(leaf), 1);
      node.set(sha256(node), 33);
    }
    return count;
  },
  // A proof costs one hash for each of its steps.
  'bare-proofs': async () => {
    const { proofs } = await makeProofs();
    return () => {
      const node = Buffer.alloc(65, 1);
      for (let at = 0; at < count; at += 1)
        for (const step of proofs[at % proofs.length]?.path ?? []) {
          node.set(step, 33);
          node.set(sha256(node), 1);
        }
      return count;
    };
  },
};
await printChosen(works, 'count');
