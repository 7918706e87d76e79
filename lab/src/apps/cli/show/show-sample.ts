import { formatAmount, formatCount, formatInstant } from '@candor/core/base';
import type { SampleDrawn, SampleView } from '../../../commands/impact/sample-findings.ts';
import { type Screen, showTable, showText, toVisible } from './screen.ts';

export function showDrawn(screen: Screen, { sample, rows, out }: SampleDrawn): void {
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
  showTable(screen, rows, [], '  ');
  screen.line();
  const method =
    'Intervals of 95 % (Wilson 1927). Recall takes the worse ends of both shares at once, and the better ones.';
  showText(screen, method, { paint: 'dim' });
}

function showWrapped(screen: Screen, text: string): void {
  showText(screen, toVisible(text));
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
