import { compareUtf8, type Runtime, toCanonicalJson } from '@candor/core/base';
import { HASH_BYTES, type Hashing, LogTree, SALT_BYTES } from '@candor/core/ledger';
import { freshBytes } from '../../adapters/random.ts';
import type { Store } from '../../adapters/store.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { markLogged, readHeads, type StoredHead } from '../store/access-store.ts';

/** By whom an entry about the portal's chains is. */
const BY_PORTAL = 'portal';

/**
 * Puts into the log how far the chains of all parties reach (docs/formats/log.md, `access`), when any of them has grown
 * since. Gives the entry's position; null when there was nothing. A pull that was killed before it is made up for by
 * the next.
 */
export function logHeads(store: Store, runtime: Runtime & Hashing, at: number): Promise<number | null> {
  return store.durableTransaction(async () => {
    const heads = await readHeads(store);
    if (heads.every(({ number, logged }) => number === logged)) return null;
    const what = `heads ${toRoot(runtime, heads)}`;
    const body = { what, by: BY_PORTAL, why: 'what reviewers did at the portal' };
    const entry = await appendEntry(store, runtime, { kind: 'access', at, body }, freshBytes(SALT_BYTES));
    await markLogged(store);
    return entry;
  });
}

/** Root of the tree over the newest record of each party, hex. */
export function toRoot(
  runtime: Runtime & Hashing,
  heads: readonly Pick<StoredHead, 'party' | 'number' | 'hash'>[],
): string {
  const tree = new LogTree(runtime);
  const sorted = [...heads].sort((a, b) => compareUtf8(a.party, b.party));
  const leaves = new Uint8Array(sorted.length * HASH_BYTES);
  sorted.forEach(({ party, number, hash }, at) => {
    const digest = runtime.sha256Hex(toCanonicalJson({ party, number, hash }));
    leaves.set(Buffer.from(digest, 'hex'), at * HASH_BYTES);
  });
  tree.append(leaves);
  return Buffer.from(tree.root()).toString('hex');
}
