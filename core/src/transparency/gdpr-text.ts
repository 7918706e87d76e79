import { formatTime, type Instant, toVisible } from '@candor/core/base';
import { GDPR_REQUIREMENTS, type GdprArticle, type ReportLine } from './gdpr-article.ts';
import type { GdprReport } from './gdpr-report.ts';

/**
 * The report as one text file (Markdown) for people: every line with its formula and version, its key of the incident
 * file, or as a task.
 */
export function toGdprText(
  report: GdprReport,
  { incident, organization, at }: { readonly incident: string; readonly organization: string; readonly at: Instant },
): string {
  const articles = [...new Set(report.lines.map(({ article }) => article))];
  const parts = articles.flatMap((article) =>
    toPart(
      article,
      report.lines.filter((line) => line.article === article),
    ),
  );
  return [
    `# Article 33 GDPR: ${toVisible(organization)}, incident ${toVisible(incident)}`,
    '',
    `Made ${formatTime(at)} by Candor, report version ${report.v}. ${report.tasks} lines are left for a person, each with an open box.`,
    '',
    ...parts,
    '## Sources',
    '',
    ...report.sources.map((source) => `- ${source}`),
    `- clock: ${report.clock.hours} hours from ${report.clock.from} (${report.clock.source})`,
    '',
  ].join('\n');
}

function toPart(article: GdprArticle, lines: readonly ReportLine[]): readonly string[] {
  return [`## Article ${article}`, '', `Asks: ${GDPR_REQUIREMENTS[article]}.`, '', ...lines.map(toLine), ''];
}

function toLine(line: ReportLine): string {
  switch (line.is) {
    case 'figure':
      return `- ${line.text}\n  (${line.figure.name}: ${line.figure.formula}; formula version ${line.figure.version})`;
    case 'stated':
      return `- ${line.text}\n  (from ${line.from})`;
    case 'task':
      return `- [ ] ${line.text}`;
  }
}
