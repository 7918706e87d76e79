import { Refusal } from '@candor/core/base';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  keepWithheld,
  listWithheld,
  releaseWithheld,
  showWithheld,
  type WithheldView,
  withhold,
} from '../../commands/review/withheld.ts';
import { MENTIONS, type MentionReason, type WaitingReason } from '../../review/store/hold-store.ts';
import { type DecidingOptions, parseReason, toDecidedBy, withDeciding } from './deciding.ts';
import { parseNumber, type StateOption, showJson, withState } from './options.ts';
import { type Screen, toRows, toVisible } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { printApprovalStep } from './show/show-enrollment.ts';
import { type SigningOptions, toSignature, withOptionalSigning } from './signing.ts';

const reasonWords: Readonly<Record<WaitingReason, string>> = {
  privilege: "marked as counsel's",
  private: "an employee's private mail",
  quoted: "its mail is quoted in one of the organization's, and no original is certain",
  'mentioned-business': 'it is mentioned: trade or money',
  'mentioned-personal': 'it is mentioned: people and their data',
  'mentioned-secret': 'it is mentioned: a password or key',
  unreadable: 'an attached message cannot be parsed',
  'signed-around-attached': 'a signature covers what must be changed',
  flawed: 'the second check found something that must not be there',
  changed: 'the evidence has changed',
  unread: 'the evidence can no longer be read',
};

interface AddOptions extends StateOption, DecidingOptions {
  readonly party: string;
  readonly reason: 'privilege' | 'private' | MentionReason;
}

/** Messages that a party does not get before a person has decided. */
export function addWithheldCommands(program: Command, screen: Screen): void {
  const withheld = program
    .command('withheld')
    .helpGroup('Review: give parties their own mail')
    .description('messages that wait until a person has decided')
    .addHelpText(
      'after',
      `
Examples
  candor withheld list
  candor withheld show 3
  candor withheld decide 3 keep --why "advice on the arbitration"                 one person
  candor withheld decide 3 release --why "waived" --as "Ines Adler" --key ines.key  two people
  candor withheld add "<17@harbor.example>" --party northwind.example --reason private --why "to her doctor"
  candor withheld add "<18@harbor.example>" --party northwind.example --reason mentioned-personal --why "names their staff"

A party learns how many messages are held back, never which. Of messages that only mention it, it learns how many and of what kind. The next release applies your decisions.`,
    )
    .exitOverride();
  withState(
    withheld
      .command('list')
      .option('--party <party>', 'only this party')
      .option('--all', 'include those that were decided')
      .description('what waits for a person'),
  ).action(async (options: StateOption & { party?: string; all?: boolean }) => {
    const listed = await listWithheld(options.state, options.party ?? null, options.all === true);
    if (options.json === true) return showJson(screen, listed);
    printWithheldList(screen, listed);
  });
  withState(
    withheld
      .command('show')
      .argument('<number>', 'which one', parseNumber)
      .description('show one of them, as it is in the evidence'),
  ).action(async (id: number, options: StateOption) => {
    const shown = await showWithheld(options.state, id);
    if (options.json === true) return showJson(screen, shown);
    printWithheld(screen, shown, options.state);
  });
  withState(
    withDeciding(withheld.command('add'))
      .argument('<message>', 'Message-ID, fingerprint, or location of a copy')
      .requiredOption('--party <party>', 'the party that must not get it')
      .addOption(
        new Option(
          '--reason <reason>',
          "counsel's privilege, an employee's private mail, or a mere mention of the party, and its subject",
        )
          .choices(['privilege', 'private', ...MENTIONS.map((kind) => `mentioned-${kind}`)])
          .makeOptionMandatory(),
      )
      .description('hold a message back; one person is enough'),
  ).action(async (message: string, options: AddOptions) => {
    const { party, reason } = options;
    const added = await withhold(options.state, { party, message, reason, ...toDecidedBy(options) });
    if (options.json === true) return showJson(screen, added);
    printWithheld(screen, added, options.state);
    showDecisionMade(screen, added.decision);
  });
  withOptionalSigning(
    withState(
      withheld
        .command('decide')
        .argument('<number>', 'which one', parseNumber)
        .argument('<decision>', '`keep` or `release`', parseDecision)
        .option('--why <text>', 'the reason, which is kept', parseReason)
        .option('--by <name>', 'who keeps it back (default: the account that runs this)')
        .description('keep it back (one person) or release it (two people)'),
    ),
  ).action(async (id: number, decision: Decision, options: DecideOptions) => {
    if (decision === 'keep') {
      const { why } = options;
      if (why === undefined) throw new Refusal('no-reason', ['give the reason with --why: it is kept']);
      const kept = await keepWithheld(options.state, id, toDecidedBy({ ...options, why }));
      if (options.json === true) return showJson(screen, kept);
      printWithheld(screen, kept, options.state);
      return showDecisionMade(screen, kept.decision);
    }
    const { as } = options;
    if (as === undefined)
      throw new Refusal('who-signs', ['releasing a message takes two people; name yourself with --as NAME --key FILE']);
    const order = toSignature({ ...options, as }, screen);
    const result = await releaseWithheld(options.state, id, order, options.why ?? null, options.digest ?? null);
    if (options.json === true) return showJson(screen, result);
    printApprovalStep(screen, result, {
      done: 'The message is in the next release.',
      next: `candor withheld decide ${id} release --as NAME --key FILE`,
      state: options.state,
    });
  });
  withheld.exitOverride();
  for (const command of withheld.commands) command.exitOverride();
}

