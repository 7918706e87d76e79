import { z } from 'zod';
import { heldAnswer, holdEndedAnswer } from './act-answers.ts';
import { argument, day, field, flag, maybeText, wholeNumber } from './field.ts';
import { describeOperation, reason } from './operation.ts';

const folderless = 'it reads or writes a file of this machine';
const askedBy = (does = 'who asked for it') => ({ does, value: 'name' });

/** Whether notices may go out, of one kind of hold. */
function describeHolds<const Name extends 'delay' | 'do-not-contact'>(name: Name) {
  return {
    end: describeOperation({
      name: `${name}.end`,
      does: 'end it',
      kind: 'act',
      roles: ['notifier'],
      signs: 'may',
      input: z.object({ why: reason(), number: argument(wholeNumber(), 'as `list` shows it') }),
      answer: holdEndedAnswer,
    }),
    list: describeOperation({
      name: `${name}.list`,
      does: 'all of them, ended ones too',
      kind: 'read',
      roles: ['viewer'],
      input: z.object({}),
    }),
  };
}

/** Through whom parties are notified, and who is not. */
export const contactOperations = {
  showContacts: describeOperation({
    name: 'contacts.show',
    does: 'the ladder of a party: its contacts, best first',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ party: argument(z.string()) }),
  }),
  countContacts: describeOperation({
    name: 'contacts.list',
    does: 'how many parties have a named contact, and which have guessed ones only',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  exportContacts: describeOperation({
    name: 'contacts.export',
    does: 'write a list to fill in, which `contacts import` reads back',
    kind: 'read',
    roles: ['viewer'],
    terminalOnly: folderless,
    input: z.object({
      guessed: field(z.boolean(), { does: 'parties with guessed contacts only, and with none' }),
      out: field(z.string(), { does: 'the file to write', value: 'file', isWritten: true }),
    }),
  }),
  importContacts: describeOperation({
    name: 'contacts.import',
    does: 'contacts beside the directory, from CSV or vCard',
    kind: 'act',
    roles: ['notifier'],
    signs: 'may',
    terminalOnly: folderless,
    input: z.object({
      why: field(reason().optional(), { does: 'required unless --dry-run: why; it is kept', value: 'reason' }),
      file: argument(z.string(), 'CSV with the columns party,contact,contact_role,language; or vCard 3.0 or 4.0'),
      dryRun: flag('show what would be imported, and every problem; change nothing'),
      rest: flag('import the rows without a problem, although others have one'),
      replace: flag('replace earlier imports of all parties, not only of those in the file'),
    }),
  }),
  probeContacts: describeOperation({
    name: 'contacts.probe',
    does: 'ask the domains of parties for their security.txt, through notice.resolvers',
    kind: 'act',
    roles: ['notifier'],
    input: z.object({
      parties: argument(z.array(z.string()).default([]), 'only these parties (default: every organization)'),
    }),
  }),
  setDelay: describeOperation({
    name: 'delay.set',
    does: 'notify nobody, or not this party, until a day',
    kind: 'act',
    roles: ['notifier'],
    signs: 'may',
    input: z.object({
      why: reason(),
      party: argument(z.string().optional(), 'only this party; without it nobody is notified'),
      askedBy: field(z.string(), askedBy()),
      until: day('day on which it ends'),
    }),
    answer: heldAnswer,
  }),
  delay: describeHolds('delay'),
  addBarred: describeOperation({
    name: 'do-not-contact.add',
    does: 'never write to this party, or this address',
    kind: 'act',
    roles: ['notifier'],
    signs: 'may',
    input: z.object({
      why: reason(),
      partyOrAddress: argument(z.string()),
      address: flag('it is an address, not a party'),
      askedBy: maybeText(askedBy()),
    }),
    answer: heldAnswer,
  }),
  barred: describeHolds('do-not-contact'),
};
