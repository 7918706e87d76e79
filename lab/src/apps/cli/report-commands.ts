import { formatAmount } from '@candor/core/base';
import { GDPR_REQUIREMENTS, type ReportLine } from '@candor/core/transparency';
import type { MadeReport } from '../../commands/transparency/report-gdpr.ts';
import { reportGdpr } from '../../operations/transparency.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { transparencyGroup } from './log-commands.ts';
import { type Screen, toVisible, wrap } from './show/screen.ts';

/** Width of the articles. */
const COLUMN = 10;

const examples = ['candor report gdpr33', 'candor report gdpr33 --out article-33.txt'];

const GROUP = {
  typed: 'report',
  group: transparencyGroup,
  does: 'reports for authorities: each line a figure, a statement of yours, or a task for a person',
  examples,
};

const REPORT_COMMANDS = [
  commandFor(reportGdpr, {
    examples: [...examples, 'candor report gdpr33 --json'],
    notes:
      'The 72 hours run from `candor case set aware`, else from `notice.discovered` of the incident file. Tasks name what neither evidence nor incident file says: nothing is guessed. Sources: GDPR Articles 33 and 34, EDPB Guidelines 9/2022.',
    show: showGdpr,
  }),
];

/** Statements to authorities, computed from exposure, incident file and log. */
export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, REPORT_COMMANDS)];

function showGdpr(screen: Screen, { incident, organization, report, file }: MadeReport): void {
  screen.line(screen.bold(`Article 33 GDPR: ${toVisible(organization)}, ${toVisible(incident)}`));
  const articles = [...new Set(report.lines.map(({ article }) => article))];
  for (const article of articles) {
    const [ask = '', ...more] = wrap(GDPR_REQUIREMENTS[article], screen.width - COLUMN);
    screen.line(screen.dim(`${article.padEnd(COLUMN)}${ask}`));
    for (const line of more) screen.line(screen.dim(`${' '.repeat(COLUMN)}${line}`));
    for (const line of report.lines) if (line.article === article) showLine(screen, line);
  }
  screen.line();
  screen.line(
    `${formatAmount(report.tasks, 'line is', 'lines are')} left for a person. Source: EDPB Guidelines 9/2022.`,
  );
  screen.line(
    file === null
      ? screen.dim('With formulas, as a file: candor report gdpr33 --out article-33.txt')
      : `The report with formulas is in ${toVisible(file)}.`,
  );
}

function showLine(screen: Screen, line: ReportLine): void {
  const text = line.is === 'task' ? `Task: ${line.text}` : line.text;
  for (const part of wrap(text, screen.width - COLUMN))
    screen.line(`${' '.repeat(COLUMN)}${line.is === 'task' ? screen.warn(part) : part}`);
}
