import { formatAmount, formatTime, hint, type Instant } from '@candor/core/base';
import { type Awareness, toAwareTime } from './awareness.ts';
import { GDPR_CLOCK, type GdprFacts, type LegalClock, type ReportLine } from './gdpr-article.ts';
import { stated, task } from './gdpr-line.ts';

/** The clock of a report. `from`: what it runs from; null where nobody has said. */
export interface ReportClock extends LegalClock {
  readonly from: 'case aware' | 'notice.discovered' | null;
  /** Names the source, with everything that it supersedes. */
  readonly aware: Awareness;
  /** Null when nobody has said. */
  readonly ends: Instant | null;
  readonly isOver: boolean;
}

const FROM: Readonly<Record<Awareness['is'], ReportClock['from']>> = {
  said: 'case aware',
  stated: 'notice.discovered',
  unknown: null,
};

export function toReportClock({ aware, at }: Pick<GdprFacts, 'aware' | 'at'>): ReportClock {
  const start = toAwareTime(aware);
  const ends = start === null ? null : start + GDPR_CLOCK.hours * 3600;
  return { ...GDPR_CLOCK, from: FROM[aware.is], aware, ends, isOver: ends !== null && ends <= at };
}

const SET_AWARE = hint('case.set', 'aware', 'TIME', { by: 'NAME', how: 'TEXT' });

export function toClockLines({ from, aware, ends, isOver }: ReportClock, at: Instant): readonly ReportLine[] {
  const article = '33(1)';
  if (aware.is === 'unknown' || from === null || ends === null)
    return [
      task(
        article,
        'aware',
        `Nobody has said when you became aware of the breach. The 72 hours begin then: ${SET_AWARE}.`,
      ),
    ];
  const hours = Math.max(1, Math.ceil(Math.abs(ends - at) / 3600));
  const runs = `The 72 hours ${isOver ? 'ended' : 'end'} ${formatTime(ends)}: ${formatAmount(hours, 'hour')} ${isOver ? 'ago' : 'left'}.`;
  return [
    stated(article, from, `${toAwareWords(aware)} ${runs}`),
    ...(aware.is === 'stated'
      ? [task(article, 'aware', `Record who became aware, and by what: ${SET_AWARE}. The incident file does not say.`)]
      : []),
    isOver
      ? task(article, 'delay', 'Give the reasons for the delay, if the authority was not notified before that time.')
      : task(
          article,
          'notification',
          'Send the notification to the supervisory authority, or record why no risk is likely.',
        ),
  ];
}

/** Says when, on whose word, and what that word superseded. */
function toAwareWords(aware: Exclude<Awareness, { readonly is: 'unknown' }>): string {
  if (aware.is === 'stated') return `Discovered ${formatTime(aware.at)}, as notice.discovered says.`;
  const { by, how, recordedBy, recordedAt } = aware.fact;
  const last = aware.superseded.at(-1);
  return [
    `Aware ${formatTime(aware.at)}: ${by}, by “${how}”, recorded by ${recordedBy} on ${formatTime(recordedAt)}.`,
    ...(last === undefined
      ? []
      : [
          `It supersedes ${formatAmount(aware.superseded.length, 'earlier statement')}, the last of which said ${formatTime(last.at)} (${last.by}).`,
        ]),
    ...(aware.stated === null || aware.stated === aware.at
      ? []
      : [`notice.discovered of the incident file says ${formatTime(aware.stated)}.`]),
  ].join(' ');
}
