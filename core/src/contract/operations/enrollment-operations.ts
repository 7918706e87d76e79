import { z } from 'zod';
import { argument, field, flag, maybeText } from './field.ts';
import { describeOperation, describeSignedAct } from './operation.ts';

/** What a reviewer may do: name others and read, read, or read for the party from outside. */
const REVIEWER_ROLES = ['nominator', 'reviewer', 'representative'] as const;

const one = () => argument(z.string(), 'its number, or the fingerprint');
const onlyParty = () => maybeText({ does: 'only this party' });
const signedReason = () =>
  maybeText({ does: 'the reason, given by the first person and signed by both', value: 'text' });

const stated = () =>
  z.object({
    enrollment: one(),
    contact: field(z.string(), { does: 'who of the party said it', value: 'address' }),
    why: maybeText({ does: 'what was said, and how you know who it was', value: 'text' }),
  });

/** Enrollments: people who may read for a party. */
export const enrollmentOperations = {
  add: describeOperation({
    name: 'enrollment.add',
    does: 'record who asks, and how they proved it',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      party: field(z.string(), { does: 'the party that the person reads for' }),
      key: field(z.string(), { does: "the person's public key, as enrolling shows it", value: 'file|text' }),
      name: field(z.string(), { does: 'the person' }),
      role: field(z.enum(REVIEWER_ROLES).default('reviewer'), {
        does: 'what the person may do: nominate and read, read, or read for the party from outside',
        isListed: true,
      }),
      domain: field(z.array(z.string()).optional(), {
        does: 'the domain that was proved; needed if the party has several',
        value: 'name...',
      }),
      proof: field(z.string(), { does: 'how it was shown that the person acts for the party', value: 'text' }),
    }),
  }),
  list: describeOperation({
    name: 'enrollment.list',
    does: 'who asks and who reads, with the state of each',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      party: onlyParty(),
      all: flag('include those that were refused or revoked more than 30 days ago'),
    }),
  }),
  show: describeOperation({
    name: 'enrollment.show',
    does: 'one of them',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ enrollment: one() }),
  }),
  approve: describeSignedAct(
    {
      name: 'enrollment.approve',
      does: 'agree that this person reads for the party; two people must agree',
      roles: ['notifier'],
    },
    {
      enrollment: one(),
      despiteContest: maybeText({
        does: 'somebody else shows the same proof; each of the two says why this one is right',
        value: 'reason',
      }),
      despiteWarning: maybeText({
        does: "the domain may not be the party's; each of the two says why it is",
        value: 'reason',
      }),
    },
  ),
  refuse: describeOperation({
    name: 'enrollment.refuse',
    does: 'refuse that this person reads; one person is enough',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      enrollment: one(),
      why: field(z.string(), { does: 'the reason, which is kept', value: 'text' }),
    }),
  }),
  check: describeOperation({
    name: 'enrollment.check',
    does: 'check proofs yourself: DNS through several resolvers, codes, signatures, nominators',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({ enrollment: argument(z.string().nullable().default(null), 'its number, or the fingerprint') }),
  }),
  announce: describeOperation({
    name: 'enrollment.announce',
    does: 'compose the wave that notifies all contacts of a party who asks to read; two people must approve',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      enrollment: argument(
        z.string().nullable().default(null),
        'its number, or the fingerprint (default: all that are proved)',
      ),
    }),
  }),
  confirm: describeOperation({
    name: 'enrollment.confirm',
    does: 'record that a second notified contact confirmed the person: this ends the waiting time',
    kind: 'act',
    roles: ['notifier'],
    input: stated(),
  }),
  object: describeOperation({
    name: 'enrollment.object',
    does: 'record an objection by somebody of the party: one is enough to stop it',
    kind: 'act',
    roles: ['notifier'],
    input: stated(),
  }),
  resume: describeSignedAct(
    {
      name: 'enrollment.resume',
      does: 'continue after an objection; two people must agree',
      roles: ['notifier'],
    },
    { enrollment: one(), why: signedReason() },
  ),
  revoke: describeSignedAct(
    { name: 'reviewer.revoke', does: "end a person's access; two people must agree", roles: ['notifier'] },
    { enrollment: one(), why: signedReason() },
  ),
  transfer: describeSignedAct(
    {
      name: 'reviewer.transfer',
      does: 'let another reviewer nominate from now on; two people must agree',
      roles: ['notifier'],
    },
    { enrollment: argument(z.string(), 'the new nominator, as the current one asked with a signature') },
  ),
};
