import { peopleOperations as contract } from '@candor/core/contract/operations';
import { defineOperation } from './operation.ts';

// Each loads its code when it is called: what shows a party starts without that of notices and review.

export const partyAddresses = defineOperation(contract.partyAddresses, async ({ state }, { party, out }) => {
  const { listPartyAddresses } = await import('../commands/notice/party-addresses.ts');
  return listPartyAddresses(state, party, out);
});

export const partySecrets = defineOperation(contract.partySecrets, async ({ state }, { party, out }) => {
  const { listPartySecrets } = await import('../commands/notice/party-secrets.ts');
  return listPartySecrets(state, party, out);
});

export const sealMessages = defineOperation(
  contract.sealMessages,
  async ({ state, actor, progress }, order) => {
    const { sealMessageList } = await import('../commands/review/seal-message-list.ts');
    return sealMessageList(state, { ...order, by: actor.name, progress });
  },
  'acting',
);
