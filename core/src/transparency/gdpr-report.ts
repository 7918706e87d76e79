import { formatAmount, formatDay, formatTime, hint } from '@candor/core/base';
import type { NotifySaying } from '@candor/core/impact';
import {
  GDPR_REPORT_VERSION,
  GDPR_SOURCES,
  type GdprFacts,
  type ReportLine,
  type ToldParties,
} from './gdpr-article.ts';
import { type ReportClock, toClockLines, toReportClock } from './gdpr-clock.ts';
import { count, stated, task } from './gdpr-line.ts';
import { toNatureLines } from './gdpr-nature.ts';

export interface GdprReport {
  readonly v: typeof GDPR_REPORT_VERSION;
  readonly report: 'gdpr33';
  readonly sources: readonly string[];
  readonly clock: ReportClock;
  readonly lines: readonly ReportLine[];
  readonly tasks: number;
}

/**
 * What Article 33 of the GDPR asks, line by line. Nothing is guessed: what the evidence and the incident file do not
 * say is a task.
 */
export function composeGdprReport(facts: GdprFacts): GdprReport {
  const clock = toReportClock(facts);
  const lines = [
    ...toClockLines(clock, facts.at),
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
    clock,
    lines,
    tasks,
  };
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

const TOLD_FORMULA =
  'all: parties that policy.tell asks to notify; of them, prepared: with an approved notice that was not withdrawn; sent: our relay took a message of it; returned: every message was refused for good or came back; posted: a letter was posted; notified: sent and not returned, or posted';

function toNotifiedValue({ toNotify, told }: ToldParties): Readonly<Record<string, number>> {
  const { prepared, sent, returned, posted, notified } = told.value;
  return { all: toNotify, prepared, sent, returned, posted, notified };
}

function toBounceWords({ told }: ToldParties): string {
  const { readUntil } = told.value;
  return readUntil === null ? 'no bounces were read' : `bounces read until ${formatTime(readUntil)}`;
}

/** Where mail could not be judged, there may be more. */
function toAtLeast(notify: NotifySaying): string {
  return notify.state === 'all' ? '' : '; there may be more';
}

function toMeasureLines({ measures, parties, notify }: GdprFacts): readonly ReportLine[] {
  const article = '33(3)(d)';
  return [
    measures === null
      ? task(
          article,
          'notice.measures',
          'notice.measures is missing: say what was done against the breach and its effects.',
        )
      : stated(article, 'notice.measures', measures),
    count(article, `Parties to notify (${toBounceWords(parties)})${toAtLeast(notify)}`, {
      name: 'parties-notified',
      value: toNotifiedValue(parties),
      formula: TOLD_FORMULA,
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
    count(article, `Controllers to notify (${toBounceWords(controllers)})`, {
      name: 'controllers-notified',
      value: toNotifiedValue(controllers),
      formula: 'of parties-notified, those with relation controller in directory.csv',
      version: GDPR_REPORT_VERSION,
    }),
    ...(controllers.told.value.notified < controllers.toNotify
      ? [
          task(
            article,
            'controllers',
            `Notify ${formatAmount(controllers.toNotify - controllers.told.value.notified, 'controller')}: ${hint('notice.prepare')}.`,
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
          `No log was started: set log.origin, then ${hint('log.publish')}. It records what was decided and when.`,
        )
      : count(article, `Record of what was done, acts in the log ${log.origin}`, {
          name: 'log-entries',
          value: log.acts,
          formula:
            'entries of the log at this moment that record an act of a person; padding and the entries that begin a log or name an app are left out',
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
