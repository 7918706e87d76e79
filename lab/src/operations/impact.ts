import { impactOperations as contract } from '@candor/core/contract/operations';
import type { CurationAct } from '@candor/core/impact/curation';
import { type CurationRecorded, curateParty, listCuration } from '../commands/impact/curate-party.ts';
import { showParty as findPartyView, listParties } from '../commands/impact/list-parties.ts';
import { type Context, toDecidedBy } from './context.ts';
import { defineOperation } from './operation.ts';

export const parties = defineOperation(contract.parties, ({ state }, choice) => listParties(state, choice));

export const showParty = defineOperation(contract.showParty, ({ state }, { party }) => findPartyView(state, party));

// Each loads its code when it is called: what shows a party in the terminal starts without that of notices.

export const partyPage = defineOperation(
  contract.partyPage,
  async ({ state }, { by, isDescending, from, count, ...filter }) => {
    const { listPartyRows } = await import('../commands/notice/list-party-rows.ts');
    return listPartyRows(state, filter, { by, isDescending, from, count });
  },
);

export const partyFacets = defineOperation(contract.partyFacets, async ({ state }, filter) => {
  const { countPartyFacets } = await import('../commands/notice/list-party-rows.ts');
  return countPartyFacets(state, filter);
});

export const partyCard = defineOperation(contract.partyCard, async ({ state }, { key }) => {
  const { readPartyCard } = await import('../commands/notice/party-card.ts');
  return readPartyCard(state, key);
});

export const partyHistory = defineOperation(contract.partyHistory, ({ state }) => listCuration(state));

const curation = <Input extends { readonly why: string }>(toAct: (input: Input) => CurationAct) => {
  return (context: Context, input: Input): Promise<CurationRecorded> =>
    curateParty(context.state, toAct(input), { ...toDecidedBy(context, input.why), at: context.now });
};

export const mergeParties = defineOperation(
  contract.mergeParties,
  curation(({ into, parties: merged }) => ({ act: 'merge', into, parties: merged })),
  'curating',
);

export const splitParty = defineOperation(
  contract.splitParty,
  curation(({ party, into, matches, kind }) => ({
    act: 'split',
    party,
    into,
    matches: matches.map((match) => match.toLowerCase()),
    kind,
  })),
  'curating',
);

export const renameParty = defineOperation(
  contract.renameParty,
  curation(({ party, name }) => ({ act: 'rename', party, name })),
  'curating',
);

export const setPartyKind = defineOperation(
  contract.setPartyKind,
  curation(({ party, kind }) => ({ act: 'kind', party, kind })),
  'curating',
);

export const steerContact = defineOperation(
  contract.steerContact,
  curation(({ party, contact, role, language, withdraw }) =>
    withdraw
      ? { act: 'withdraw-contact', party, contact }
      : { act: 'add-contact', party, contact: { contact, role: role ?? null, language: language ?? null } },
  ),
  'curating',
);

export const undoCuration = defineOperation(
  contract.undoCuration,
  curation(({ number }) => ({ act: 'undo', sequence: number })),
  'curating',
);
