import { z } from 'zod';
import { argument, field, maybeText, wholeNumber } from './field.ts';
import { describeOperation, describeSignedAct } from './operation.ts';

/** scrypt below 2^10 is no protection at all, above 2^22 it takes minutes. */
const workFactor = () => wholeNumber('a whole number from 10 to 22 is needed', { least: 10, most: 22 });
const read = { kind: 'read', roles: ['viewer'] } as const;
const party = () => argument(z.string(), 'id, domain or address');
const list = () => maybeText({ does: 'the whole list as CSV', value: 'file', isWritten: true });

/** Operators, decisions, and what a party gets that has no portal. */
export const peopleOperations = {
  addOperator: describeOperation({
    name: 'operator.add',
    does: 'make a key; it counts once it is in the incident file',
    kind: 'local',
    roles: ['notifier'],
    terminalOnly: 'a key is made on the machine of its owner',
    input: z.object({
      name: argument(z.string(), 'a person'),
      key: maybeText({
        does: 'the file for the key (default: ~/.config/candor/NAME.key)',
        value: 'file',
        isWritten: true,
      }),
      passphraseFile: maybeText({
        does: 'a file with the passphrase in its first line; without it you are asked',
        value: 'file',
      }),
      mailbox: maybeText({ does: "the person's own mailbox, if it is one of the custodians", value: 'custodian' }),
      workFactor: field(workFactor().optional(), {
        does: "base-2 logarithm of scrypt's cost (age's own: 18)",
        value: 'number',
      }),
    }),
  }),
  operators: describeOperation({
    ...read,
    name: 'operator.list',
    does: 'who may approve, and the record that DNS must have',
    input: z.object({}),
  }),
  operatorChange: describeOperation({
    ...read,
    name: 'operator.change.prepare',
    does: 'show how the incident file would change the operators',
    input: z.object({}),
  }),
  approveOperatorChange: describeSignedAct(
    {
      name: 'operator.change.approve',
      does: 'agree to that change, as one of the previous operators',
      roles: ['notifier'],
    },
    {},
  ),
  decisions: describeOperation({
    ...read,
    name: 'decisions.list',
    does: 'all of them, oldest first, with who decided and why',
    input: z.object({}),
  }),
  showDecision: describeOperation({
    ...read,
    name: 'decisions.show',
    does: 'one of them, row by row',
    input: z.object({ number: argument(wholeNumber(), 'as `candor decisions` shows it') }),
  }),
  partyAddresses: describeOperation({
    ...read,
    name: 'party.addresses',
    does: "the party's own addresses in affected messages, with counts; its notice lists 30 of them",
    input: z.object({ party: party(), out: list() }),
  }),
  partySecrets: describeOperation({
    ...read,
    name: 'party.secrets',
    does: "the party's messages with passwords or keys: day, its own address, Message-ID; never what they hold",
    input: z.object({ party: party(), out: list() }),
  }),
  sealMessages: describeOperation({
    name: 'party.messages',
    does: 'for a party without a portal: its messages as a table, sealed to a contact whose key was proved',
    kind: 'job',
    roles: ['notifier'],
    terminalOnly: 'it writes a file of this machine',
    input: z.object({
      party: party(),
      seal: field(z.string(), {
        does: "the contact's recipient age1pq1…, the fingerprint of the keys, or a file with them",
        value: 'key',
      }),
      out: maybeText({
        does: 'the file for the sealed list (default: PARTY-messages.csv.age)',
        value: 'file',
        isWritten: true,
      }),
      why: field(z.string().default('sent to a contact whose key was proved'), {
        does: 'why; the log keeps it',
        value: 'reason',
      }),
    }),
  }),
};
