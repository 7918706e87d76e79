import { readInstant } from '@candor/core/base';
import { z } from 'zod';
import { joinedAnswer, judgedAnswer, undoneAnswer } from './act-answers.ts';
import {
  argument,
  field,
  fileWritten,
  flag,
  maybeText,
  optional,
  optionalText,
  wholeNumber,
  workers,
} from './field.ts';
import { describeOperation, describeSignedAct, LOCAL_FILE, reason } from './operation.ts';
import { peopleAnswer } from './read-answers.ts';

/** Rows of a list. */
const LISTED = 50;
/** Messages of each part of a sample. */
const FLAGGED = 200;
const UNFLAGGED = 400;
/** Parts into which labelled messages are divided. */
const FOLDS = { least: 2, most: 20, usual: 5 };

const maybeWhole = (does: string) => field(wholeNumber().optional(), { does, value: 'number' });

/** Everything that is given must hold. */
const filter = () => ({
  kind: optionalText({ does: 'of this kind: credential, access-code, …' }),
  confidence: field(z.enum(['certain', 'likely', 'weak']).optional(), { does: 'as detected', isListed: true }),
  is: field(z.enum(['counted', 'waiting', 'dismissed']).optional(), {
    does: 'after decisions',
    value: 'state',
    isListed: true,
  }),
  party: optionalText({ does: 'in mail of this party' }),
  custodian: optionalText({ does: 'in this mailbox' }),
  value: maybeWhole('this value'),
  sender: optionalText({ does: 'in mail of this sender', value: 'address' }),
  rule: optionalText({ does: 'found by this detector', value: 'detector' }),
});

const value = () => argument(wholeNumber(), 'number of a value, as `candor findings list` shows it');

/** What findings a decision is about: those to which everything applies that is given. */
const listedPersons = () =>
  z.object({
    persons: argument(z.array(z.string()).min(1), 'numbers of persons, as in people.csv'),
    why: reason(),
  });

const decided = () =>
  z.object({
    value: maybeWhole('equal values, wherever they stand now and later'),
    sender: optionalText({ does: 'in mail of this sender', value: 'address' }),
    rule: optionalText({ does: 'found by this detector', value: 'detector' }),
    kind: optionalText({ does: 'of this kind' }),
    why: reason(),
  });

const toDecision = <const Name extends 'accept' | 'dismiss'>(name: Name, does: string) =>
  describeOperation({
    name: `findings.${name}`,
    does: `${does}: those to which everything applies that is given`,
    kind: 'act',
    roles: ['counsel'],
    signs: 'may',
    input: decided(),
    answer: judgedAnswer,
  });

/** A day begins at 00:00 UTC. */
const time = (does: string) => {
  const error = 'a time such as 2026-01-31T00:00:00Z, or a day, is needed';
  const typed = z.string().transform((text, context) => {
    const instant = readInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
    if (instant === null) context.addIssue({ code: 'custom', message: error });
    return instant;
  });
  return field(typed.nullable().default(null), { does, value: 'time' });
};

