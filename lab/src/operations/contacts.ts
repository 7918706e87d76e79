import { contactOperations as contract } from '@candor/core/contract/operations';
import {
  showContacts as findContacts,
  countContacts as readCount,
  exportContacts as write,
} from '../commands/notice/contacts.ts';
import { importContacts as importList } from '../commands/notice/import-contacts.ts';
import { probeContacts as probe } from '../commands/notice/probe-contacts.ts';
import { endHold, listHolds, setHold } from '../commands/notice/set-hold.ts';
import { toDecidedBy } from './context.ts';
import { defineOperation } from './operation.ts';

export const showContacts = defineOperation(contract.showContacts, ({ state }, { party }) =>
  findContacts(state, party),
);

export const countContacts = defineOperation(contract.countContacts, ({ state }) => readCount(state));

export const exportContacts = defineOperation(contract.exportContacts, ({ state }, { out }) => write(state, out));

export const importContacts = defineOperation(contract.importContacts, (context, { why = '', ...order }) =>
  importList(context.state, { ...order, ...toDecidedBy(context, why) }),
);

export const probeContacts = defineOperation(contract.probeContacts, ({ state }, { parties }) =>
  probe(state, parties.length === 0 ? null : parties),
);

export const setDelay = defineOperation(contract.setDelay, (context, { why, party = null, askedBy, until }) =>
  setHold(context.state, { kind: 'delay', party, contact: null, askedBy, until, ...toDecidedBy(context, why) }),
);

export const addBarred = defineOperation(
  contract.addBarred,
  (context, { why, partyOrAddress: name, address, askedBy }) =>
    setHold(context.state, {
      kind: 'do-not-contact',
      party: address ? null : name,
      contact: address ? name : null,
      askedBy: askedBy ?? context.actor.name,
      until: null,
      ...toDecidedBy(context, why),
    }),
);

const holdsOf = (kind: 'delay' | 'do-not-contact', { end, list }: typeof contract.delay | typeof contract.barred) => ({
  end: defineOperation(end, (context, { number, why }) =>
    endHold(context.state, kind, number, toDecidedBy(context, why)),
  ),
  list: defineOperation(list, ({ state }) => listHolds(state, kind)),
});

export const delay = holdsOf('delay', contract.delay);
export const barred = holdsOf('do-not-contact', contract.barred);
