import { z } from 'zod';
import { argument, field, fileWritten, flag, maybeNumber, maybeText, optional, wholeNumber, workers } from './field.ts';
import { describeOperation, describeSignedAct, LOCAL_FILE, reason } from './operation.ts';

/** Why a person holds a message back: counsel's privilege, an employee's private mail, a mere mention of the party. */
const REASONS = ['privilege', 'private', 'mentioned-business', 'mentioned-personal', 'mentioned-secret'] as const;

/** A loop that follows itself faster only loads both sides; slower than a day the portal stops serving. */
const ROUND_SECONDS = { least: 5, most: 86_400 };
const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

const onlyParty = () => maybeText({ does: 'only this party' });
const number = () => argument(wholeNumber(), 'which one');
const release = () => ({
  party: field(z.string(), { does: 'whose release' }),
  release: maybeNumber({ does: 'which one (default: the newest)', value: 'number' }),
});

/** Messages that a party does not get before a person has decided. */
export const withheldOperations = {
  list: describeOperation({
    name: 'withheld.list',
    does: 'what waits for a person',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ party: onlyParty(), all: flag('include those that were decided') }),
  }),
  show: describeOperation({
    name: 'withheld.show',
    does: 'show one of them, as it is in the evidence',
    kind: 'read',
    roles: ['counsel'],
    input: z.object({ number: number() }),
  }),
  add: describeOperation({
    name: 'withheld.add',
    does: 'hold a message back; one person is enough',
    kind: 'act',
    roles: ['counsel'],
    signs: 'may',
    input: z.object({
      message: argument(z.string(), 'Message-ID, fingerprint, or location of a copy'),
      party: field(z.string(), { does: 'the party that must not get it' }),
      reason: field(z.enum(REASONS), {
        does: "counsel's privilege, an employee's private mail, or a mere mention of the party, and its subject",
        isListed: true,
      }),
      why: reason(),
    }),
  }),
  keep: describeOperation({
    name: 'withheld.keep',
    does: 'keep it back; one person is enough',
    kind: 'act',
    roles: ['counsel'],
    signs: 'may',
    input: z.object({ number: number(), why: reason('the reason, which is kept', 'text') }),
  }),
  release: describeSignedAct(
    { name: 'withheld.release', does: 'release it; two people must agree', roles: ['counsel'] },
    { number: number(), why: optional(reason('the reason, which is kept', 'text')) },
  ),
};

/** `keep` or `release`, where one command does both. */
export const WITHHELD_DECISION = argument(
  z.enum(['keep', 'release'], { error: '`keep` or `release` is needed' }),
  '`keep` or `release`',
);

/** What a party gets: prepared, approved by two people, written as one file. */
export const releaseOperations = {
  prepare: describeOperation({
    name: 'release.prepare',
    does: 'project, check and seal the messages; repeating it changes nothing',
    kind: 'job',
    roles: ['notifier'],
    input: z.object({
      party: maybeText({ does: 'for one party' }),
      all: flag('for every party that has a reviewer'),
      workers: workers(2, 'reader processes at once'),
    }),
  }),
  approve: describeSignedAct(
    { name: 'release.approve', does: 'agree to exactly this release; two people must agree', roles: ['notifier'] },
    release(),
  ),
  write: describeOperation({
    name: 'release.write',
    does: 'write an approved release as one file for its reviewers',
    kind: 'act',
    roles: ['notifier'],
    terminalOnly: LOCAL_FILE,
    input: z.object({ out: fileWritten('the file for the release'), ...release() }),
  }),
  status: describeOperation({
    name: 'release.status',
    does: 'every release, with what it waits for',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ party: onlyParty() }),
  }),
  revoke: describeSignedAct(
    { name: 'release.revoke', does: 'revoke a release; two people must agree', roles: ['notifier'] },
    {
      why: maybeText({ does: 'the reason, given by the first person and signed by both', value: 'text' }),
      ...release(),
    },
  ),
};

/** The lab's side of the portal: it calls, and is never called. */
export const portalOperations = {
  key: describeOperation({
    name: 'portal.key',
    does: "make the key for the portal if there is none, and print the portal's settings",
    kind: 'act',
    roles: ['notifier'],
    input: z.object({}),
  }),
  pull: describeOperation({
    name: 'portal.pull',
    does: 'fetch requests of parties and view receipts of their reviewers',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({}),
  }),
  push: describeOperation({
    name: 'portal.push',
    does: 'publish authorizations, and upload every approved release that is missing',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      party: maybeText({ does: 'only releases of this party' }),
      anew: flag('this state was restored from a backup, and somebody reviewed who may read'),
    }),
  }),
  sync: describeOperation({
    name: 'portal.sync',
    does: 'pull and push in one',
    kind: 'job',
    roles: ['notifier'],
    input: z.object({}),
  }),
  status: describeOperation({
    name: 'portal.status',
    does: 'the state of the portal, as the lab knows it',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  settle: describeOperation({
    name: 'portal.settle',
    does: 'continue with a portal that lost data',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      what: argument(z.string(), 'a party whose chain broke, or portal-back'),
      why: field(z.string(), { does: 'what happened, which the log keeps', value: 'text' }),
    }),
  }),
};

/** Seconds between two rounds, as people type it: `60s`. */
export const ROUND_EVERY = field(
  z
    .string()
    .transform((text, context) => {
      const found = /^([1-9]\d{0,5})([smh])$/.exec(text);
      const seconds = Number(found?.[1]) * (UNIT_SECONDS[found?.[2] ?? ''] ?? 0);
      if (!(seconds >= ROUND_SECONDS.least && seconds <= ROUND_SECONDS.most))
        context.addIssue({ code: 'custom', message: 'a time from 5s to 24h is needed: a number and s, m or h' });
      return seconds;
    })
    .optional(),
  { does: 'repeat until Ctrl-C, such as every 60s or 10m', value: 'time' },
);
