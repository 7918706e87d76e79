import type { PartyExposure } from '@candor/core/impact';
import type { Contact } from '@candor/core/impact/party';
import {
  isNumber,
  isText,
  isTexts,
  listOf,
  oneOf,
  optional,
  orNull,
  readStored,
  shapeOf,
} from '../../adapters/store/stored-json.ts';

export const isContact = shapeOf<Contact>({ contact: isText, role: orNull(isText), language: orNull(isText) });
const isContacts = listOf(isContact);

export const isPartyKind = oneOf('organization', 'person', 'list');

const isPartyExposure = shapeOf<PartyExposure>({
  party: isText,
  kind: isPartyKind,
  name: isText,
  country: orNull(isText),
  mergedIds: isTexts,
  contacts: shapeOf({ imported: isContacts, curated: isContacts, withdrawn: isTexts }),
  domains: isTexts,
  addresses: listOf(shapeOf({ address: isText, spelling: isText, messages: isNumber })),
  accessed: isNumber,
  presumed: isNumber,
  partial: isNumber,
  possible: isNumber,
  undetermined: isNumber,
  messages: isNumber,
  copies: isNumber,
  first: orNull(isNumber),
  last: orNull(isNumber),
  custodians: listOf(shapeOf({ custodian: isText, messages: isNumber, copies: isNumber })),
  roles: shapeOf({ sender: isNumber, recipient: isNumber, blindRecipient: isNumber, attached: isNumber }),
  intruderSent: isNumber,
  bulk: isNumber,
  undeterminedBulk: optional(isNumber),
  intruderSentToOthers: optional(isNumber),
});

/** A party as a version counted it. */
export function readPartyRow({ party, row }: { readonly party: string; readonly row: string }): PartyExposure {
  return readStored(isPartyExposure, row, 'impact_party.row', party);
}
