import { type Command, Option } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { makeKey } from '../../commands/review/enroll.ts';
import {
  addEnrollment,
  approveEnrollment,
  listEnrollments,
  refuseEnrollment,
  revokeReviewer,
  showEnrollment,
} from '../../commands/review/enrollments.ts';
import { transferNominator } from '../../commands/review/steer-enrollment.ts';
import { REVIEWER_ROLES, type ReviewerRole } from '../../review/store/reviewer-store.ts';
import { addJudgingCommands } from './judging-commands.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { printApprovalStep, printEnrollment, printEnrollments, printReviewerKey } from './show/show-enrollment.ts';
import { parseWorkFactor, type SigningOptions, toPassphrase, toSignature, withSigning } from './signing.ts';

const group = 'Review: give parties their own mail';

interface AddOptions extends StateOption {
  readonly party: string;
  readonly key: string;
  readonly name: string;
  readonly role: ReviewerRole;
  readonly domain?: readonly string[];
  readonly proof: string;
  readonly by?: string;
}

interface DespiteOptions {
  readonly despiteContest?: string;
  readonly despiteWarning?: string;
}

/** Who may read for which party. */
export function addEnrollmentCommands(program: Command, screen: Screen): void {
  const enrollment = program
    .command('enrollment')
    .helpGroup(group)
    .description('requests to read for a party; two people decide')
    .addHelpText(
      'after',
      `
Examples
  candor enrollment add --party northwind.example --key jo.pub --name "Jo Berg" --proof "TXT record seen on 3 November"
  candor enrollment check                                            check every proof from the portal
  candor enrollment announce                                         notify all contacts of the party; two approve the wave
  candor enrollment list
  candor enrollment show 1
  candor enrollment confirm 1 --contact it@northwind.example --why "called back on the number of their site"
  candor enrollment object 1 --contact it@northwind.example --why "has left the company"
  candor enrollment resume 1 --why "two people of that name" --as "Ines Adler" --key ines.key
  candor enrollment approve 1 --as "Ines Adler" --key ines.key       and a second operator
  candor enrollment refuse 2 --why "nobody at Northwind knows this person"

Read the fingerprint to the person on the telephone before you approve: the holder of that key will read the mail.`,
    )
    .exitOverride();
  withState(
    enrollment
      .command('add')
      .requiredOption('--party <party>', 'the party that the person reads for')
      .requiredOption('--key <file|text>', "the person's public key, as enrolling shows it")
      .requiredOption('--name <name>', 'the person')
      .addOption(
        new Option(
          '--role <role>',
          'what the person may do: nominate and read, read, or read for the party from outside',
        )
          .choices(REVIEWER_ROLES)
          .default('reviewer'),
      )
      .option('--domain <name...>', 'the domain that was proved; needed if the party has several')
      .requiredOption('--proof <text>', 'how it was shown that the person acts for the party')
      .option('--by <name>', 'who records it (default: the account that runs this)')
      .description('record who asks, and how they proved it'),
  ).action(async (options: AddOptions) => {
    const { state, json, by, domain = [], ...order } = options;
    const added = await addEnrollment(state, { ...order, domains: domain, by: by ?? accountName() });
    if (json === true) return showJson(screen, added);
    printEnrollment(screen, added, state);
  });
  withState(
    enrollment
      .command('list')
      .option('--party <party>', 'only this party')
      .option('--all', 'include those that were refused or revoked more than 30 days ago')
      .description('who asks and who reads, with the state of each'),
  ).action(async (options: StateOption & { party?: string; all?: boolean }) => {
    const found = await listEnrollments(options.state, options.party ?? null, options.all === true);
    if (options.json === true) return showJson(screen, found.listed);
    printEnrollments(screen, found, options.state);
  });
  withState(
    enrollment.command('show').argument('<enrollment>', 'its number, or the fingerprint').description('one of them'),
  ).action(async (name: string, options: StateOption) => {
    const shown = await showEnrollment(options.state, name);
    if (options.json === true) return showJson(screen, shown);
    printEnrollment(screen, shown, options.state);
  });
  withSigning(
    withState(
      enrollment
        .command('approve')
        .argument('<enrollment>', 'its number, or the fingerprint')
        .option(
          '--despite-contest <reason>',
          'somebody else shows the same proof; each of the two says why this one is right',
        )
        .option('--despite-warning <reason>', "the domain may not be the party's; each of the two says why it is")
        .description('agree that this person reads for the party; two people must agree'),
    ),
  ).action(async (name: string, options: StateOption & SigningOptions & DespiteOptions) => {
    const { digest = null, despiteContest: contest = null, despiteWarning: warning = null } = options;
    const result = await approveEnrollment(options.state, name, toSignature(options, screen), digest, {
      contest,
      warning,
    });
    if (options.json === true) return showJson(screen, result);
    printApprovalStep(screen, result, {
      done: 'The next release holds the key for this person.',
      next: `candor enrollment approve ${name} --as NAME --key FILE`,
      state: options.state,
    });
  });
  withState(
    enrollment
      .command('refuse')
      .argument('<enrollment>', 'its number, or the fingerprint')
      .requiredOption('--why <text>', 'the reason, which is kept')
      .option('--by <name>', 'who decides (default: the account that runs this)')
      .description('refuse that this person reads; one person is enough'),
  ).action(async (name: string, options: StateOption & { why: string; by?: string }) => {
    const refused = await refuseEnrollment(options.state, name, options.why, options.by ?? accountName());
    if (options.json === true) return showJson(screen, refused);
    printEnrollment(screen, refused, options.state);
  });
  addJudgingCommands(enrollment, screen);
  enrollment.exitOverride();
  for (const command of enrollment.commands) command.exitOverride();
  addReviewerCommands(program, screen);
}

