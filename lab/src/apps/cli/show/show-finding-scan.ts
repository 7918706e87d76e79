import { formatAmount, formatCount } from '@candor/core/base';
import type { Evaluation, Share } from '@candor/core/impact/detectors';
import type { FindingScan } from '../../../commands/impact/scan-findings.ts';
import { type Screen, showText, toColumns, toVisible } from './screen.ts';
import { toUnreadWords } from './unread-words.ts';

/** Maximum listed findings; the file has all. */
const LISTED = 20;

/** What was found, by kind, and where to read on. */
export function showFindingScan(screen: Screen, scan: FindingScan, out: string | null): void {
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
      showText(screen, toVisible(`${finding.kind} ${finding.mask} in ${place}`), { indent: '  ' });
    }
    if (findings.length > LISTED) screen.line(screen.dim(`  and ${formatCount(findings.length - LISTED)} more`));
    screen.line();
  }
  for (const [reason, number] of Object.entries(scan.unread))
    screen.line(`Not read in ${formatAmount(number, 'message')}: ${toUnreadWords(reason, scan.unreadSizes[reason])}.`);
  if (scan.problems.length > 0)
    screen.line(screen.warn(`${formatAmount(scan.problems.length, 'problem')} while reading: --json lists them.`));
  screen.line(
    out === null
      ? screen.dim('--out FILE writes findings.jsonl.')
      : toVisible(`Written: ${out}. It contains no values.`),
  );
}

/** Recall and precision by kind, each with its interval of 95 %. */
export function showEvaluation(screen: Screen, evaluation: Evaluation, isListed: boolean): void {
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
