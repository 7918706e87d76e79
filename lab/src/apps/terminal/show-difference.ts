import { formatCount } from '@candor/core/base';
import type { PartyChange, PartyCounts, VersionDifference } from '../../commands/exposure/compare-runs.ts';
import { type Screen, toColumns, toRows, toVisible } from './screen.ts';

/** Rows of each table on the screen; --json has all. */
const shownRows = 30;

export function showDifference(screen: Screen, difference: VersionDifference): void {
  screen.line(screen.bold(`Exposure ${difference.from} → ${difference.to}`));
  const head = ['custodian', 'rose', 'fell', 'appeared', 'vanished', 'same'];
  const custodians = Object.entries(difference.custodians).map(([custodian, counts]) => [
    toVisible(custodian),
    ...[counts.rose, counts.fell, counts.appeared, counts.vanished, counts.same].map(formatCount),
  ]);
  for (const line of toColumns([head, ...custodians], [1, 2, 3, 4, 5])) screen.line(`  ${line}`);
  screen.line();
  screen.line(screen.bold(`Parties that changed (${formatCount(difference.parties.length)})`));
  const parties = difference.parties
    .slice(0, shownRows)
    .map((party) => [toVisible(party.party), party.change, toFigures(party)]);
  for (const line of toRows(parties, screen.width - 2)) screen.line(`  ${line}`);
  screen.line();
  screen.line(screen.bold(`Copies that changed (${formatCount(difference.changes.length)})`));
  const changes = difference.changes
    .slice(0, shownRows)
    .map((change) => [
      change.change,
      `${'before' in change ? change.before : '–'} → ${'after' in change ? change.after : '–'}`,
      toVisible(change.location),
    ]);
  for (const line of toRows(changes, screen.width - 2)) screen.line(`  ${line}`);
  if (difference.changes.length > shownRows || difference.parties.length > shownRows)
    screen.line(screen.dim('  candor diff --json has all of them.'));
}

const figures = [
  ['messages', 'exposed'],
  ['accessed', 'opened'],
  ['presumed', 'taken as copied'],
  ['partial', 'seen in part'],
  ['possible', 'not ruled out'],
  ['undetermined', 'log cannot tell'],
] as const satisfies readonly (readonly [keyof PartyCounts, string])[];

/** The figures that differ: a message that only went from one verdict to another leaves the sum as it was. */
function toFigures({ before, after }: PartyChange): string {
  return figures
    .map(([figure, words]) => ({ words, old: before?.[figure] ?? 0, now: after?.[figure] ?? 0 }))
    .filter(({ old, now }) => old !== now)
    .map(({ words, old, now }) => `${words} ${formatCount(old)} → ${formatCount(now)}`)
    .join(', ');
}
