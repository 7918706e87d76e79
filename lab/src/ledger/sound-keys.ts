import { type Cryptography, formatAmount, Refusal } from '@candor/core/base';
import {
  commitEntry,
  HASH_BYTES,
  type Hashing,
  hashLeaf,
  isSameHash,
  readEntry,
  SALT_BYTES,
  TILE_HASHES,
} from '@candor/core/ledger';
import { digestDocument, QUORUM, readApprovals, selectValidApprovals } from '@candor/core/notice/operator';
import type { Store } from '../adapters/store.ts';
import { listOperatorsOfLog } from './key-set.ts';
import { listEntriesOfKind, readStoredEntry, toTileSource } from './store/entry-store.ts';

/**
 * Makes sure that those who decide are who the log says: genesis and changes are what was committed to, stand in the
 * tree, and each change carries the approvals of two operators of before. Who can write to the store can write rows,
 * but no signatures.
 * @throws Refusal `log-altered` with what differs.
 */
export async function assertSoundKeys(
  store: Store,
  hashing: Hashing,
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
): Promise<void> {
  const known = await listOperatorsOfLog(store);
  if (known.length === 0) return;
  const changes = await listEntriesOfKind(store, ['operators']);
  if (changes.length !== known.length - 1) throw refuseAltered('a change of operators in it cannot be read');
  for (const [at, { position }] of known.entries()) {
    const fault = await findEntryFault(store, hashing, position);
    if (fault !== null) throw refuseAltered(fault);
    const before = known[at - 1];
    if (before === undefined) continue;
    const opening = (await readStoredEntry(store, position))?.opening;
    const entry = opening == null ? null : readEntry(opening.entry);
    const digest = digestDocument(hashing, entry?.body['document'] ?? null);
    const approvals = readApprovals(entry?.body['approvals']);
    const valid = await selectValidApprovals(cryptography, 'operators', digest, approvals, before.operators);
    if (valid.length < QUORUM)
      throw refuseAltered(
        `entry ${position} changes operators with ${formatAmount(valid.length, 'valid approval')} of ${QUORUM}`,
      );
  }
}

/** What keeps an entry from being the one that the tree commits to, in words; null when it is. */
export async function findEntryFault(store: Store, hashing: Hashing, position: number): Promise<string | null> {
  const stored = await readStoredEntry(store, position);
  if (stored?.opening == null) return `entry ${position} cannot be opened`;
  const { salt, entry } = stored.opening;
  if (salt.length !== SALT_BYTES) return `entry ${position} cannot be opened`;
  const commitment = commitEntry(hashing, salt, entry);
  const at = position % TILE_HASHES;
  const tile = await toTileSource(store)(0, Math.floor(position / TILE_HASHES), at + 1);
  const leaf = tile?.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  if (leaf !== undefined && isSameHash(leaf, hashLeaf(hashing, commitment))) return null;
  return `entry ${position} is not what was committed to`;
}

export function refuseAltered(what: string): Refusal {
  return new Refusal('log-altered', [
    `the log of this state was altered: ${what}. Nothing is approved or sent from it; \`candor log fsck\` says what differs`,
  ]);
}
