import { type Command, InvalidArgumentError } from 'commander';
import { evaluateLabels } from '../../commands/impact/evaluate-findings.ts';
import { scanFindings } from '../../commands/impact/scan-findings.ts';
import { openProgress } from '../terminal/live-progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { showEvaluation, showFindingScan } from '../terminal/show-findings.ts';
import { addFindingDutyCommands } from './finding-duty-commands.ts';
import { addFoundCommands } from './found-commands.ts';
import { parseWorkers, showJson, WrittenOption } from './options.ts';

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
