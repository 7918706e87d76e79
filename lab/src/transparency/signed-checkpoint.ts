import { Refusal } from '@candor/core/base';
import type { Store } from '../adapters/store.ts';
import { findNewestCheckpoint, type SignedCheckpoint } from '../ledger/store/checkpoint-store.ts';

/** The newest checkpoint of this state. @throws Refusal while nothing was signed. */
export async function requireSignedCheckpoint(store: Store): Promise<SignedCheckpoint> {
  const signed = await findNewestCheckpoint(store);
  if (signed !== null) return signed;
  throw new Refusal('log-not-begun', ['nothing of this log was signed yet; `candor log publish --site DIR` does it']);
}
