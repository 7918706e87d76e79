import { formatAmount, formatCount } from '@candor/core/base';
import type { Evaluation, Share } from '@candor/core/impact/detectors';
import { type Command, InvalidArgumentError } from 'commander';
import { evaluateLabels } from '../../commands/impact/sample-findings.ts';
import { type FindingScan, scanFindings } from '../../commands/impact/scan-findings.ts';
import { addFindingDutyCommands } from './finding-duty-commands.ts';
import { addFoundCommands } from './found-commands.ts';
import { parseWorkers, showJson, WrittenOption } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toColumns, toVisible, wrap } from './show/screen.ts';
import { UNREAD_WORDS } from './show/unread-words.ts';

/** Maximum listed findings; the file has all. */
const LISTED = 20;

interface ScanOptions {
  readonly out?: string;
  readonly workers: number;
  readonly json?: boolean;
  readonly sensitive?: boolean;
  readonly ocr?: boolean;
}

interface EvaluateOptions extends ScanOptions {
  readonly folds: number;
  readonly mail: string;
  readonly list?: boolean;
}

const MOST_FOLDS = 20;

function parseFolds(text: string): number {
  const folds = Number(text);
  if (!Number.isInteger(folds) || folds < 2 || folds > MOST_FOLDS)
    throw new InvalidArgumentError(`a whole number from 2 to ${MOST_FOLDS} is needed`);
  return folds;
}

/** What was in the mail: passwords, keys, numbers of cards, accounts and persons. */
export function addFindingCommands(program: Command, screen: Screen): void {
  const findings = program
    .command('findings')
    .helpGroup('Impact: whose mail it was')
    .description('passwords, keys and personal data in mail')
    .addHelpText(
      'after',
      `
Examples
  candor findings
  candor findings list --is waiting
  candor findings dismiss --sender news@shop.example --why "order numbers"
  candor findings scan mailboxes/lokay --out findings.jsonl
  candor findings evaluate labels.jsonl --mail mail

Values are never stored: a finding is a place, a kind and a mask.`,
    )
    .exitOverride();
  addFoundCommands(findings, screen);
  addFindingDutyCommands(findings, screen);
  findings
    .command('scan')
    .argument('<path>', 'a mailbox: a file or a folder in any form that candor run reads')
    .addOption(new WrittenOption('--out <file>', 'write findings.jsonl'))
    .option('--sensitive', 'count messages with data on health and other specially protected data')
    .option('--ocr', 'read pictures and scanned pages too (slow; needs the optional packages)')
    .option('--workers <number>', 'reader processes', parseWorkers, 1)
    .option('--json', 'machine-readable')
    .description('search any mailbox, without an incident')
    .addHelpText(
      'after',
      '\nExamples\n  candor findings scan mailboxes/lokay.mbox\n  candor findings scan mail --out findings.jsonl',
    )
    .action(async (path: string, options: ScanOptions) => {
      const progress = openProgress(process.stderr, () => performance.now());
      const settings = { sensitive: options.sensitive === true, ocr: options.ocr === true };
      const scan = await scanFindings(path, { out: options.out ?? null, workers: options.workers, progress, settings });
      if (options.json === true) return showJson(screen, scan);
      showFindingScan(screen, scan, options.out ?? null);
    });
  findings
    .command('evaluate')
    .argument('<labels>', 'labels.jsonl: {"message","kind","offsets","length","settled"} a line')
    .requiredOption('--mail <path>', 'the mail that was labelled')
    .option('--folds <number>', 'parts of the messages that are shown apart', parseFolds, 5)
    .option('--list', 'every label that was missed and every finding without one')
    .option('--workers <number>', 'reader processes', parseWorkers, 1)
    .option('--json', 'machine-readable')
    .description('precision and recall against labels made by hand')
    .addHelpText(
      'after',
      '\nExamples\n  candor findings evaluate labels.jsonl --mail mail\n  candor findings evaluate labels.jsonl --mail mail --list',
    )
    .action(async (labels: string, options: EvaluateOptions) => {
      const progress = openProgress(process.stderr, () => performance.now());
      const evaluation = await evaluateLabels(labels, options.mail, {
        workers: options.workers,
        folds: options.folds,
        progress,
      });
      if (options.json === true) return showJson(screen, evaluation);
      showEvaluation(screen, evaluation, options.list === true);
    });
}

/** What was found, by kind, and where to read on. */
function showFindingScan(screen: Screen, scan: FindingScan, out: string | null): void {
  const { findings, messages } = scan;
  screen.line(screen.bold(`${formatAmount(findings.length, 'finding')} in ${formatAmount(messages, 'message')}`));
  screen.line();
  if (findings.length > 0) {
    const kinds = Object.entries(Object.groupBy(findings, ({ kind }) => kind));
    const count = (kind: readonly { confidence: string }[], confidence: string): string =>
      formatCount(kind.filter((each) => each.confidence === confidence).length);
    const rows = kinds.map(([kind, all = []]) => [
      count(all, 'certain'),
      count(all, 'likely'),
      count(all, 'weak'),
      formatCount(new Set(all.map(({ value }) => value)).size),
      kind,
    ]);
    for (const line of toColumns([['certain', 'likely', 'weak', 'values', 'kind'], ...rows], [0, 1, 2, 3]))
      screen.line(`  ${line}`);
    screen.line();
    for (const finding of findings.slice(0, LISTED)) {
      const place = `${finding.location}, part ${finding.part} at ${formatCount(finding.offset)}`;
      for (const line of wrap(toVisible(`${finding.kind} ${finding.mask} in ${place}`), screen.width, '  '))
        screen.line(line);
    }
    if (findings.length > LISTED) screen.line(screen.dim(`  and ${formatCount(findings.length - LISTED)} more`));
    screen.line();
  }
  for (const [reason, number] of Object.entries(scan.unread))
    screen.line(`Not searched: ${formatCount(number)} ${UNREAD_WORDS[reason] ?? reason}.`);
  if (scan.problems.length > 0)
    screen.line(screen.warn(`${formatAmount(scan.problems.length, 'problem')} while reading: --json lists them.`));
  screen.line(
    out === null
      ? screen.dim('--out FILE writes findings.jsonl.')
      : toVisible(`Written: ${out}. It contains no values.`),
  );
}

/** Recall and precision by kind, each with its interval of 95 %. */
function showEvaluation(screen: Screen, evaluation: Evaluation, isListed: boolean): void {
  const toRow = ({ kind, recall, precision }: Evaluation['kinds'][number]): string[] => [
    kind,
    formatCount(recall.of),
    formatCount(recall.count),
    toText(recall),
    formatCount(precision.of),
    formatCount(precision.count),
    toText(precision),
  ];
  const head = ['kind', 'labels', 'found', 'recall', 'findings', 'right', 'precision'];
  for (const line of toColumns([head, ...evaluation.kinds.map(toRow), ...evaluation.folds.map(toRow)], [1, 2, 4, 5]))
    screen.line(line);
  if (!isListed) return;
  screen.line();
  for (const { message, kind, offsets } of evaluation.missed)
    screen.line(toVisible(`missed ${message} ${kind} at ${formatCount(offsets[0] ?? 0)}`));
  for (const { message, kind, offset } of evaluation.wrong)
    screen.line(toVisible(`wrong  ${message} ${kind} at ${formatCount(offset)}`));
}

function toText({ share, low, high }: Share): string {
  if (share === null || low === null || high === null) return '-';
  return `${share.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;
}
