import { formatAmount, formatCount, formatInstant, type Instant, readInstant } from '@candor/core/base';
import { type Command, InvalidArgumentError } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { eraseFindings, type FindingsErasure } from '../../commands/impact/erase-findings.ts';
import { listPeople, readFindingFigures } from '../../commands/impact/list-people.ts';
import { readPrivilegeLog } from '../../commands/impact/privilege-log.ts';
import {
  drawSample,
  readSample,
  type SampleDrawn,
  type SampleView,
  showSample,
} from '../../commands/impact/sample-findings.ts';
import { type DecidingOptions, parseReason, toDecidedBy, withOptionalDeciding } from './deciding.ts';
import { parseNumber, type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type Screen, toRows, toVisible, wrap } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { printApprovalStep } from './show/show-enrollment.ts';
import { showFindingFigures, showPeople, showPrivilege } from './show/show-people.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

interface PrivilegeOptions extends StateOption, Partial<DecidingOptions> {
  readonly out?: string;
  readonly hold?: boolean;
}

interface SampleOptions extends StateOption {
  readonly out?: string;
  readonly answers?: string;
  readonly flagged: number;
  readonly unflagged: number;
  readonly by?: string;
}

interface EraseOptions extends StateOption, SigningOptions {
  readonly before?: Instant;
  readonly why?: string;
}

/** Of a digest that is typed. */
const SHOWN_DIGITS = 12;
/** Default messages per stratum. */
const FLAGGED = 200;
const UNFLAGGED = 400;

/** What a search is measured by, and how its results end. */
export function addFindingDutyCommands(findings: Command, screen: Screen): void {
  withState(
    findings
      .command('sample')
      .addOption(new WrittenOption('--out <file>', 'draw a sample and write the sheet to fill in'))
      .option('--flagged <number>', 'messages in which something was found', parseNumber, FLAGGED)
      .option('--unflagged <number>', 'messages in which nothing was found', parseNumber, UNFLAGGED)
      .option('--answers <file>', 'read the sheet back')
      .option('--by <name>', 'who draws (default: the account that runs this)')
      .description('measure what was found and what was missed, by a blind sample that people judge'),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor findings sample --out sheet.csv\n  candor findings sample --answers sheet.csv\n  candor findings sample\n\nWrite yes, no or unsure into the column `holds`: does the message hold a secret or personal data? The sheet does not tell what was found.',
    )
    .action(async (options: SampleOptions, command: Command) => {
      const { state, out, answers, flagged, unflagged, by = accountName() } = options;
      if (out !== undefined && answers !== undefined)
        command.error('draw a sample (--out) or read one back (--answers)');
      if (out !== undefined) {
        const drawn = await drawSample(state, { out, flagged, unflagged, by });
        if (options.json === true) return showJson(screen, drawn);
        return showDrawn(screen, drawn);
      }
      const view = answers === undefined ? await showSample(state) : await readSample(state, answers);
      if (options.json === true) return showJson(screen, view);
      showSampleView(screen, view);
    });
  withState(
    findings
      .command('people')
      .addOption(new WrittenOption('--out <file>', 'write people.csv'))
      .description('whose personal data was in exposed mail: people by kind, messages and country'),
  )
    .addHelpText('after', '\nExample\n  candor findings people --out people.csv')
    .action(async (options: StateOption & { out?: string }) => {
      const lines = await listPeople(options.state, options.out ?? null);
      if (options.json === true) return showJson(screen, lines);
      showPeople(screen, lines, options.out ?? null);
    });
  withState(
    findings
      .command('figures')
      .description('persons, records, categories and countries, each with its formula, and what could not be read'),
  )
    .addHelpText('after', '\nExample\n  candor findings figures --json')
    .action(async (options: StateOption) => {
      const figures = await readFindingFigures(options.state);
      if (options.json === true) return showJson(screen, figures);
      showFindingFigures(screen, figures);
    });
  withState(
    withOptionalDeciding(findings.command('privilege'), 'with --hold')
      .addOption(new WrittenOption('--out <file>', 'write the privilege log (CSV, without subjects)'))
      .option('--hold', 'hold each of them back from every party until counsel has decided')
      .description("exposed mail with counsel's addresses or a mark of privilege"),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor findings privilege --out privilege.csv\n  candor findings privilege --hold --why "counsel asked"\n\nAddresses and domains of counsel stand under `counsel` in the incident file. A mark that a sender writes below most mails is a footer and holds nothing.',
    )
    .action(async (options: PrivilegeOptions, command: Command) => {
      const { why, out = null } = options;
      if (options.hold === true && why === undefined) command.error('--hold needs --why REASON');
      const hold = options.hold === true && why !== undefined ? toDecidedBy({ ...options, why }) : null;
      const log = await readPrivilegeLog(options.state, { out, hold });
      if (options.json === true) return showJson(screen, log);
      showPrivilege(screen, log, out, options.state);
      if (log.decision !== null) showDecisionMade(screen, log.decision);
    });
  withSigning(
    withState(
      findings
        .command('erase')
        .option('--before <time>', 'only findings that were recorded before it: 2026-01-31T00:00:00Z', parseTime)
        .option('--why <reason>', 'the reason, which the second operator reads', parseReason)
        .description('erase findings for good; it cannot be taken back, so two operators must agree'),
    ),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor findings erase --why "legal term over" --as "Ines Adler" --key ines.key\n  candor findings erase --as "Omar Bell" --key omar.key --digest 9c2e41aa      the second one carries it out\n  candor findings erase --before 2026-01-31T00:00:00Z --why "not needed any more" --as "Ines Adler"\n\nThe key goes first, then places and masks. What was erased is not searched again. Of the rest the next run makes new hashes under a new key. Copies of the key in backups are yours to destroy.',
    )
    .action(async (options: EraseOptions) => {
      const { before = null, why = null, digest = null } = options;
      const erased = await eraseFindings(options.state, { before, why, digest, signing: toSignature(options, screen) });
      if (options.json === true) return showJson(screen, erased);
      showErased(screen, erased, before, options.state);
    });
}

