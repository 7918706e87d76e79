// Our side of the log. Prints {"count","cpuSeconds"} of the work alone.
//   node log.ts append ENTRIES | proofs PROOFS
import { HASH_BYTES, LogTree, verifyInclusion, writeCommitment } from '@candor/core/ledger';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';
import { BATCH_ENTRIES, ENTRY_TEXT, makeProofs, toSalt } from '../log-work.ts';
import { printChosen } from '../timed.ts';

const count = Number(process.argv[3]);
const runtime = createNodeRuntime();
const works = {
  append: async () => () => {
    const tree = new LogTree(runtime);
    const commitments = new Uint8Array(BATCH_ENTRIES * HASH_BYTES);
    for (let from = 0; from < count; from += BATCH_ENTRIES) {
      for (let at = 0; at < BATCH_ENTRIES; at += 1) {
        writeCommitment(runtime, toSalt(from + at), ENTRY_TEXT, commitments, at * HASH_BYTES);
      }
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
};
await printChosen(works, 'count');