type Decision = 'keep' | 'release';

interface DecideOptions extends StateOption, Partial<SigningOptions> {
  readonly why?: string;
  readonly by?: string;
}

function parseDecision(text: string): Decision {
  if (text === 'keep' || text === 'release') return text;
  throw new InvalidArgumentError('`keep` or `release` is needed');
}

function printWithheldList(screen: Screen, listed: readonly WithheldView[]): void {
  if (listed.length === 0) screen.line('No message waits for a person.');
  const rows = listed.map(({ id, party, reason, state, copies }) => [
    String(id),
    toVisible(party),
    reasonWords[reason],
    state,
    copies[0]?.date ?? '',
    toVisible(copies[0]?.location ?? ''),
  ]);
  for (const line of toRows(rows, screen.width, [0])) screen.line(line);
}

function printWithheld(screen: Screen, one: WithheldView, state: string): void {
  screen.line(`Message ${one.id} is held back from ${toVisible(one.party)}: ${reasonWords[one.reason]} (${one.state})`);
  if (one.why !== null) screen.line(`why           ${toVisible(one.why)}`);
  if (one.decidedBy !== null) screen.line(`decided by    ${toVisible(one.decidedBy)}`);
  screen.line(`fingerprint   ${one.message}`);
  for (const { custodian, location, date, shown } of one.copies) {
    screen.line(`copy          ${toVisible(custodian)}   ${date ?? 'no date'}   ${toVisible(location)}`);
    if (shown === null) continue;
    screen.line(`  from        ${toVisible(shown.from)}`);
    screen.line(`  to          ${toVisible(shown.to)}`);
    screen.line(`  subject     ${toVisible(shown.subject)}`);
  }
  for (const [number, text] of one.cuts.entries()) {
    screen.line(`would be given (${number + 1} of ${one.cuts.length}):`);
    for (const line of text.split('\n')) screen.line(`  | ${toVisible(line)}`);
  }
  if (one.state !== 'open') return;
  screen.line(`Next   ${screen.typed(`candor withheld decide ${one.id} keep --why TEXT`, state)}`);
  if (one.canBeReleased)
    screen.line(
      `  or   ${screen.typed(`candor withheld decide ${one.id} release --why TEXT --as NAME --key FILE`, state)}`,
    );
}
