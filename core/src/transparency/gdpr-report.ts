import { formatAmount, formatCount, formatDay, formatTime, type Instant, toVisible } from '@candor/core/base';
import type { Figure, FigureValue } from '@candor/core/impact';
import { toFoundFigures } from './found-records.ts';
import {
  GDPR_CLOCK,
  GDPR_REPORT_VERSION,
  GDPR_SOURCES,
  type GdprArticle,
  type GdprFacts,
  type LegalClock,
  type ReportLine,
} from './gdpr-article.ts';

export interface GdprReport {
  readonly v: typeof GDPR_REPORT_VERSION;
  readonly report: 'gdpr33';
  readonly sources: readonly string[];
  readonly clock: LegalClock & {
    /** Null when the discovery time is not given. */
    readonly ends: Instant | null;
    readonly isOver: boolean;
  };
  readonly lines: readonly ReportLine[];
  readonly tasks: number;
}

/**
 * What Article 33 of the GDPR asks, line by line. Nothing is guessed: what the evidence and the incident file do not
 * say is a task.
 */
export function composeGdprReport(facts: GdprFacts): GdprReport {
  const ends = facts.discovered === null ? null : facts.discovered + GDPR_CLOCK.hours * 3600;
  const isOver = ends !== null && ends <= facts.at;
  const lines = [
    ...toClockLines(facts, ends, isOver),
    ...toNatureLines(facts),
    ...toContactLines(facts),
    ...toConsequenceLines(facts),
    ...toMeasureLines(facts),
    ...toProcessorLines(facts),
    ...toPhaseLines(facts),
    ...toRecordLines(facts),
  ];
  const tasks = lines.filter(({ is }) => is === 'task').length;
  return {
    v: GDPR_REPORT_VERSION,
    report: 'gdpr33',
    sources: GDPR_SOURCES,
    clock: { ...GDPR_CLOCK, ends, isOver },
    lines,
    tasks,
  };
}

const task = (article: GdprArticle, key: string, text: string): ReportLine => ({ is: 'task', article, key, text });
const stated = (article: GdprArticle, from: string, text: string): ReportLine => ({
  is: 'stated',
  article,
  from,
  text: toVisible(text),
});

function toClockLines({ discovered, at }: GdprFacts, ends: Instant | null, isOver: boolean): readonly ReportLine[] {
  const article = '33(1)';
  if (discovered === null || ends === null)
    return [
      task(
        article,
        'notice.discovered',
        'notice.discovered is missing: say when you became aware of the breach. The 72 hours begin then.',
      ),
    ];
  const hours = Math.max(1, Math.ceil(Math.abs(ends - at) / 3600));
  const clock = stated(
    article,
    'notice.discovered',
    `Discovered ${formatTime(discovered)}. The 72 hours ${isOver ? 'ended' : 'end'} ${formatTime(ends)}: ${formatAmount(hours, 'hour')} ${isOver ? 'ago' : 'left'}.`,
  );
  if (!isOver)
    return [
      clock,
      task(
        article,
        'notification',
        'Send the notification to the supervisory authority, or record why no risk is likely.',
      ),
    ];
  return [
    clock,
    task(article, 'delay', 'Give the reasons for the delay, if the authority was not notified before that time.'),
  ];
}

function toNatureLines(facts: GdprFacts): readonly ReportLine[] {
  const article = '33(3)(a)';
  const { window, figures, found } = facts;
  const line = (name: string, text: string): readonly ReportLine[] => {
    const figure = figures.find((one) => one.name === name);
    return figure === undefined
      ? []
      : [{ is: 'figure', article, text: `${text}: ${toFigureWords(figure.value)}`, figure }];
  };
  return [
    stated(
      article,
      'window',
      `Breach of confidentiality: an intruder had access to mailboxes of ${facts.organization}, possible from ${formatTime(window.start)} to ${formatTime(window.contained)}.`,
    ),
    ...line('first-access', 'First access to mail'),
    ...line('last-access', 'Last access to mail'),
    ...line('mailboxes-accessed', 'Mailboxes accessed'),
    ...line('mailboxes-in-scope', 'Mailboxes examined'),
    ...line('messages', 'Records (messages), approximate number by verdict'),
    ...line('natural-persons', 'Data subjects, approximate number'),
    ...(found === null
      ? []
      : toFoundFigures(found, GDPR_REPORT_VERSION).map(({ text, ...figure }) => count(article, text, figure))),
    ...line('parties-exposed', 'Outside parties with exposed messages, by kind'),
    ...line('parties-exposed-per-country', 'Countries, for the authorities concerned'),
    ...line('gaps', 'What the logs cannot tell: gaps by kind'),
    task(
      article,
      'subject-categories',
      'Name the categories of data subjects: customers, employees, patients, children, …',
    ),
    task(
      article,
      'record-categories',
      found === null
        ? 'Name the categories of personal data: identity, contact, financial, health, credentials, …'
        : 'Name the categories of personal data: the kinds above, and what a search does not see (it misses some, and reads no pictures).',
    ),
  ];
}

