import { Refusal } from '@candor/core/base';
import type { Store } from '../adapters/store.ts';

/** A checkpoint as it was signed. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** The newest checkpoint of this state. @throws Refusal while nothing was signed. */
export async function requireSignedCheckpoint(store: Store): Promise<SignedCheckpoint> {
  const signed = await store.db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'root', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (signed !== undefined) return signed;
  throw new Refusal('log-not-begun', ['nothing of this log was signed yet; `candor log publish --site DIR` does it']);
}
