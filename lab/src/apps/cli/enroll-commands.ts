import * as reviewer from '../../operations/reviewer.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { showJson } from './options.ts';
import {
  printDownloaded,
  printEnquired,
  printEnquiryAnswer,
  printEnrolled,
  printEnrollStatus,
} from './show/show-enroll.ts';

const group = 'Review: give parties their own mail';

const ENROLL_COMMANDS = [
  commandFor(reviewer.enroll, {
    group,
    examples: [
      'candor enroll --portal https://review.harbor.example --key my.key --code 4F7K-9QRM-… \\',
      '  --domain northwind.example --name "Jo Berg" --address jo@northwind.example',
      'candor enroll --status --portal https://review.harbor.example --key my.key --domain northwind.example',
    ],
    notes:
      'It prints the record to publish in DNS. The organization checks the record itself, notifies all of your contacts, waits, and two people decide. Read the fingerprint to them on the telephone.',
    json: (screen, done) => showJson(screen, done.is === 'sent' ? done.sent : done.status),
    show: (screen, done, { input }) =>
      done.is === 'sent' ? printEnrolled(screen, done.sent, input.key) : printEnrollStatus(screen, done.status),
  }),
  commandFor(reviewer.enquire, {
    group,
    examples: [
      'candor enquire --portal https://review.harbor.example --key my.key --domain northwind.example \\',
      '  --name "Jo Berg" --address jo@northwind.example',
      'candor enquire --answer --portal https://review.harbor.example --key my.key --domain northwind.example',
    ],
    notes: 'The answer is signed by two people and sealed to your key; the portal does not learn what it says.',
    json: (screen, done) => {
      if (done.is === 'sent') return showJson(screen, done.sent);
      showJson(screen, done.answer === null ? null : { ...done.answer, approvers: done.answer.approvers.value });
    },
    show: (screen, done) =>
      done.is === 'sent' ? printEnquired(screen, done.sent) : printEnquiryAnswer(screen, done.answer),
  }),
  commandFor(reviewer.download, {
    group,
    examples: [
      'candor download --portal https://review.harbor.example --key my.key --out release.candor',
      'candor open release.candor --key my.key --fingerprint f3a1-77c0-… --out mail/',
    ],
    notes: 'Each fetch is recorded, as in the browser; your nominator sees it. An interrupted download continues.',
    show: (screen, downloaded, { input }) => printDownloaded(screen, downloaded, input.key),
  }),
];

/** For the people of a party, on their own machine: no state, no browser. */
export const COMMANDS: readonly CommandEntry[] = ENROLL_COMMANDS;
