import { formatAmount, Refusal } from '@candor/core/base';
import { type Hashing, type LogProof, TileProver, toOpeningText } from '@candor/core/ledger';
import type { Store } from '../adapters/store.ts';
import { findNewestCheckpoint, type SignedCheckpoint } from '../ledger/store/checkpoint-store.ts';
import { readStoredEntry, toTileSource } from '../ledger/store/entry-store.ts';

/**
 * The proof that an entry stands in the log, against the newest signed checkpoint; with its opening, unless that is
 * left out or erased.
 * @throws Refusal for a position that is not covered yet, or never was.
 */
export async function proveEntry(store: Store, hashing: Hashing, index: number, isBare: boolean): Promise<LogProof> {
  const { size, note } = await requireSignedCheckpoint(store);
  const stored = await readStoredEntry(store, index);
  if (stored === null) throw new Refusal('unknown-entry', [`there is no entry ${index} in this log`]);
  if (index >= size) {
    throw new Refusal('entry-waits', [
      `entry ${index} is not covered by a checkpoint yet: ${formatAmount(size, 'entry is', 'entries are')}, the next period covers more (\`candor log publish\`)`,
    ]);
  }
  const path = await new TileProver(hashing, size, toTileSource(store)).proveInclusion(index);
  const opening = isBare || stored.opening === null ? null : toOpeningText({ index, ...stored.opening });
  return { index, path, note, extra: opening === null ? null : new TextEncoder().encode(opening) };
}

/** The newest checkpoint of this state. @throws Refusal while nothing was signed. */
async function requireSignedCheckpoint(store: Store): Promise<SignedCheckpoint> {
  const signed = await findNewestCheckpoint(store);
  if (signed !== null) return signed;
  throw new Refusal('log-not-begun', [
    'this log has no signed checkpoint yet; `candor log publish --site DIR` does it',
  ]);
}
