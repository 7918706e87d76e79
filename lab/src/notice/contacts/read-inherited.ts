import type { Store } from '../../adapters/store.ts';
import { readFormerParties } from '../../impact/store/former-party-store.ts';
import { attributePriorNotices, type CountedParty, type Inherited } from '../party/attribute-prior-notices.ts';
import { listIds } from '../party/successors.ts';
import { listSentNotices } from '../store/wave-store.ts';

/** What parties of now were told, by all that was told and all that is known of ids that are gone. */
export async function readInherited<Party extends CountedParty>(
  store: Store,
  parties: readonly Party[],
): Promise<Inherited<Party>> {
  const told = await listSentNotices(store);
  const present = listIds(parties);
  const gone = told.map(({ party }) => party).filter((party) => !present.has(party));
  return attributePriorNotices(parties, told, await readFormerParties(store, gone));
}
