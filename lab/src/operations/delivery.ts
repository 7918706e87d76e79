import { fileURLToPath } from 'node:url';
import { Refusal } from '@candor/core/base';
import { deliveryOperations as contract } from '@candor/core/contract/operations';
import { startProgram } from '../adapters/process/child-program.ts';
import { fetchInbox, showReply as findReply, listReplies, markSeen as mark } from '../commands/notice/list-replies.ts';
import { printLetters as print } from '../commands/notice/print-letters.ts';
import { recordPosting as record, withdrawPosting as withdraw } from '../commands/notice/record-postings.ts';
import { probeGate } from '../commands/notice/run-gate.ts';
import { type SenderEvent, sendNotices } from '../commands/notice/send-notices.ts';
import { approveSettlement as agree, listUncertain, proposeSettlement } from '../commands/notice/settle-deliveries.ts';
import { readPostings } from '../notice/store/posting-store.ts';
import { requireSignature } from './context.ts';
import { defineOperation } from './operation.ts';

const senderProgram = fileURLToPath(new URL('../apps/sender.ts', import.meta.url));

export const gate = defineOperation(contract.gate, ({ state }, { wait }) => probeGate(state, wait));

export const send = defineOperation(
  contract.send,
  ({ state, progress, onStop }, { wave, senders, wait, beforeSite }) =>
    sendNotices(state, {
      ...{ senders, beforeSite, progress, onStoppable: onStop },
      waves: wave === null ? null : [wave],
      waits: wait,
      startSender: (share, hear) =>
        startProgram(senderProgram, [state.path, JSON.stringify(share)], (message) => hear(message as SenderEvent)),
    }),
  'acting',
);

export const inbox = defineOperation(contract.inbox, ({ state }) => fetchInbox(state), 'acting');

export const uncertain = defineOperation(contract.uncertain, ({ state }) => listUncertain(state), 'acting');

export const settle = defineOperation(contract.settle, (context, { deliveries, outcome, why }) =>
  proposeSettlement(context.state, { deliveries, as: outcome, why }, requireSignature(context)),
);

export const approveSettlement = defineOperation(contract.approveSettlement, (context, { approve, digest }) =>
  agree(context.state, approve, requireSignature(context), digest),
);

export const replies = defineOperation(contract.replies, ({ state }, { all }) => listReplies(state, all));

export const showReply = defineOperation(contract.showReply, ({ state }, { number }) => findReply(state, number));

export const markSeen = defineOperation(contract.markSeen, ({ state, actor }, { markSeen: ids }) =>
  mark(state, ids, actor.name),
);

export const printLetters = defineOperation(
  contract.printLetters,
  ({ state }, order) => print(state, order),
  'reading',
);

export const postings = defineOperation(contract.postings, ({ state }) => readPostings(state.store));

export const recordPosting = defineOperation(contract.recordPosting, ({ state, actor }, { letters, on, ...order }) => {
  if (on === null) throw new Refusal('invalid-posting', ['say when they were posted']);
  return record(state, { ...order, on, names: letters, by: actor.name });
});

export const withdrawPosting = defineOperation(
  contract.withdrawPosting,
  ({ state, actor }, { takeBack, letters, why }) =>
    withdraw(state, { posting: takeBack, names: letters, why, by: actor.name }),
);
