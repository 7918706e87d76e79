import type { Hashing } from '@candor/core/ledger';
import type { Store } from '../adapters/store/store.ts';
import { appendEntry } from '../ledger/store/entry-store.ts';
import { insertDispute } from './store/dispute-store.ts';

/** What a party contests. */
export interface Claim {
  readonly party: string;
  readonly notice: number | null;
  readonly claim: string;
  readonly by: string;
}

/**
 * Keeps a claim, and writes it to the log as it was said. Inside the caller's transaction. Gives the number of the
 * dispute.
 */
export async function keepDispute(
  store: Store,
  hashing: Hashing,
  { party, notice, claim, by }: Claim,
  at: number,
): Promise<number> {
  const id = await insertDispute(store, { party, notice, claim, by }, at);
  const body = { act: 'opened', by, dispute: id, party, text: claim };
  await appendEntry(store, hashing, { kind: 'dispute', at, body });
  return id;
}
