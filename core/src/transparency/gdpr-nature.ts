import { formatAmount, formatCount, formatTime } from '@candor/core/base';
import type { AccessKind } from '@candor/core/evidence/record';
import {
  countDataSubjects,
  type DataSubjects,
  type PersonRange,
  toDataSubjectFigure,
  toHeaderParts,
} from '@candor/core/impact';
import { toTextPersons } from '@candor/core/impact/findings';
import { sayAccessPeriod } from '@candor/core/notice/text';
import { type FoundRecords, toFoundFigures, toNamedFigures } from './found-records.ts';
import { GDPR_REPORT_VERSION, type GdprFacts, type ReportLine } from './gdpr-article.ts';
import { count, stated, task, toFigureWords } from './gdpr-line.ts';

export function toNatureLines(facts: GdprFacts): readonly ReportLine[] {
  const article = '33(3)(a)';
  const { figures, found } = facts;
  const isAltered = countAltering(facts) > 0;
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
      `Breach of confidentiality${isAltered ? ' and integrity' : ''}: an intruder had access to mailboxes of ${facts.organization}, possible ${toPeriodWords(facts)}.`,
    ),
    ...toIntegrityLines(facts),
    ...line('first-access', 'First recorded access to mail (rules leave none)'),
    ...line('last-access', 'Last recorded access to mail'),
    ...line('mailboxes-accessed', 'Mailboxes with opened or copied mail'),
    ...line('mailboxes-reached', 'Mailboxes with records of the intruder, supplied or not'),
    ...line('mailboxes-in-scope', 'Mailboxes examined'),
    ...line('messages', 'Records (messages), approximate number by verdict'),
    ...toSubjectLines(facts),
    ...(found === null
      ? []
      : toNamedFigures(found, GDPR_REPORT_VERSION).map(({ text, ...figure }) => count(article, text, figure))),
    ...(found === null
      ? []
      : toFoundFigures(found, GDPR_REPORT_VERSION).map(({ text, ...figure }) =>
          count(article, text, figure, toNothingWords(found)),
        )),
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

/** Where a record of the intruder is later than the containment, nobody knows that it is the last one. */
function toPeriodWords({ window, activity: { first, last } }: GdprFacts): string {
  const saying = sayAccessPeriod(window, first === null || last === null ? undefined : { first, last });
  const { from, to } = saying.state === 'contained' ? saying.said.value : saying.atLeast;
  if (saying.state === 'contained') return `from ${formatTime(from)} to ${formatTime(to)}`;
  return `from ${formatTime(from)}, and at least until ${formatTime(to)}: the last record of the intruder is later than the containment`;
}

/** Kinds of records by which an intruder changes what is in a mailbox, or who may read it. */
const ALTERING: readonly (readonly [kind: AccessKind, words: string])[] = [
  ['handle', 'mail that was moved, deleted or changed'],
  ['rule', 'rules'],
  ['forwarding', 'forwarding'],
  ['permission', 'permissions'],
  ['send', 'mail that was sent'],
];

function countAltering({ intruderKinds }: GdprFacts): number {
  return ALTERING.reduce((sum, [kind]) => sum + (intruderKinds?.[kind] ?? 0), 0);
}

/** What was deleted may be gone, and what was sent or moved is no longer what it was. */
function toIntegrityLines(facts: GdprFacts): readonly ReportLine[] {
  if (countAltering(facts) === 0) return [];
  const value = Object.fromEntries(
    ALTERING.flatMap(([kind]) => {
      const records = facts.intruderKinds?.[kind] ?? 0;
      return records === 0 ? [] : [[kind, records]];
    }),
  );
  return [
    count('33(3)(a)', 'What the intruder changed, in records', {
      name: 'altering-records',
      value,
      formula: `records labelled intruder by kind; ${ALTERING.map(([kind, words]) => `${kind}: ${words}`).join('; ')}`,
      version: GDPR_REPORT_VERSION,
    }),
  ];
}

function toSubjectLines({ figures, found }: GdprFacts): readonly ReportLine[] {
  const headers = toHeaderParts(figures);
  if (headers === null) return [];
  const said = countDataSubjects({
    ...headers,
    texts: found === null ? null : toTextPersons(toValues(found), found.persons),
  });
  const erased =
    found === null || found.erased === 0
      ? ''
      : `; without persons named only in ${formatAmount(found.erased, 'message')} whose findings were erased`;
  return [
    {
      is: 'figure',
      article: '33(3)(a)',
      text: `Data subjects, approximate number: ${toPersonWords(said.value)}${erased}`,
      figure: { name: 'data-subjects', ...toDataSubjectFigure(said), version: GDPR_REPORT_VERSION },
    },
  ];
}

function toPersonWords({ all, own, outside, texts }: DataSubjects): string {
  const range = ({ least, most }: PersonRange) => `${formatCount(least)}–${formatCount(most)}`;
  const named = texts === null ? '' : `, in texts ${range(texts)}`;
  return `${range(all)} (own people ${range(own)}, outside ${range(outside)}${named})`;
}

function toValues({ kinds }: FoundRecords): ReadonlyMap<string, number> {
  return new Map(Object.entries(kinds).flatMap(([kind, { values }]) => (values === null ? [] : [[kind, values]])));
}

/** An empty list of findings is never an absence. */
function toNothingWords({ erased }: FoundRecords): string {
  return erased > 0
    ? `none kept: the findings of ${formatAmount(erased, 'message')} were erased`
    : 'none found; the search misses some';
}
