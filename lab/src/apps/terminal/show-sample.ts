import { formatAmount, formatCount, formatInstant } from '@candor/core/base';
import type { ErasedFindings } from '../../commands/impact/erase-findings.ts';
import type { SampleDrawn, SampleView } from '../../commands/impact/sample-findings.ts';
import { type Screen, toVisible, wrap } from './screen.ts';

export function showDrawn(screen: Screen, { sample, rows, out }: SampleDrawn): void {
  screen.line(toVisible(`Sample ${sample}: ${formatAmount(rows, 'message')} in ${out}.`));
  screen.line('Write yes, no or unsure into the column "holds", then read it back with --answers.');
}

/** What was found and what was missed, with intervals of 95 %. */
export function showSampleView(screen: Screen, view: SampleView): void {
  const { sizes, estimate } = view;
  screen.line(screen.bold(toVisible(`Sample ${view.sample}, drawn by ${view.by} on ${formatInstant(view.at)}`)));
  screen.line(`From ${formatCount(sizes.flagged)} messages with findings and ${formatCount(sizes.unflagged)} without.`);
  if (estimate === null) {
    screen.line('Nobody has judged it yet: --answers reads the sheet back.');
    return;
  }
  screen.line(`${formatAmount(view.answered, 'message')} judged, ${formatCount(view.unsure)} of them unsure.`);
  screen.line();
  const { precision, elusion, recall, missed } = estimate;
  screen.line(`  precision   ${toRange(precision)}   flagged messages that hold something`);
  screen.line(`  elusion     ${toRange(elusion)}   other messages that hold something`);
  screen.line(`  recall      ${toRange(recall)}   messages that hold something and are flagged`);
  if (missed.least !== null && missed.most !== null)
    screen.line(`  missed      ${formatCount(missed.least)} to ${formatCount(missed.most)} messages`);
  screen.line();
  const method =
    'Intervals of 95 % (Wilson 1927). Recall takes the worse ends of both shares at once, and the better ones.';
  for (const line of wrap(method, screen.width, '')) screen.line(screen.dim(line));
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

export function showErased(screen: Screen, { key, findings, messages, entry }: ErasedFindings): void {
  screen.line(key ? 'The key is destroyed.' : 'There was no key any more.');
  screen.line(`Erased: ${formatAmount(findings, 'finding')} of ${formatAmount(messages, 'message')}.`);
  if (entry !== null) screen.line(`Entry ${entry} of the log has who did it and why.`);
}
