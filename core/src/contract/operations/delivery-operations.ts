import { z } from 'zod';
import { postingAnswer } from './act-answers.ts';
import { argument, day, field, flag, maybeNumber, maybeText, oneOf, wholeNumber } from './field.ts';
import { describeOperation, describeSignedAct, reason } from './operation.ts';
import { repliesAnswer, replyAnswer } from './wave-answers.ts';

/** Paper and window of a letter. */
const LETTER_FORMS = ['din-b', 'us-10'] as const;
/** Letters that were posted. */
const names = (does: string) => argument(z.array(z.string()).default([]), does);
const wave = (does: string) => maybeNumber({ does, value: 'number' });

/** How notices leave, by mail or on paper, and what comes back. */
export const deliveryOperations = {
  gate: describeOperation({
    name: 'notice.gate',
    does: 'send a probe through the relay to the check mailbox and judge what arrives',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      // Greylisting lets a first message wait for minutes.
      wait: field(wholeNumber('whole seconds from 1 to 3600 are needed', { most: 3600 }).default(120), {
        does: 'how long it may take to arrive',
        value: 'seconds',
      }),
    }),
  }),
  send: describeOperation({
    name: 'notice.send',
    does: 'send approved notices through the relay, each at most once',
    kind: 'job',
    roles: ['notifier'],
    input: z.object({
      wave: wave('only this wave'),
      // More than this wait for the disk and for each other.
      senders: field(wholeNumber('a whole number from 1 to 16 is needed', { most: 16 }).default(1), {
        does: 'processes that share the work',
        value: 'count',
      }),
      wait: flag('keep running and retry what the relay deferred, until all is settled'),
      beforeSite: flag('send although the page cannot check these notices yet'),
    }),
  }),
  inbox: describeOperation({
    name: 'notice.inbox',
    does: 'fetch bounces and answers, and settle their deliveries',
    kind: 'job',
    roles: ['notifier'],
    input: z.object({}),
  }),
  uncertain: describeOperation({
    name: 'notice.uncertain',
    does: 'deliveries of which nobody knows whether the relay took them',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  settle: describeOperation({
    name: 'notice.settle',
    does: 'propose how uncertain deliveries went; two people decide',
    kind: 'signed-act',
    roles: ['notifier'],
    signs: 'must',
    input: z.object({
      deliveries: argument(z.array(wholeNumber()).nullable(), 'their numbers; all that are uncertain without them'),
      outcome: argument(
        z.enum(['accepted', 'bounced'], { error: 'accepted or bounced is needed' }),
        'accepted or bounced',
      ),
      why: field(z.string(), { does: 'how you know; it is kept', value: 'reason' }),
    }),
  }),
  approveSettlement: describeSignedAct(
    { name: 'notice.approve-settlement', does: 'agree to a settlement', roles: ['notifier'] },
    { approve: field(wholeNumber(), { does: 'agree to this settlement (its number)', value: 'number' }) },
  ),
  replies: describeOperation({
    name: 'notice.replies',
    does: 'what people answered, and other mail that somebody should read',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ all: flag('all mail, including what was dealt with') }),
    answer: repliesAnswer,
  }),
  showReply: describeOperation({
    name: 'notice.replies.show',
    does: 'one answer, in full',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ number: argument(wholeNumber(), 'one of them, in full') }),
    answer: replyAnswer,
  }),
  markSeen: describeOperation({
    name: 'notice.replies.mark',
    does: 'answers that somebody dealt with',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      markSeen: field(z.array(wholeNumber()), { does: 'these have been dealt with', value: 'numbers...' }),
    }),
  }),
  printLetters: describeOperation({
    name: 'notice.letters',
    does: 'the notices of an approved wave as letters',
    kind: 'job',
    roles: ['notifier'],
    terminalOnly: 'it writes into a folder of this machine',
    input: z.object({
      wave: wave('which wave (default: the newest)'),
      out: field(z.string(), { does: 'the folder for the PDF files', value: 'folder', isWritten: true }),
      party: maybeText({ does: 'one party' }),
      all: flag('every notice of the wave, even if mail is accepted, pending or uncertain, or a letter was posted'),
      form: field(oneOf(LETTER_FORMS).nullable().default(null), {
        does: 'paper and window: DIN 5008 form B, or US #10 (default: that of the country in notice.sender.postal)',
        isListed: true,
      }),
    }),
  }),
  postings: describeOperation({
    name: 'notice.postings',
    does: 'every record of posted letters',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  recordPosting: describeOperation({
    name: 'notice.posted',
    does: 'record that letters of an approved wave were posted, undo such a record, or list all records',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      wave: wave('which wave (default: the newest)'),
      letters: names('parties, domains or numbers of notices'),
      list: maybeText({ does: 'the CSV that `letters` wrote, with references where there are any', value: 'file' }),
      on: day('day (or time) on which they were posted'),
      service: maybeText({ does: 'who carries them', value: 'name' }),
      reference: maybeText({ does: 'to trace it by, at that service' }),
      why: reason(),
    }),
    answer: postingAnswer,
  }),
  withdrawPosting: describeOperation({
    name: 'notice.posted.take-back',
    does: 'undo the record of posted letters',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      takeBack: field(wholeNumber(), {
        does: 'undo the record: they were never posted, or came back',
        value: 'number',
      }),
      letters: names('those that do not count; all without them'),
      why: reason(),
    }),
    answer: postingAnswer,
  }),
};
