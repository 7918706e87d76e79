import { formatAmount, formatSpan } from '@candor/core/base';
import type { ShownAlerts } from '../../commands/read-alerts.ts';
import { type Screen, toRows, toVisible, wrap } from './screen.ts';

/** What hints that the intruder is still there, and the sessions that somebody should decide on. */
export function showAlerts(screen: Screen, alerts: ShownAlerts): void {
  const { afterContainment, afterContainmentCount, fresh, suggestedSessions } = alerts;
  screen.line(screen.bold("The intruder's records after containment"));
  if (afterContainmentCount === 0) screen.line('  none');
  const records = afterContainment.map((record) => [
    record.time,
    record.labelRule,
    toVisible(record.operation),
    toVisible(record.sources.join(', ')),
  ]);
  for (const line of toRows(records, screen.width - 2)) screen.line(`  ${line}`);
  const left = afterContainmentCount - afterContainment.length;
  if (left > 0) screen.line(screen.dim(`  ${formatAmount(left, 'more', 'more')}: records.jsonl has all.`));
  showNames(screen, 'Mailboxes reached since the previous version', fresh.mailboxes);
  showNames(screen, "New sessions at the intruder's addresses since the previous version", fresh.sessions);
  if (suggestedSessions.length === 0) return;
  screen.line();
  screen.line(screen.bold("Sessions at the intruder's addresses that nobody listed"));
  const sessions = suggestedSessions.map(({ session, records: count, address, first, last }) => [
    toVisible(session),
    formatAmount(count, 'record'),
    toVisible(address),
    formatSpan(first, last),
  ]);
  for (const line of toRows(sessions, screen.width - 2)) screen.line(`  ${line}`);
  const mend =
    "Candor applies none of them. Add the intruder's sessions to intruder.sessions in the incident file, and run again.";
  for (const line of wrap(mend, screen.width - 2, '  ')) screen.line(screen.dim(line));
}

function showNames(screen: Screen, title: string, names: readonly string[]): void {
  if (names.length === 0) return;
  screen.line();
  screen.line(screen.bold(title));
  for (const name of names) screen.line(`  ${toVisible(name)}`);
}
