import { formatAmount, formatCount } from '@candor/core/base';
import type { Arrivals } from '../../../commands/read-arrivals.ts';
import { formatBytes } from './number.ts';
import { type Screen, toVisible } from './screen.ts';

/** What a run would read. */
export function showArrivals(screen: Screen, arrivals: Arrivals): void {
  const { version, next, refusals, fresh, again, gone, unnamed, isFileChanged, isWhole } = arrivals;
  if (refusals.length > 0) {
    screen.line('A run would be refused:');
    for (const reason of refusals) screen.line(toVisible(reason));
    return;
  }
  screen.line(
    version === null ? `A run makes exposure ${next}.` : `A run makes exposure ${next} if it differs from ${version}.`,
  );
  screen.line(`new          ${toWords(fresh)}`);
  screen.line(`changed      ${toWords(again)}; at most so much is read again`);
  screen.line(`missing      ${formatAmount(gone, 'log', 'logs')} of exposure ${version ?? 0}`);
  screen.line(`not named    ${formatAmount(unnamed, 'log or mailbox', 'logs and mailboxes')} in the evidence folder`);
  if (isFileChanged) screen.line('The incident file was changed since.');
  if (!isWhole) screen.line('Not every file was looked at: there are too many.');
}

function toWords({ logs, mailboxes, bytes }: Arrivals['fresh']): string {
  return `${formatCount(logs)} logs, ${formatCount(mailboxes)} mailboxes, ${formatBytes(bytes)}`;
}
