import type { PartyAddress, PartyExposure } from '@candor/core/impact';
import {
  isText,
  isTexts,
  listOf,
  optional,
  outlineOf,
  readStored,
  type Shape,
} from '../../adapters/store/stored-json.ts';

/** What every use of a party rests on; the rest of the row is as a run wrote it. */
const isPartyExposure = outlineOf<PartyExposure>({
  addresses: optional(listOf(outlineOf<PartyAddress>({ address: isText }))) as Shape<PartyExposure['addresses']>,
  domains: optional(isTexts) as Shape<PartyExposure['domains']>,
});

/** A party as a version counted it. */
export function readPartyRow({ party, row }: { readonly party: string; readonly row: string }): PartyExposure {
  return readStored(isPartyExposure, row, 'impact_party.row', party);
}
