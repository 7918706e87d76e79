import type { PartyExposure } from '@candor/core/impact';
import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

/** What every use of a party rests on; the rest of the row is as a run wrote it. */
const usedPart = z.object({
  addresses: z.array(z.object({ address: z.string() })).exactOptional(),
  domains: z.array(z.string()).exactOptional(),
});
const isPartyExposure = guardOf(z.custom<PartyExposure>(guardOf(usedPart)));

/** A party as a version counted it. */
export function readPartyRow({ party, row }: { readonly party: string; readonly row: string }): PartyExposure {
  return readStored(isPartyExposure, row, 'impact_party.row', party);
}
