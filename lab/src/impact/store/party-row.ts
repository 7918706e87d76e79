import type { PartyAddress, PartyExposure } from '@candor/core/impact';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Schema } from '../../adapters/store/schema.ts';
import { guardOf, partOf } from '../../adapters/store/schema-guard.ts';
import { oneOf, readStored } from '../../adapters/store/stored-json.ts';

/** A party with its figures, as a version counted it. */
export type PartyRow = Selectable<Schema['impact_party']>;

export const PARTY_COLUMNS: readonly (keyof PartyRow)[] = [
  ...(['version', 'party', 'kind', 'name', 'country', 'accessed', 'presumed', 'partial', 'possible'] as const),
  ...(['undetermined', 'messages', 'copies', 'first', 'last', 'sender', 'recipient', 'blind_recipient'] as const),
  ...(['attached', 'intruder_sent', 'bulk', 'undetermined_bulk', 'intruder_sent_to_others', 'undecided'] as const),
  'lists',
];

/** What a party has several of. */
type PartyLists = Pick<PartyExposure, 'mergedIds' | 'contacts' | 'custodians' | 'domains' | 'addresses'>;

const isKind = oneOf('organization', 'person', 'list');
/** What every use of a party rests on; the rest is as a run wrote it. */
const usedLists = {
  mergedIds: z.array(z.string()),
  domains: z.array(z.string()),
  addresses: z.array(partOf<PartyAddress>({ address: z.string() })),
};
const isPartyLists = guardOf(partOf<PartyLists>(usedLists));
const isPartyExposure = guardOf(partOf<PartyExposure>(usedLists));

export function toPartyRow(version: number, exposure: PartyExposure): PartyRow {
  const { party, kind, name, country, accessed, presumed, partial, possible, undetermined, messages } = exposure;
  const { copies, first, last, roles, intruderSent, bulk } = exposure;
  const { mergedIds, contacts, custodians, domains, addresses } = exposure;
  const lists: PartyLists = { mergedIds, contacts, custodians, domains, addresses };
  return {
    ...{ version, party, kind, name, country, accessed, presumed, partial, possible, undetermined, messages },
    ...{ copies, first, last, sender: roles.sender, recipient: roles.recipient },
    ...{ blind_recipient: roles.blindRecipient, attached: roles.attached, intruder_sent: intruderSent, bulk },
    undetermined_bulk: exposure.undeterminedBulk ?? null,
    intruder_sent_to_others: exposure.intruderSentToOthers ?? null,
    undecided: exposure.undecided ?? null,
    lists: JSON.stringify(lists),
  };
}

/** Its members in the order of a count: parties are compared as texts. */
export function readPartyRow(row: PartyRow): PartyExposure {
  const { party, kind, name, country, accessed, presumed, partial, possible, undetermined, messages } = row;
  const { copies, first, last, sender, recipient, attached, bulk } = row;
  const lists = readStored(isPartyLists, row.lists, 'impact_party.lists', party);
  const { mergedIds, contacts, custodians, domains, addresses } = lists;
  if (!isKind(kind)) throw new Error(`impact_party.kind of row ${party} is none of the kinds of a party`);
  return {
    ...{ party, kind, name, country, mergedIds, contacts },
    ...{ accessed, presumed, partial, possible, undetermined, messages, copies, first, last },
    roles: { sender, recipient, blindRecipient: row.blind_recipient, attached },
    ...{ intruderSent: row.intruder_sent, bulk },
    ...(row.undetermined_bulk === null ? {} : { undeterminedBulk: row.undetermined_bulk }),
    ...(row.intruder_sent_to_others === null ? {} : { intruderSentToOthers: row.intruder_sent_to_others }),
    ...(row.undecided === null ? {} : { undecided: row.undecided }),
    ...{ custodians, domains, addresses },
  };
}

/** A party whose id went away, as it was counted last. */
export function readFormerRow({ party, row }: Selectable<Schema['impact_former_party']>): PartyExposure {
  return readStored(isPartyExposure, row, 'impact_former_party.row', party);
}
