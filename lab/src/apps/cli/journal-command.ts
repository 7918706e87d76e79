import { formatAmount, formatTime } from '@candor/core/base';
import type { Journal, JournalLine } from '../../commands/journal/read-journal.ts';
import { journal } from '../../operations/journal.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { type Screen, showTable, toVisible } from './show/screen.ts';

const command = commandFor(journal, {
  group: 'Transparency: what outsiders can check',
  examples: [
    'candor journal',
    'candor journal --person "Ines Adler" --act party',
    'candor journal --day 2001-10-15 --json',
  ],
  notes:
    'Read from the chain of decisions, the log and the jobs of the console. Runs, drafts and marks made at the command line are not in it. Without a signature a name is what somebody typed: `candor decisions` says which.',
  show: showJournal,
});

export const COMMANDS: readonly CommandEntry[] = [command];

function showJournal(screen: Screen, { lines, total }: Journal): void {
  if (lines.length === 0) {
    screen.line(
      total === 0
        ? 'The journal has no line yet.'
        : `No line matches; ${formatAmount(total, 'line')} without the filter.`,
    );
    return;
  }
  const rows = lines.map((line) => [
    formatTime(line.at),
    `${line.source} ${line.number}`,
    line.act,
    toVisible(line.people.join(', ')),
    toVisible(toWhat(line)),
  ]);
  showTable(screen, [['when', 'where', 'what', 'who', 'about what, why'], ...rows]);
}

function toWhat({ rows, more, why }: JournalLine): string {
  const [first, ...others] = rows;
  const rest = others.length + more;
  const about =
    first === undefined
      ? ''
      : `${first.what}${first.before === null && first.after === null ? '' : `: ${first.before ?? '–'} → ${first.after ?? '–'}`}${rest === 0 ? '' : ` and ${rest} more`}`;
  return [about, why ?? ''].filter((part) => part !== '').join('; ');
}
