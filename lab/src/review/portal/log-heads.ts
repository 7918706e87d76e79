import { compareUtf8, type Runtime, toCanonicalJson } from '@candor/core/base';
import { HASH_BYTES, type Hashing, LogTree } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { markLogged, readHeads, type StoredHead } from '../store/access-store.ts';

/** By whom an entry about the portal's chains is. */
const BY_PORTAL = 'portal';

/**
 * Logs the heads of all parties' chains (docs/formats/log.md, `access`) when any has grown. Returns the entry's
 * position; null without growth. The next pull completes a killed one.
 */
export function logHeads(store: Store, runtime: Runtime & Hashing, at: number): Promise<number | null> {
  return store.durableTransaction(async () => {
    const heads = await readHeads(store);
    if (heads.every(({ number, logged }) => number === logged)) return null;
    const what = `heads ${toRoot(runtime, heads)}`;
    const body = { what, by: BY_PORTAL, why: 'what reviewers did at the portal' };
    const entry = await appendEntry(store, runtime, { kind: 'access', at, body });
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
