import { relative } from 'node:path';
import { formatAmount, formatSpan } from '@candor/core/base';
import type { ShownAlerts, Status } from '../../../commands/read-status.ts';
import type { Ran } from '../../../operations/incident.ts';
import { type Screen, showTable, showText, toVisible, wrap } from './screen.ts';
import { showRun } from './show-run.ts';

/** Longer lines are hard to read, however wide the terminal is. */
const longestLine = 100;

/** `status`: the newest run, and what needs a person now. */
export function showStatus(screen: Screen, { summary, ...status }: Status, state: string): void {
  showRun(screen, summary, { ...status, state, out: null });
}

/** What waits elsewhere, such as notices, needs a person as much as what the run found. */
export function showRan(
  screen: Screen,
  { status, state: path, acceptedNowhere, story }: Ran,
  out: string | null,
): void {
  const state = toShortPath(path);
  const { summary, canTell, isLookedAt } = status;
  showRun(screen, summary, { state, out, canTell, isLookedAt, ...(story === undefined ? {} : { story }) });
  showAcceptedNowhere(screen, acceptedNowhere, state);
}

/** Relative to the current folder when that is shorter. */
function toShortPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
}

/**
 * Scripts keep their --accept after a problem is gone, so that it is no mistake; but it may be a slip of the keyboard.
 */
function showAcceptedNowhere(screen: Screen, places: readonly string[], state: string): void {
  if (places.length === 0) return;
  const where = places.map(toVisible).join(', ');
  const text = `There is no problem at ${where}, so nothing was accepted. ${screen.typed('candor status --problems', state)} shows the place of each.`;
  screen.line();
  for (const line of wrap(text, Math.min(longestLine, screen.width))) screen.line(screen.warn(line));
}

/** Signs of an intruder still present, and sessions to decide on. */
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
  showTable(screen, records, [], '  ');
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
  showTable(screen, sessions, [], '  ');
  const mend =
    "Candor applies none of them. Add the intruder's sessions to intruder.sessions in the incident file, and run again.";
  showText(screen, mend, { indent: '  ', margin: 2, paint: 'dim' });
}

function showNames(screen: Screen, title: string, names: readonly string[]): void {
  if (names.length === 0) return;
  screen.line();
  screen.line(screen.bold(title));
  for (const name of names) screen.line(`  ${toVisible(name)}`);
}
