import type { Store } from '../../adapters/store.ts';
import { readFormerParties } from '../../impact/store/former-party-store.ts';
import { listTold } from '../store/wave-store.ts';
import { listIds } from './heirs.ts';
import { type CountedParty, type Inherited, inheritTellings } from './inherit-tellings.ts';

/** What parties of now were told, by all that was told and all that is known of ids that are gone. */
export async function readInherited<Party extends CountedParty>(
  store: Store,
  parties: readonly Party[],
): Promise<Inherited<Party>> {
  const told = await listTold(store);
  const present = listIds(parties);
  const gone = told.map(({ party }) => party).filter((party) => !present.has(party));
  return inheritTellings(parties, told, await readFormerParties(store, gone));
}
