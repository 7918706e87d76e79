import { formatAmount, formatDay } from '@candor/core/base';
import type { Enquiry } from '../../commands/notice/enquiries.ts';
import * as answers from '../../operations/answers.ts';
import { type CommandEntry, commandFor, groupFor, type Typed } from './command-entry.ts';
import { type Screen, showList, toVisible } from './show/screen.ts';
import { showLookup } from './show/show-lookup.ts';

const group = 'Notice: notify each party, exactly once';

const DISPUTE_COMMANDS: readonly CommandEntry[] = [
  commandFor(answers.openDispute, {
    by: 'who records it',
    show: (screen, { id, party }) => screen.line(`Dispute ${id} of ${toVisible(party)} is open.`),
  }),
  commandFor(answers.answerDispute, {
    by: 'who answers',
    show: (screen, { id }) => screen.line(`Dispute ${id} is answered.`),
  }),
  commandFor(answers.disputes, {
    show: (screen, disputes) => {
      const rows = disputes.map(({ id, party, openedAt, answer, claim }) => [
        ...[String(id), toVisible(party), formatDay(openedAt)],
        ...[answer === null ? 'open' : 'answered', toVisible(claim)],
      ]);
      showList(screen, 'None.', rows, { right: [0] });
    },
  }),
];

const show = (screen: Screen, enquiry: Enquiry, { state }: Typed) => showEnquiry(screen, enquiry, state);

const ENQUIRY_COMMANDS: readonly CommandEntry[] = [
  commandFor(answers.openEnquiry, { by: 'who records it', show }),
  commandFor(answers.checkEnquiries, {
    show: (screen, checked) => {
      if (checked.length === 0) screen.line('No enquiry from the portal waits for its proof.');
      for (const { id, domain, proof } of checked) screen.line(`Enquiry ${id}   ${domain}: ${toVisible(proof)}`);
    },
  }),
  commandFor(answers.draftAnswer, { show }),
  commandFor(answers.approveAnswer, { show: (screen, { enquiry }, typed) => show(screen, enquiry, typed) }),
  commandFor(answers.enquiries, { show: showEnquiries }),
];

function showEnquiries(screen: Screen, enquiries: readonly Enquiry[]): void {
  const unproved = enquiries.filter(({ state }) => state === 'asked').length;
  // Anybody can ask at the portal: unproved requests are counted, not listed.
  const shown = enquiries.filter(({ state }) => state !== 'asked' && state !== 'refused');
  if (unproved > 0)
    screen.line(
      `${formatAmount(unproved, 'enquiry', 'enquiries')} from the portal not proved yet: candor enquiry check`,
    );
  const rows = shown.map(({ id, domain, contact, state }) => [String(id), domain, toVisible(contact), state]);
  showList(screen, 'No enquiry waits for an answer.', rows, { right: [0] });
}

const lookup = commandFor(answers.lookUp, {
  notes: `This compares no text, so it calls nothing genuine: only the page does.
Tell a caller nothing about a domain.
Exit code 2: a typing error, or neither a code nor a domain.

Examples
  candor support lookup 4F7K-9QRM-…
  candor support lookup northwind.example`,
  isMistyped: ({ is }) => is === 'slip' || is === 'neither',
  show: showLookup,
});

/** What comes after a notice: disputes, enquiries without a code, and the telephone. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'dispute',
      group,
      does: 'a party contests its figures',
      examples: [
        'candor dispute open northwind.example --claim "we count 20 messages"',
        'candor dispute list',
        'candor dispute answer 1 --text "22: two are in a mailbox that was collected later"',
      ],
    },
    DISPUTE_COMMANDS,
  ),
  groupFor(
    {
      typed: 'enquiry',
      group,
      does: 'a request without a code from a proved domain; two people sign the answer',
      examples: [
        'candor enquiry open northwind.example --contact a@northwind.example --proof "TXT record of 3 November"',
        'candor enquiry check                                            DNS proofs of enquiries from the portal',
        'candor enquiry list',
        'candor enquiry answer 1',
        'candor enquiry approve 1 --as "Ines Adler" --key ines.key       and a second operator',
      ],
    },
    ENQUIRY_COMMANDS,
  ),
  groupFor(
    {
      typed: 'support',
      group,
      does: 'for the people who answer the telephone',
      examples: ['candor support lookup 4F7K-9QRM-…'],
    },
    [lookup],
  ),
];

function showEnquiry(screen: Screen, enquiry: Enquiry, state: string): void {
  screen.line(screen.bold(`Enquiry ${enquiry.id} · ${enquiry.domain} · ${enquiry.state}`));
  screen.line(`Asked by ${toVisible(enquiry.contact)}; proof of the domain: ${toVisible(enquiry.proof)}`);
  const { answer } = enquiry;
  if (enquiry.state === 'asked' || enquiry.state === 'refused') {
    if (enquiry.state === 'asked') screen.line(`Next   ${screen.typed('candor enquiry check', state)}`);
    return;
  }
  if (answer === null) {
    screen.line(`Next   ${screen.typed(`candor enquiry answer ${enquiry.id}`, state)}`);
    return;
  }
  const gaps =
    answer.gaps.length === 0
      ? 'without a gap'
      : `with ${formatAmount(answer.gaps.length, 'kind')} of gaps (${answer.gaps.join(', ')})`;
  screen.line(
    answer.answer === 'nothing'
      ? `Answer: nothing of ${answer.domain} at exposure version ${answer.exposure.version}, ${gaps}.`
      : `Answer: notice ${answer.notice} was issued to ${answer.domain}; it is given again, at exposure version ${answer.exposure.version}.`,
  );
  screen.line(`Digest ${enquiry.digest ?? ''}`);
  if (enquiry.entry !== null) {
    screen.line(
      `Signed by ${enquiry.approvals.map(({ operator }) => toVisible(operator)).join(' and ')}; entry ${enquiry.entry} of the log.`,
    );
    screen.line(
      screen.dim(`${screen.typed('candor enquiry list --json', state)} shows answer and signatures, to pass on.`),
    );
    return;
  }
  const by = enquiry.approvals.map(({ operator }) => toVisible(operator)).join(', ');
  screen.line(
    by === '' ? 'Nobody has signed yet; two people must sign.' : `Signed by ${by}; one more person must sign.`,
  );
  screen.line(`Next   ${screen.typed(`candor enquiry approve ${enquiry.id} --as NAME --key FILE`, state)}`);
}