function parseTime(text: string): Instant {
  const time = readInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  if (time === null) throw new InvalidArgumentError('a time such as 2026-01-31T00:00:00Z, or a day, is needed');
  return time;
}

function showDrawn(screen: Screen, { sample, rows, out }: SampleDrawn): void {
  showWrapped(screen, `Sample ${sample}: ${formatAmount(rows, 'message')} in ${out}.`);
  showWrapped(screen, 'Write yes, no or unsure into the column "holds", then read it back with --answers.');
}

/** What was found and what was missed, with intervals of 95 %. */
export function showSampleView(screen: Screen, view: SampleView): void {
  const { sizes, estimate } = view;
  screen.line(screen.bold(toVisible(`Sample ${view.sample}, drawn by ${view.by} on ${formatInstant(view.at)}`)));
  showWrapped(
    screen,
    `From ${formatCount(sizes.flagged)} messages with findings and ${formatCount(sizes.unflagged)} without.`,
  );
  if (estimate === null) {
    showWrapped(screen, 'Nobody has judged it yet: --answers reads the sheet back.');
    return;
  }
  showWrapped(screen, `${formatAmount(view.answered, 'message')} judged, ${formatCount(view.unsure)} of them unsure.`);
  screen.line();
  const { precision, elusion, recall, missed } = estimate;
  const rows = [
    ['precision', toRange(precision), 'flagged messages that hold something'],
    ['elusion', toRange(elusion), 'other messages that hold something'],
    ['recall', toRange(recall), 'messages that hold something and are flagged'],
    ...(missed.least === null || missed.most === null
      ? []
      : [['missed', `${formatCount(missed.least)} to ${formatCount(missed.most)} messages`]]),
  ];
  for (const line of toRows(rows, screen.width - 2)) screen.line(`  ${line}`);
  screen.line();
  const method =
    'Intervals of 95 % (Wilson 1927). Recall takes the worse ends of both shares at once, and the better ones.';
  for (const line of wrap(method, screen.width, '')) screen.line(screen.dim(line));
}

function showWrapped(screen: Screen, text: string): void {
  for (const line of wrap(toVisible(text), screen.width)) screen.line(line);
}

function toRange({
  share,
  low,
  high,
}: {
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}): string {
  if (share === null || low === null || high === null) return 'not known';
  return `${share.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

function showErased(screen: Screen, erasure: FindingsErasure, before: Instant | null, state: string): void {
  const since = before === null ? '' : ` --before ${formatInstant(before)}`;
  printApprovalStep(screen, erasure, {
    done: 'It was carried out.',
    next: `candor findings erase${since} --as NAME --key FILE --digest ${erasure.digest.slice(0, SHOWN_DIGITS)}`,
    state,
  });
  if (erasure.erased === null) return;
  const { key, findings, messages } = erasure.erased;
  screen.line(key ? 'The key is destroyed.' : 'There was no key any more.');
  screen.line(`Erased: ${formatAmount(findings, 'finding')} of ${formatAmount(messages, 'message')}.`);
}
