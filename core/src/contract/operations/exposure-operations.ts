import { z } from 'zod';
import { copiesAnswer, explainedAnswer, LISTED_VERDICTS, leadsAnswer, mailboxesAnswer } from './exposure-answers.ts';
import { argument, field, flag, maybeText, oneOf, wholeNumber, workers } from './field.ts';
import { describeOperation } from './operation.ts';

/** Rows of one window: some screens. */
const MAX_ROWS = 500;
/** The longest of them hardly have more. */
const MAX_TEXT_CHARACTERS = 1_000;

const version = (does: string) => argument(wholeNumber('a version is a whole number from 1').optional(), does);

export const exposureOperations = {
  explainCopy: describeOperation({
    name: 'explain.copy',
    does: 'why a copy has its verdict: every rule, every record with file and line or row, the gaps',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ copy: argument(z.string(), 'a location (as in exposure.jsonl) or a Message-ID') }),
    answer: explainedAnswer,
  }),
  explainMailbox: describeOperation({
    name: 'explain.mailbox',
    does: 'why the copies of a mailbox have their verdicts',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      mailbox: field(z.string(), { does: 'a whole mailbox instead', value: 'custodian' }),
      all: field(z.boolean().default(false), { does: 'with --mailbox: every copy on a line of its own' }),
    }),
  }),
  mailboxes: describeOperation({
    name: 'exposure.mailboxes',
    does: 'copies by mailbox and verdict',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: mailboxesAnswer,
  }),
  copies: describeOperation({
    name: 'exposure.copies',
    does: 'some of the copies, by mailbox, verdict and part of their location or Message-ID, in order',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      custodian: maybeText({ does: 'only this mailbox', value: 'custodian' }),
      verdicts: field(z.array(oneOf(LISTED_VERDICTS)).default([]), { does: 'only these verdicts' }),
      text: field(z.string().max(MAX_TEXT_CHARACTERS).default(''), { does: 'part of a location or Message-ID' }),
      by: field(oneOf(['verdict', 'arrived', 'custodian', 'location']).default('verdict'), { does: 'order' }),
      isDescending: flag('the other way round'),
      from: field(wholeNumber('a whole number from 0 is needed', { least: 0 }).default(0), {
        does: 'rows before them',
      }),
      count: field(wholeNumber('a whole number from 1 to 500 is needed', { most: MAX_ROWS }).default(MAX_ROWS), {
        does: 'rows at once',
      }),
    }),
    answer: copiesAnswer,
  }),
  interest: describeOperation({
    name: 'interest',
    does: 'what the intruder searched for, visited and opened, and whether it looked for traces of itself',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  leads: describeOperation({
    name: 'leads',
    does: 'which addresses, sessions and applications to decide first, and what each decision would change',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      logs: field(z.array(z.string()).default([]), {
        does: 'a log of sign-ins, the directory or Graph with more about the leads; may be repeated',
        value: 'file',
      }),
    }),
    answer: leadsAnswer,
  }),
  leadEffect: describeOperation({
    name: 'leads.effect',
    does: 'the verdicts if leads were decided; nothing is kept',
    kind: 'job',
    roles: ['viewer'],
    input: z.object({
      effect: field(z.array(z.string()).min(1), {
        does: 'show the verdicts if this lead were decided, such as address:198.51.100.7; may be repeated',
        value: 'lead',
      }),
      as: field(z.enum(['intruder', 'owner']).optional(), {
        does: 'with --effect: show this answer only (default: all three)',
        value: 'owner',
        isListed: true,
      }),
      mailbox: field(z.string().optional(), {
        does: "for the owner's answer: whose address it is (default: that of the only affected custodian, else the organization's)",
        value: 'custodian',
      }),
      workers: workers(1),
    }),
  }),
  unresolved: describeOperation({
    name: 'unresolved',
    does: "what the intruder's records name and the supplied evidence does not hold",
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  diff: describeOperation({
    name: 'diff',
    does: 'what rose, fell and appeared from one exposure version to another, per custodian and per party',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      from: version('a version (default: the one before)'),
      to: version('a version (default: the newest)'),
    }),
  }),
  exportResults: describeOperation({
    name: 'export',
    does: 'write the newest version as files: exposure.jsonl, parties.csv, unresolved.jsonl, records.jsonl …',
    kind: 'job',
    roles: ['viewer'],
    terminalOnly: 'it writes into a folder of this machine',
    input: z.object({ out: folderWritten() }),
  }),
  exportRecords: describeOperation({
    name: 'records',
    does: 'write records.jsonl, with which anyone can recompute exposure.jsonl',
    kind: 'job',
    roles: ['viewer'],
    terminalOnly: 'it writes into a folder of this machine',
    input: z.object({ out: folderWritten() }),
  }),
};

function folderWritten(): z.ZodString {
  return field(z.string(), { does: 'the folder to write into', value: 'dir', isWritten: true });
}