/** What was in the mail: passwords, keys, numbers of cards, accounts and persons. */
export const findingOperations = {
  overview: describeOperation({
    name: 'findings.overview',
    does: 'what exposed mail holds, by kind, party and custodian, and what could not be searched',
    kind: 'read',
    roles: ['viewer'],
    input: z.object(filter()),
  }),
  list: describeOperation({
    name: 'findings.list',
    does: 'findings one by one, equal values together',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      from: field(wholeNumber().default(1), { does: 'the first one to show', value: 'number' }),
      limit: field(wholeNumber().default(LISTED), { does: 'how many to show', value: 'number' }),
      ...filter(),
    }),
  }),
  showValue: describeOperation({
    name: 'findings.show',
    does: 'every place of one value, and what was decided about it',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ value: value() }),
  }),
  reveal: describeOperation({
    name: 'findings.reveal',
    does: 'show the value itself, on this terminal only; the log keeps who saw it and why',
    kind: 'act',
    roles: ['counsel'],
    terminalOnly: 'a terminal forgets what a browser may keep',
    input: z.object({
      value: value(),
      why: field(z.string(), { does: 'with --reveal: why', value: 'reason' }),
      second: maybeText({
        does: 'with --reveal: a second operator beside you, needed above 20 values a day',
        value: 'name',
      }),
      secondKey: optional(field(z.string(), { does: 'key file of the second operator', value: 'file' })),
      secondPassphraseFile: optional(
        field(z.string(), { does: 'first line is the passphrase of the second operator', value: 'file' }),
      ),
    }),
  }),
  accept: toDecision('accept', 'say that findings count'),
  dismiss: toDecision('dismiss', 'say that findings are none'),
  undo: describeOperation({
    name: 'findings.undo',
    does: 'take a decision back',
    kind: 'act',
    roles: ['counsel'],
    signs: 'may',
    input: z.object({ number: argument(wholeNumber(), 'as in `candor findings decisions`'), why: reason() }),
    answer: undoneAnswer,
  }),
  decisions: describeOperation({
    name: 'findings.decisions',
    does: 'everything that was decided, with who, when and why',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  drawSample: describeOperation({
    name: 'findings.sample',
    does: 'measure what was found and what was missed, by a blind sample that people judge',
    kind: 'act',
    roles: ['counsel'],
    terminalOnly: LOCAL_FILE,
    input: z.object({
      out: fileWritten('draw a sample and write the sheet to fill in'),
      flagged: field(wholeNumber().default(FLAGGED), {
        does: 'messages in which something was found',
        value: 'number',
      }),
      unflagged: field(wholeNumber().default(UNFLAGGED), {
        does: 'messages in which nothing was found',
        value: 'number',
      }),
    }),
  }),
  readSample: describeOperation({
    name: 'findings.sample.read',
    does: 'read a judged sample back',
    kind: 'act',
    roles: ['counsel'],
    input: z.object({ answers: field(z.string(), { does: 'read the sheet back', value: 'file' }) }),
  }),
  showSample: describeOperation({
    name: 'findings.sample.show',
    does: 'the newest sample',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  people: describeOperation({
    name: 'findings.people',
    does: 'whose personal data was in exposed mail: people by kind, messages and country',
    kind: 'read',
    roles: ['counsel'],
    input: z.object({ out: optional(fileWritten('write people.csv')) }),
    answer: peopleAnswer,
  }),
  mergePersons: describeOperation({
    name: 'findings.merge',
    does: 'say that persons of people.csv are one, in later runs too',
    kind: 'act',
    roles: ['counsel'],
    signs: 'may',
    input: listedPersons(),
    answer: joinedAnswer,
  }),
  splitPerson: describeOperation({
    name: 'findings.split',
    does: 'say that what was joined to a person is several persons, in later runs too',
    kind: 'act',
    roles: ['counsel'],
    signs: 'may',
    input: listedPersons(),
    answer: joinedAnswer,
  }),
  figures: describeOperation({
    name: 'findings.figures',
    does: 'persons, records, categories and countries, each with its formula, and what could not be read',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  privilege: describeOperation({
    name: 'findings.privilege',
    does: "exposed mail with counsel's addresses or a mark of privilege",
    kind: 'act',
    roles: ['counsel'],
    signs: 'may',
    input: z.object({
      out: optional(fileWritten('write the privilege log (CSV, without subjects)')),
      hold: flag('hold each of them back from every party until counsel has decided'),
      why: optional(reason('with --hold: why; it is kept')),
    }),
  }),
  erase: describeSignedAct(
    {
      name: 'findings.erase',
      does: 'erase findings for good; it cannot be taken back, so two operators must agree',
      roles: ['counsel'],
    },
    {
      before: time('only findings that were recorded before it: 2026-01-31T00:00:00Z'),
      why: optional(reason('the reason, which the second operator reads')),
    },
  ),
  scan: describeOperation({
    name: 'findings.scan',
    does: 'search any mailbox, without an incident',
    kind: 'local',
    roles: ['viewer'],
    input: z.object({
      path: argument(z.string(), 'a mailbox: a file or a folder in any form that candor run reads'),
      out: optional(fileWritten('write findings.jsonl')),
      sensitive: flag('count messages with data on health and other specially protected data'),
      ocr: flag('read pictures and scanned pages too (slow; needs the optional packages)'),
      workers: workers(1),
    }),
  }),
  evaluate: describeOperation({
    name: 'findings.evaluate',
    does: 'precision and recall against labels made by hand',
    kind: 'local',
    roles: ['viewer'],
    input: z.object({
      labels: argument(z.string(), 'labels.jsonl: {"message","kind","offsets","length","settled"} a line'),
      mail: field(z.string(), { does: 'the mail that was labelled', value: 'path' }),
      folds: field(
        wholeNumber(`a whole number from ${FOLDS.least} to ${FOLDS.most} is needed`, FOLDS).default(FOLDS.usual),
        { does: 'parts of the messages that are shown apart', value: 'number' },
      ),
      workers: workers(1),
    }),
  }),
};

/** Files that an auditor would ask for. */
export const eraseOperations = {
  inputs: describeSignedAct(
    {
      name: 'erase.inputs',
      does: 'files kept for auditors: incident files, directories, arrivals, lists, digests of evidence',
      roles: ['counsel'],
    },
    { why: optional(reason('the reason, which the second operator reads')) },
  ),
};
