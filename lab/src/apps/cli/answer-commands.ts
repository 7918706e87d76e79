import { formatAmount, formatDay } from '@candor/core/base';
import type { Command } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { answerDispute, listDisputes, openDispute } from '../../commands/notice/disputes.ts';
import {
  approveEnquiryAnswer,
  draftEnquiryAnswer,
  type Enquiry,
  listEnquiries,
  openEnquiry,
} from '../../commands/notice/enquiries.ts';
import { lookUp } from '../../commands/notice/support-lookup.ts';
import { checkEnquiries } from '../../commands/review/check-enquiries.ts';
import { parseNumber, type StateOption, showJson, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toRows, toVisible } from './show/screen.ts';
import { showLookup } from './show/show-lookup.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

const group = 'Notice: notify each party, exactly once';
/** Nothing was looked up: as for any other wrong usage. */
const exitMistyped = 2;

interface ByOption extends StateOption {
  readonly by?: string;
}

/** What comes after a notice: disputes, enquiries without a code, and the telephone. */
export function addAnswerCommands(program: Command, screen: Screen): void {
  const dispute = program.command('dispute').helpGroup(group).description('a party contests its figures');
  dispute.addHelpText(
    'after',
    `
Examples
  candor dispute open northwind.example --claim "we count 20 messages"
  candor dispute list
  candor dispute answer 1 --text "22: two are in a mailbox that was collected later"`,
  );
  withState(
    dispute
      .command('open')
      .argument('<party>')
      .requiredOption('--claim <text>', 'what the party says')
      .option('--notice <number>', 'which notice it is about', parseNumber)
      .option('--by <name>', 'who records it (default: the account that runs this)')
      .description('record what a party contests'),
  ).action(async (party: string, options: ByOption & { claim: string; notice?: number }) => {
    const { claim, notice = null, by } = options;
    const opened = await openDispute(options.state, { party, claim, notice, by: by ?? accountName() });
    if (options.json === true) return showJson(screen, opened);
    screen.line(`Dispute ${opened.id} of ${toVisible(opened.party)} is open.`);
  });
  withState(
    dispute
      .command('answer')
      .argument('<number>', 'which dispute', parseNumber)
      .requiredOption('--text <text>', 'the answer')
      .option('--by <name>', 'who answers (default: the account that runs this)')
      .description('answer it; if the party is right, new evidence or curation leads to a correction'),
  ).action(async (number: number, options: ByOption & { text: string }) => {
    const answered = await answerDispute(options.state, number, options.text, options.by ?? accountName());
    if (options.json === true) return showJson(screen, answered);
    screen.line(`Dispute ${answered.id} is answered.`);
  });
  withState(dispute.command('list').description('all of them')).action(async (options: StateOption) => {
    const disputes = await listDisputes(options.state);
    if (options.json === true) return showJson(screen, disputes);
    if (disputes.length === 0) return screen.line('None.');
    const rows = disputes.map(({ id, party, openedAt, answer, claim }) => [
      String(id),
      toVisible(party),
      formatDay(openedAt),
      answer === null ? 'open' : 'answered',
      toVisible(claim),
    ]);
    for (const line of toRows(rows, screen.width, [0])) screen.line(line);
  });

  const enquiry = program
    .command('enquiry')
    .helpGroup(group)
    .description('a request without a code from a proved domain; two people sign the answer');
  enquiry.addHelpText(
    'after',
    `
Examples
  candor enquiry open northwind.example --contact a@northwind.example --proof "TXT record of 3 November"
  candor enquiry check                                            DNS proofs of enquiries from the portal
  candor enquiry list
  candor enquiry answer 1
  candor enquiry approve 1 --as "Ines Adler" --key ines.key       and a second operator`,
  );
  withState(
    enquiry
      .command('open')
      .argument('<domain>')
      .requiredOption('--contact <address>', 'who asks')
      .requiredOption('--proof <text>', 'how it was shown that the domain is theirs')
      .option('--by <name>', 'who records it (default: the account that runs this)')
      .description('record who asks, and how they proved the domain'),
  ).action(async (domain: string, options: ByOption & { contact: string; proof: string }) => {
    const { contact, proof, by } = options;
    const opened = await openEnquiry(options.state, { domain, contact, proof, by: by ?? accountName() });
    if (options.json === true) return showJson(screen, opened);
    showEnquiry(screen, opened, options.state);
  });
  withState(enquiry.command('check').description('check the DNS proof of every enquiry from the portal')).action(
    async (options: StateOption) => {
      const checked = await checkEnquiries(options.state);
      if (options.json === true) return showJson(screen, checked);
      if (checked.length === 0) return screen.line('No enquiry from the portal waits for its proof.');
      for (const { id, domain, proof } of checked) screen.line(`Enquiry ${id}   ${domain}: ${toVisible(proof)}`);
    },
  );
  withState(
    enquiry
      .command('answer')
      .argument('<number>', 'which enquiry', parseNumber)
      .description('draft the answer from the newest exposure; it cannot be edited'),
  ).action(async (number: number, options: StateOption) => {
    const drafted = await draftEnquiryAnswer(options.state, number);
    if (options.json === true) return showJson(screen, drafted);
    showEnquiry(screen, drafted, options.state);
  });
  withSigning(
    withState(
      enquiry
        .command('approve')
        .argument('<number>', 'which enquiry', parseNumber)
        .description('sign the answer; two people must sign'),
    ),
  ).action(async (number: number, options: StateOption & SigningOptions) => {
    const digest = options.digest ?? null;
    const progress = openProgress(process.stderr, () => Date.now());
    const result = await approveEnquiryAnswer(options.state, number, toSignature(options, screen), digest, progress);
    if (options.json === true) return showJson(screen, result);
    showEnquiry(screen, result.enquiry, options.state);
  });
  withState(enquiry.command('list').description('all of them')).action(async (options: StateOption) => {
    const enquiries = await listEnquiries(options.state);
    if (options.json === true) return showJson(screen, enquiries);
    const unproved = enquiries.filter(({ state }) => state === 'asked').length;
    // Anybody can ask at the portal: unproved requests are counted, not listed.
    const shown = enquiries.filter(({ state }) => state !== 'asked' && state !== 'refused');
    if (unproved > 0)
      screen.line(
        `${formatAmount(unproved, 'enquiry', 'enquiries')} from the portal not proved yet: candor enquiry check`,
      );
    if (shown.length === 0) return screen.line('No enquiry waits for an answer.');
    const rows = shown.map(({ id, domain, contact, state }) => [String(id), domain, toVisible(contact), state]);
    for (const line of toRows(rows, screen.width, [0])) screen.line(line);
  });

  const support = program.command('support').helpGroup(group).description('for the people who answer the telephone');
  support.addHelpText('after', '\nExample\n  candor support lookup 4F7K-9QRM-…');
  withState(
    support
      .command('lookup')
      .argument('<code-or-domain...>', 'a code as the caller reads it out, or a domain')
      .description('whether, when and to whom a code was issued; a domain is for your eyes only'),
  )
    .addHelpText(
      'after',
      `
This compares no text, so it calls nothing genuine: only the page does.
Tell a caller nothing about a domain.
Exit code 2: a typing error, or neither a code nor a domain.

Examples
  candor support lookup 4F7K-9QRM-…
  candor support lookup northwind.example`,
    )
    .action(async (typed: string[], options: StateOption) => {
      const lookup = await lookUp(options.state, typed.join(' '));
      if (lookup.is === 'slip' || lookup.is === 'neither') process.exitCode = exitMistyped;
      if (options.json === true) return showJson(screen, lookup);
      showLookup(screen, lookup);
    });
  for (const parent of [dispute, enquiry, support]) {
    parent.exitOverride();
    for (const command of parent.commands) command.exitOverride();
  }
}

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
