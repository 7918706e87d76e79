import { answerOperations as contract } from '@candor/core/contract/operations';
import { answerDispute as answer, openDispute as open } from '../commands/notice/disputes.ts';
import {
  approveEnquiryAnswer,
  openEnquiry as ask,
  draftEnquiryAnswer,
  listEnquiries,
} from '../commands/notice/enquiries.ts';
import { lookUp as find } from '../commands/notice/support-lookup.ts';
import { checkEnquiries as check } from '../commands/review/check-enquiries.ts';
import { readDisputes } from '../notice/store/dispute-store.ts';
import { requireSignature } from './context.ts';
import { defineOperation } from './operation.ts';

export const openDispute = defineOperation(contract.openDispute, ({ state, actor }, order) =>
  open(state, { ...order, by: actor.name }),
);

export const answerDispute = defineOperation(contract.answerDispute, ({ state, actor }, { number, text }) =>
  answer(state, number, text, actor.name),
);

export const disputes = defineOperation(contract.disputes, ({ state }) => readDisputes(state.store));

export const openEnquiry = defineOperation(contract.openEnquiry, ({ state, actor }, order) =>
  ask(state, { ...order, by: actor.name }),
);

export const checkEnquiries = defineOperation(contract.checkEnquiries, ({ state }) => check(state));

export const draftAnswer = defineOperation(contract.draftAnswer, ({ state }, { number }) =>
  draftEnquiryAnswer(state, number),
);

export const approveAnswer = defineOperation(
  contract.approveAnswer,
  (context, { number, digest }) =>
    approveEnquiryAnswer(context.state, number, requireSignature(context), digest, context.progress),
  'judged',
);

export const enquiries = defineOperation(contract.enquiries, ({ state }) => listEnquiries(state));

export const lookUp = defineOperation(contract.lookUp, ({ state }, { codeOrDomain }) =>
  find(state, codeOrDomain.join(' ')),
);
