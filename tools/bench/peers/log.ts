// The bare hashes of the log, in Node's fastest call that gives bytes: no tree, no tiles, no forms. Prints
// {"count","cpuSeconds"}. node log.ts append ENTRIES | proofs PROOFS
import { hash } from 'node:crypto';
import { ENTRY_TEXT, makeProofs, toSalt } from '../log-work.ts';
import { printChosen } from '../timed.ts';

const count = Number(process.argv[3]);
const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const works = {
  // An entry costs three hashes: commitment, leaf, and one node in the long run.
  append: async () => () => {
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
  proofs: async () => {
    const { proofs } = await makeProofs();
    return () => {
      const node = Buffer.alloc(65, 1);
      for (let at = 0; at < count; at += 1) {
        const path = proofs[at % proofs.length]?.path ?? [];
        for (const step of path) {
          node.set(step, 33);
          node.set(sha256(node), 1);
        }
      }
      return count;
    };
  },
};
await printChosen(works, 'count');