function toContactLines({ contact, sender }: GdprFacts): readonly ReportLine[] {
  const article = '33(3)(b)';
  const lines: ReportLine[] = [];
  const ways = [contact?.dpo, contact?.mail, contact?.telephone].filter((way) => way != null);
  if (contact?.dpo != null)
    lines.push(stated(article, 'notice.contact.dpo', `Data protection officer: ${contact.dpo}`));
  if (contact?.mail != null) lines.push(stated(article, 'notice.contact.mail', `Contact point, mail: ${contact.mail}`));
  if (contact?.telephone != null)
    lines.push(stated(article, 'notice.contact.telephone', `Contact point, telephone: ${contact.telephone}`));
  if (ways.length === 0)
    lines.push(
      task(
        article,
        'notice.contact',
        'notice.contact is missing: name the data protection officer or another contact point.',
      ),
    );
  else if (contact?.mail == null && contact?.telephone == null)
    lines.push(
      task(
        article,
        'notice.contact.mail',
        'notice.contact has neither mail nor telephone: say how the contact point is reached.',
      ),
    );
  if (sender?.name == null)
    lines.push(task(article, 'notice.sender.name', "notice.sender.name is missing: give the controller's full name."));
  else
    lines.push(
      stated(
        article,
        'notice.sender',
        `Controller: ${[sender.name, sender.postal].filter((part) => part !== null).join(', ')}`,
      ),
    );
  return lines;
}

function toConsequenceLines(_facts: GdprFacts): readonly ReportLine[] {
  const article = '33(3)(c)';
  return [
    task(
      article,
      'consequences',
      'Assess the likely consequences for the persons: identity theft, fraud with real threads, false invoices, use of credentials, disclosure of special categories (EDPB 9/2022, section IV).',
    ),
    task(article, 'risk', 'Decide whether the risk is high: then Article 34 asks to notify the persons themselves.'),
  ];
}

function toMeasureLines({ measures, parties }: GdprFacts): readonly ReportLine[] {
  const article = '33(3)(d)';
  return [
    measures === null
      ? task(
          article,
          'notice.measures',
          'notice.measures is missing: say what was done against the breach and its effects.',
        )
      : stated(article, 'notice.measures', measures),
    count(article, 'Parties notified, of those to be notified', {
      name: 'parties-notified',
      value: { all: parties.toNotify, notified: parties.notified },
      formula:
        'parties that policy.tell asks to notify; notified: those with a notice that went out and was not withdrawn',
      version: GDPR_REPORT_VERSION,
    }),
  ];
}

function toProcessorLines({ controllers }: GdprFacts): readonly ReportLine[] {
  const article = '33(2)';
  if (controllers === null)
    return [
      task(
        article,
        'directory.relation',
        'directory.csv names no relation: write controller for each party whose data you process for it. Those are to be notified without undue delay.',
      ),
    ];
  return [
    count(article, 'Controllers notified, of those to be notified', {
      name: 'controllers-notified',
      value: { all: controllers.toNotify, notified: controllers.notified },
      formula: 'of parties-notified, those with relation controller in directory.csv',
      version: GDPR_REPORT_VERSION,
    }),
    ...(controllers.notified < controllers.toNotify
      ? [
          task(
            article,
            'controllers',
            `Notify ${formatAmount(controllers.toNotify - controllers.notified, 'controller')}: \`candor notice prepare\`.`,
          ),
        ]
      : []),
  ];
}

function toPhaseLines({ nextUpdate, unknown, exposure }: GdprFacts): readonly ReportLine[] {
  const article = '33(4)';
  return [
    stated(
      article,
      'summary.json',
      `This report follows from exposure ${exposure.version} (${exposure.digest.slice(0, 16)}…). A later one supersedes it.`,
    ),
    unknown === null
      ? task(
          article,
          'notice.unknown',
          'notice.unknown is missing: say what is not known yet, or that nothing is open.',
        )
      : stated(article, 'notice.unknown', `Not known yet: ${unknown}`),
    nextUpdate === null
      ? task(
          article,
          'notice.nextUpdate',
          'notice.nextUpdate is missing: say when further information follows, or that none does.',
        )
      : stated(article, 'notice.nextUpdate', `Further information follows by ${formatDay(nextUpdate)}.`),
  ];
}

function toRecordLines({ log, exposure }: GdprFacts): readonly ReportLine[] {
  const article = '33(5)';
  return [
    log === null
      ? task(
          article,
          'log',
          'No log was started: set log.origin, then `candor log publish`. It records what was decided and when.',
        )
      : count(article, `Record of what was done, entries of the log ${log.origin}`, {
          name: 'log-entries',
          value: log.size,
          formula: 'entries of the log at this moment, padding included',
          version: GDPR_REPORT_VERSION,
        }),
    stated(
      article,
      'exposure.jsonl',
      `Facts and effects: the exports of exposure ${exposure.version}, kept with their digests.`,
    ),
    task(article, 'register', 'Enter the breach in your register of breaches, with this report.'),
  ];
}

const count = (article: GdprArticle, text: string, figure: Figure): ReportLine => ({
  is: 'figure',
  article,
  text: `${toVisible(text)}: ${toFigureWords(figure.value)}`,
  figure,
});

function toFigureWords(value: FigureValue): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'string') return value;
  const parts = Object.entries(value).map(([part, amount]) => `${part} ${formatCount(amount)}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
