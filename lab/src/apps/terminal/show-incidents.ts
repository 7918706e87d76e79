import { formatCount } from '@candor/core/base';
import type { Deadline, IncidentRow } from '../../commands/incidents/list-incidents.ts';
import { toShownName } from '../../commands/incidents/list-incidents.ts';
import { cut, type Screen, toRows, toVisible } from './screen.ts';

const deadlineWords: Readonly<Record<Deadline['what'], string>> = {
  authority: '72 hours from the discovery',
  update: 'promised update',
  delay: 'a delay ends',
};

/** One line for each incident, soonest deadline beside it, and below which state it is. */
export function showIncidents(screen: Screen, rows: readonly IncidentRow[], folder: string, code: string | null): void {
  if (rows.length === 0) {
    screen.line(
      code === null
        ? `${toVisible(folder)}: there is no state of an incident. \`candor run <incident.yaml>\` makes one.`
        : `${toVisible(folder)}: no incident here issued a notice with this code.`,
    );
    return;
  }
  const head = ['incident', 'stage', 'told', 'of', 'next deadline', 'last act', 'state'];
  const table = rows.map((row) => [
    cut(toShownName(row)),
    row.fault === null ? row.stage : 'unreadable',
    formatCount(row.partiesTold),
    formatCount(row.partiesExposed),
    toDeadline(row),
    row.last === null ? '–' : `${row.last.what} ${toMinute(row.last.at)}`,
    toVisible(row.state),
  ]);
  for (const [at, line] of toRows([head, ...table], screen.width, [2, 3]).entries())
    screen.line(at === 0 ? screen.bold(line) : line);
  for (const { state, fault } of rows)
    if (fault !== null) screen.line(screen.warn(`${toVisible(state)}: ${toVisible(fault)}`));
  screen.line();
  for (const { state, fault } of rows)
    if (fault === null) screen.line(`Next   ${screen.typed('candor status', state)}`);
}

function toDeadline({ deadlines }: IncidentRow): string {
  const next = deadlines.find(({ isPast }) => !isPast) ?? deadlines.at(-1);
  if (next === undefined) return '–';
  return `${toMinute(next.at)} ${deadlineWords[next.what]}${next.isPast ? ' (past)' : ''}`;
}

function toMinute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
