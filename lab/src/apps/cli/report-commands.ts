import { formatAmount } from '@candor/core/base';
import { GDPR_REQUIREMENTS, type ReportLine } from '@candor/core/transparency';
import type { Command } from 'commander';
import { type MadeReport, reportGdpr } from '../../commands/transparency/report-gdpr.ts';
import { transparencyGroup } from './log-commands.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type Screen, toVisible, wrap } from './show/screen.ts';

/** Statements to authorities, computed from exposure, incident file and log. */
export function addReportCommands(program: Command, screen: Screen): void {
  const report = program
    .command('report')
    .helpGroup(transparencyGroup)
    .description('reports for authorities: each line a figure, a statement of yours, or a task for a person')
    .addHelpText('after', '\nExamples\n  candor report gdpr33\n  candor report gdpr33 --out article-33.txt');
  report.exitOverride();
  withState(
    report
      .command('gdpr33')
      .addOption(new WrittenOption('--out <file>', 'the report as a file, each figure with its formula'))
      .description('what Article 33 of the GDPR asks of a notification to the supervisory authority, and its clock')
      .addHelpText(
        'after',
        `
Examples
  candor report gdpr33
  candor report gdpr33 --out article-33.txt
  candor report gdpr33 --json

The 72 hours run from \`candor case set aware\`, else from \`notice.discovered\` of the incident file. Tasks name what neither evidence nor incident file says: nothing is guessed. Sources: GDPR Articles 33 and 34, EDPB Guidelines 9/2022.`,
      ),
  ).action(async (options: StateOption & { out?: string }) => {
    const made = await reportGdpr(options.state, options.out ?? null);
    if (options.json === true) return showJson(screen, made);
    showGdpr(screen, made);
  });
}

const column = 10;

function showGdpr(screen: Screen, { incident, organization, report, file }: MadeReport): void {
  screen.line(screen.bold(`Article 33 GDPR: ${toVisible(organization)}, ${toVisible(incident)}`));
  const articles = [...new Set(report.lines.map(({ article }) => article))];
  for (const article of articles) {
    const [ask = '', ...more] = wrap(GDPR_REQUIREMENTS[article], screen.width - column);
    screen.line(screen.dim(`${article.padEnd(column)}${ask}`));
    for (const line of more) screen.line(screen.dim(`${' '.repeat(column)}${line}`));
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
  for (const part of wrap(text, screen.width - column))
    screen.line(`${' '.repeat(column)}${line.is === 'task' ? screen.warn(part) : part}`);
}
