import { Refusal } from '@candor/core/base';
import { type Command, Option } from 'commander';
import { decideFindings, listDecisions, undoDecision } from '../../commands/impact/decide-findings.ts';
import { listFindings, overviewFindings, showValue } from '../../commands/impact/list-findings.ts';
import type { FindingFilter } from '../../commands/impact/read-findings.ts';
import { revealValue } from '../../commands/impact/reveal-value.ts';
import { type DecidingOptions, toDecidedBy, withDeciding } from './deciding.ts';
import { parseNumber, type StateOption, showJson, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { showDecision, showDecisions, showFindingPage, showOverview, showValueView } from './show/show-found.ts';
import { type SigningOptions, toSigningOrder, withOptionalSigning } from './signing.ts';

type FilterOptions = StateOption & FindingFilter;

interface ListOptions extends FilterOptions {
  readonly from: number;
  readonly limit: number;
}

interface ShowOptions extends StateOption, Partial<SigningOptions> {
  readonly reveal?: boolean;
  readonly why?: string;
  readonly second?: string;
  readonly secondKey?: string;
  readonly secondPassphraseFile?: string;
}

interface DecideOptions extends StateOption, DecidingOptions {
  readonly value?: number;
  readonly sender?: string;
  readonly rule?: string;
  readonly kind?: string;
}

/** Default rows of a list. */
const LISTED = 50;

/** What a run found: seen, decided. */
export function addFoundCommands(findings: Command, screen: Screen): void {
  withFilter(
    withState(
      findings
        .command('overview', { isDefault: true })
        .description('what exposed mail holds, by kind, party and custodian, and what could not be searched'),
    ),
  )
    .addHelpText('after', '\nExamples\n  candor findings\n  candor findings overview --party northwind.example --json')
    .action(async (options: FilterOptions) => {
      const overview = await overviewFindings(options.state, toFilter(options));
      if (options.json === true) return showJson(screen, overview);
      showOverview(screen, overview, options.state);
    });
  withFilter(
    withState(
      findings
        .command('list')
        .description('findings one by one, equal values together')
        .option('--from <number>', 'the first one to show', parseNumber, 1)
        .option('--limit <number>', 'how many to show', parseNumber, LISTED),
    ),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor findings list --is waiting      what waits for a person\n  candor findings list --kind credential --party northwind.example',
    )
    .action(async (options: ListOptions) => {
      const page = { from: options.from - 1, limit: options.json === true ? Number.MAX_SAFE_INTEGER : options.limit };
      const listed = await listFindings(options.state, toFilter(options), page);
      if (options.json === true) return showJson(screen, listed.findings);
      showFindingPage(screen, listed, options.state);
    });
  withOptionalSigning(
    withState(
      findings
        .command('show')
        .argument('<value>', 'number of a value, as `candor findings list` shows it', parseNumber)
        .option('--reveal', 'show the value itself, on this terminal only; the log keeps who saw it and why')
        .option('--why <reason>', 'with --reveal: why')
        .option('--second <name>', 'with --reveal: a second operator beside you, needed above 20 values a day')
        .option('--second-key <file>', 'key file of the second operator')
        .option('--second-passphrase-file <file>', 'first line is the passphrase of the second operator')
        .description('every place of one value, and what was decided about it'),
    ),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor findings show 12\n  candor findings show 12 --reveal --why "is it still in use?" --as "Ines Adler" --key ines.key',
    )
    .action(async (value: number, options: ShowOptions, command: Command) => {
      if (options.reveal === true) return reveal(screen, value, options, command);
      const view = await showValue(options.state, value);
      if (options.json === true) return showJson(screen, view);
      showValueView(screen, view);
    });
  for (const act of ['accept', 'dismiss'] as const) {
    const words = act === 'accept' ? 'say that findings count' : 'say that findings are none';
    withDeciding(
      withState(
        findings
          .command(act)
          .option('--value <number>', 'equal values, wherever they stand now and later', parseNumber)
          .option('--sender <address>', 'in mail of this sender')
          .option('--rule <detector>', 'found by this detector')
          .option('--kind <kind>', 'of this kind')
          .description(`${words}: those to which everything applies that is given`),
      ),
    )
      .addHelpText(
        'after',
        `\nExamples\n  candor findings ${act} --value 12 --why "asked the help desk"\n  candor findings ${act} --rule payment-card --sender news@shop.example --why "order numbers"\n\nA decision about a value holds before one about a sender, a rule or a kind; of equals the newest. It survives every later run. \`candor findings undo\` undoes it.`,
      )
      .action(async (options: DecideOptions) => {
        const { value, sender, rule, kind } = options;
        const about = {
          ...(value === undefined ? {} : { value }),
          ...(sender === undefined ? {} : { sender }),
          ...(rule === undefined ? {} : { rule }),
          ...(kind === undefined ? {} : { kind }),
        };
        const made = await decideFindings(options.state, act, about, toDecidedBy(options));
        if (options.json === true) return showJson(screen, made);
        showDecision(screen, made, made.findings);
        showDecisionMade(screen, made.decision);
      });
  }
  withDeciding(
    withState(
      findings
        .command('undo')
        .argument('<number>', 'as in `candor findings decisions`', parseNumber)
        .description('take a decision back'),
    ),
  )
    .addHelpText('after', '\nExample\n  candor findings undo 3 --why "a real password after all"')
    .action(async (sequence: number, options: DecideOptions) => {
      const made = await undoDecision(options.state, sequence, toDecidedBy(options));
      if (options.json === true) return showJson(screen, made);
      showDecision(screen, made, null);
      showDecisionMade(screen, made.decision);
    });
  withState(findings.command('decisions').description('everything that was decided, with who, when and why'))
    .addHelpText('after', '\nExample\n  candor findings decisions')
    .action(async (options: StateOption) => {
      const decisions = await listDecisions(options.state);
      if (options.json === true) return showJson(screen, decisions);
      showDecisions(screen, decisions);
    });
}

async function reveal(screen: Screen, value: number, options: ShowOptions, command: Command): Promise<void> {
  const { as, why, second } = options;
  if (as === undefined || why === undefined) command.error('--reveal needs --as NAME and --why REASON');
  // A pipe, a file and a script's variable keep what a terminal forgets.
  if (!screen.isTerminal || options.json === true)
    throw new Refusal('no-terminal', ['a value is shown on a terminal only: not in a pipe, a file or JSON']);
  const shown = await revealValue(options.state, {
    value,
    why,
    first: toSigningOrder({ ...options, as }),
    second: second === undefined ? null : toSigningOrder(toSecond(second, options)),
  });
  screen.line(screen.dim(`Entry ${shown.entry} of the log has who saw this and why.`));
  screen.line(shown.text);
}

function toSecond(as: string, { secondKey, secondPassphraseFile }: ShowOptions): SigningOptions {
  return {
    as,
    ...(secondKey === undefined ? {} : { key: secondKey }),
    ...(secondPassphraseFile === undefined ? {} : { passphraseFile: secondPassphraseFile }),
  };
}

function withFilter(command: Command): Command {
  return command
    .option('--kind <kind>', 'of this kind: credential, access-code, …')
    .addOption(new Option('--confidence <confidence>', 'as detected').choices(['certain', 'likely', 'weak']))
    .addOption(new Option('--is <state>', 'after decisions').choices(['counted', 'waiting', 'dismissed']))
    .option('--party <party>', 'in mail of this party')
    .option('--custodian <custodian>', 'in this mailbox')
    .option('--value <number>', 'this value', parseNumber)
    .option('--sender <address>', 'in mail of this sender')
    .option('--rule <detector>', 'found by this detector');
}

function toFilter(options: FilterOptions & { readonly is?: string }): FindingFilter {
  const { kind, confidence, is, party, custodian, value, sender, rule } = options;
  const given = { kind, confidence, state: is, party, custodian, value, sender, rule };
  return Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined));
}
