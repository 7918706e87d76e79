import type { Cryptography, Problem } from '@candor/core/base';
import type { Hashing } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { followChain } from './check-chain.ts';
import { checkDecided } from './check-decided.ts';
import { checkDeliveries } from './check-deliveries.ts';
import { checkInputs } from './check-inputs.ts';
import { checkSending } from './check-sending.ts';

export interface StateCheck {
  readonly links: number;
  /** Their first link says that a version without a chain had them. */
  readonly carriedOver: number;
  readonly problems: readonly Problem[];
}

/**
 * Whether the state stands where log and chain lead: every wave, notice, delivery, probe, posting, decision and
 * approval says what its entry and its links say. What was kept for auditors has its digests.
 */
export async function checkState(
  store: Store,
  deps: { readonly hashing: Hashing; readonly cryptography: Pick<Cryptography, 'verifyEd25519'> },
): Promise<StateCheck> {
  const { hashing } = deps;
  const chain = await followChain(store);
  const { links, carriedOver } = chain;
  const problems = [
    ...chain.problems,
    ...(await checkDeliveries(store, chain)),
    ...(await checkSending(store, hashing, chain)),
    ...(await checkDecided(store, deps, chain)),
    ...(await checkInputs(store)),
  ];
  return { links, carriedOver, problems };
}
