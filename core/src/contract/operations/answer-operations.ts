import { z } from 'zod';
import { disputeAnswer, enquiryAnswer } from './act-answers.ts';
import { argument, field, maybeNumber, wholeNumber } from './field.ts';
import { describeOperation, describeSignedAct } from './operation.ts';
import { enquiriesAnswer, lookUpAnswer } from './wave-answers.ts';

const text = (does: string, value = 'text') => field(z.string(), { does, value });
const which = (what: string) => argument(wholeNumber(), `which ${what}`);
const listed = { does: 'all of them', kind: 'read', roles: ['viewer'], input: z.object({}) } as const;
const acted = { kind: 'act', roles: ['notifier'] } as const;

/** What comes after a notice: disputes, enquiries without a code, and the telephone. */
export const answerOperations = {
  openDispute: describeOperation({
    ...acted,
    name: 'dispute.open',
    does: 'record what a party contests',
    input: z.object({
      party: argument(z.string()),
      claim: text('what the party says'),
      notice: maybeNumber({ does: 'which notice it is about', value: 'number' }),
    }),
    answer: disputeAnswer,
  }),
  answerDispute: describeOperation({
    ...acted,
    name: 'dispute.answer',
    does: 'answer it; if the party is right, new evidence or curation leads to a correction',
    input: z.object({ number: which('dispute'), text: text('the answer') }),
    answer: disputeAnswer,
  }),
  disputes: describeOperation({ ...listed, name: 'dispute.list' }),
  openEnquiry: describeOperation({
    ...acted,
    name: 'enquiry.open',
    does: 'record who asks, and how they proved the domain',
    input: z.object({
      domain: argument(z.string()),
      contact: text('who asks', 'address'),
      proof: text('how it was shown that the domain is theirs'),
    }),
    answer: enquiryAnswer,
  }),
  checkEnquiries: describeOperation({
    ...acted,
    name: 'enquiry.check',
    does: 'check the DNS proof of every enquiry from the portal',
    input: z.object({}),
  }),
  draftAnswer: describeOperation({
    ...acted,
    name: 'enquiry.answer',
    does: 'draft the answer from the newest exposure; it cannot be edited',
    input: z.object({ number: which('enquiry') }),
    answer: enquiryAnswer,
  }),
  approveAnswer: describeSignedAct(
    { name: 'enquiry.approve', does: 'sign the answer; two people must sign', roles: ['notifier'] },
    { number: which('enquiry') },
  ),
  enquiries: describeOperation({ ...listed, name: 'enquiry.list', answer: enquiriesAnswer }),
  lookUp: describeOperation({
    name: 'support.lookup',
    does: 'whether, when and to whom a code was issued; a domain is for your eyes only',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      codeOrDomain: argument(z.array(z.string()), 'a code as the caller reads it out, or a domain'),
    }),
    answer: lookUpAnswer,
  }),
};
