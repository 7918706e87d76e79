import { flag } from '@candor/core/contract/operations';
import * as enrollment from '../../operations/enrollment.ts';
import { makeKey } from '../../operations/reviewer.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { showJson } from './options.ts';
import { approvalStep, printEnrollment, printEnrollments, printReviewerKey } from './show/show-enrollment.ts';
import { printAnnouncements, printChecked, printStatementResult } from './show/show-judged.ts';

const group = 'Review: give parties their own mail';

const ENROLLMENT_COMMANDS = [
  commandFor(enrollment.add, {
    by: 'who records it',
    show: (screen, added, { state }) => printEnrollment(screen, added, state),
  }),
  commandFor(enrollment.list, {
    json: (screen, { listed }) => showJson(screen, listed),
    show: (screen, found, { state }) => printEnrollments(screen, found, state),
  }),
  commandFor(enrollment.show, { show: (screen, shown, { state }) => printEnrollment(screen, shown, state) }),
  commandFor(enrollment.approve, {
    show: approvalStep((_, { input }) => ({
      done: 'The next release holds the key for this person.',
      next: `candor enrollment approve ${input.enrollment} --as NAME --key FILE`,
    })),
  }),
  commandFor(enrollment.refuse, {
    by: 'who decides',
    show: (screen, refused, { state }) => printEnrollment(screen, refused, state),
  }),
  commandFor(enrollment.check, {
    view: { all: flag('every undecided one (the default without a number)') },
    show: (screen, checked, { state }) => printChecked(screen, checked, state),
  }),
  commandFor(enrollment.announce, {
    by: 'who prepares',
    show: (screen, prepared, { state }) => printAnnouncements(screen, prepared, state),
  }),
  commandFor(enrollment.confirm, {
    by: 'who of you heard it',
    show: (screen, reviewer, { input, state }) =>
      printStatementResult(screen, reviewer, input.contact, 'confirmed', state),
  }),
  commandFor(enrollment.object, {
    by: 'who of you heard it',
    show: (screen, reviewer, { input, state }) =>
      printStatementResult(screen, reviewer, input.contact, 'objected', state),
  }),
  commandFor(enrollment.resume, {
    show: approvalStep((_, { input }) => ({
      done: 'It continues. Another objection stops it again.',
      next: `candor enrollment resume ${input.enrollment} --as NAME --key FILE`,
    })),
  }),
];

const REVIEWER_COMMANDS = [
  commandFor(makeKey, { show: (screen, made, { input }) => printReviewerKey(screen, made, input.out) }),
  commandFor(enrollment.revoke, {
    show: approvalStep((_, { input }) => ({
      done: 'The next release goes to a new vault, without this person.',
      next: `candor reviewer revoke ${input.enrollment} --as NAME --key FILE`,
    })),
  }),
  commandFor(enrollment.transfer, {
    show: approvalStep((_, { input }) => ({
      done: 'This person is the nominator now. The previous one can still read.',
      next: `candor reviewer transfer ${input.enrollment} --as NAME --key FILE`,
    })),
  }),
];

/** These commands decide who may read for which party. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'enrollment',
      group,
      does: 'requests to read for a party; two people decide',
      examples: [
        'candor enrollment add --party northwind.example --key jo.pub --name "Jo Berg" --proof "TXT record seen on 3 November"',
        'candor enrollment check                                            check every proof from the portal',
        'candor enrollment announce                                         notify all contacts of the party; two approve the wave',
        'candor enrollment list',
        'candor enrollment show 1',
        'candor enrollment confirm 1 --contact it@northwind.example --why "called back on the number of their site"',
        'candor enrollment object 1 --contact it@northwind.example --why "has left the company"',
        'candor enrollment resume 1 --why "two people of that name" --as "Ines Adler" --key ines.key',
        'candor enrollment approve 1 --as "Ines Adler" --key ines.key       and a second operator',
        'candor enrollment refuse 2 --why "nobody at Northwind knows this person"',
      ],
      notes:
        'Read the fingerprint to the person on the telephone before you approve: the holder of that key will read the mail.',
    },
    ENROLLMENT_COMMANDS,
  ),
  groupFor(
    {
      typed: 'reviewer',
      group,
      does: 'the people who read for a party, and their keys',
      examples: [
        'candor reviewer key --out my.key                                       for reviewers: your keys, made on your machine',
        'candor reviewer revoke 1 --why "left Northwind" --as "Ines Adler" --key ines.key',
        'candor reviewer revoke 1 --as "Marek Dvorak" --key marek.key           the second person: now it is revoked',
        'candor reviewer transfer 2 --as "Ines Adler" --key ines.key            from now on this reviewer nominates others',
      ],
      notes: 'After a revocation the next release goes to a new vault. What was opened stays opened.',
    },
    REVIEWER_COMMANDS,
  ),
];