function addReviewerCommands(program: Command, screen: Screen): void {
  const reviewer = program
    .command('reviewer')
    .helpGroup(group)
    .description('the people who read for a party, and their keys')
    .addHelpText(
      'after',
      `
Examples
  candor reviewer key --out my.key                                       for reviewers: your keys, made on your machine
  candor reviewer revoke 1 --why "left Northwind" --as "Ines Adler" --key ines.key
  candor reviewer revoke 1 --as "Marek Dvorak" --key marek.key           the second person: now it is revoked
  candor reviewer transfer 2 --as "Ines Adler" --key ines.key            from now on this reviewer nominates others

After a revocation the next release goes to a new vault. What was opened stays opened.`,
    );
  reviewer
    .command('key')
    .addOption(
      new WrittenOption('--out <file>', 'the file for your key; nobody else may have it').makeOptionMandatory(),
    )
    .option('--passphrase-file <file>', 'a file with the passphrase in its first line; without it you are asked')
    .option('--work-factor <number>', "base-2 logarithm of scrypt's cost (age's own: 18)", parseWorkFactor)
    .option('--json', 'print the result as JSON')
    .description('for reviewers: make your keys, and show the public ones')
    .action(async (options: { out: string; passphraseFile?: string; workFactor?: number; json?: boolean }) => {
      const ask = toPassphrase(options.passphraseFile, 'New passphrase for your key: ');
      const made = await makeKey(
        options.out,
        ask,
        options.workFactor === undefined ? {} : { scryptWorkFactor: options.workFactor },
      );
      if (options.json === true) return showJson(screen, made);
      printReviewerKey(screen, made, options.out);
    });
  withSigning(
    withState(
      reviewer
        .command('revoke')
        .argument('<enrollment>', 'its number, or the fingerprint')
        .option('--why <text>', 'the reason, given by the first person and signed by both')
        .description("end a person's access; two people must agree"),
    ),
  ).action(async (name: string, options: StateOption & SigningOptions & { why?: string }) => {
    const { state, why = null, digest = null } = options;
    const result = await revokeReviewer(state, name, toSignature(options, screen), why, digest);
    if (options.json === true) return showJson(screen, result);
    printApprovalStep(screen, result, {
      done: 'The next release goes to a new vault, without this person.',
      next: `candor reviewer revoke ${name} --as NAME --key FILE`,
      state,
    });
  });
  withSigning(
    withState(
      reviewer
        .command('transfer')
        .argument('<enrollment>', 'the new nominator, as the current one asked with a signature')
        .description('let another reviewer nominate from now on; two people must agree'),
    ),
  ).action(async (name: string, options: StateOption & SigningOptions) => {
    const { state, digest = null } = options;
    const result = await transferNominator(state, name, toSignature(options, screen), digest);
    if (options.json === true) return showJson(screen, result);
    printApprovalStep(screen, result, {
      done: 'This person is the nominator now. The previous one can still read.',
      next: `candor reviewer transfer ${name} --as NAME --key FILE`,
      state,
    });
  });
  reviewer.exitOverride();
  for (const command of reviewer.commands) command.exitOverride();
}
