import { formatCount } from '@candor/core/base';
import { type Deadline, type IncidentRow, toShownName } from '../../commands/incidents/list-incidents.ts';
import { incidents } from '../../operations/incidents.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { cut, type Screen, toRows, toVisible } from './show/screen.ts';

const deadlineWords: Readonly<Record<Deadline['what'], string>> = {
  authority: '72 hours from awareness',
  update: 'promised update',
  delay: 'a delay ends',
};

const command = commandFor(incidents, {
  group: 'Whole incident',
  hasJson: 'print the list as JSON',
  examples: ['candor incidents', 'candor incidents cases/ --json', 'candor incidents cases/ --code 7KQ3-…'],
  notes:
    'Each incident has a state of its own. Those of one domain share a log, a key and a site (docs/runbooks/second-incident.md).',
  show: (screen, rows, { input }) => showIncidents(screen, rows, input.folder, input.code),
});

export const COMMANDS: readonly CommandEntry[] = [command];

/** One line per incident with its soonest deadline, and its state below. */
function showIncidents(screen: Screen, rows: readonly IncidentRow[], folder: string, code: string | null): void {
  if (rows.length === 0) {
    screen.line(
      code === null
        ? `${toVisible(folder)}: there is no state of an incident. \`candor run <incident.yaml>\` makes one.`
        : `${toVisible(folder)}: no incident here issued a notice with this code.`,
    );
    return;
  }
  const head = ['incident', 'stage', 'sent', 'returned', 'posted', 'of', 'next deadline', 'last act', 'state'];
  const table = rows.map((row) => [
    cut(toShownName(row)),
    row.fault === null ? row.stage : 'unreadable',
    formatCount(row.parties.sent),
    formatCount(row.parties.returned),
    formatCount(row.parties.posted),
    formatCount(row.partiesExposed),
    toDeadline(row),
    row.last === null ? '–' : `${row.last.what} ${toMinute(row.last.at)}`,
    toVisible(row.state),
  ]);
  for (const [at, line] of toRows([head, ...table], screen.width, [2, 3, 4, 5]).entries())
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
