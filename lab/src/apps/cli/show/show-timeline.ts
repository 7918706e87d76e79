import { formatAmount, formatCount, formatDay, formatTime } from '@candor/core/base';
import type { Timeline } from '../../../commands/read-timeline.ts';
import { type Screen, toVisible } from './screen.ts';

const EXPOSED: ReadonlySet<string> = new Set(['accessed', 'presumed', 'partial', 'possible']);

/** Days with an act, an undecided record or an exposed copy, then the mailboxes and what is due. */
export function showTimeline(screen: Screen, timeline: Timeline): void {
  const { version, window, days, mailboxes, others, clocks } = timeline;
  screen.line(`Exposure ${version}, window ${formatTime(window.from)} to ${formatTime(window.to)}`);
  if (days === null) screen.line('This exposure was made before days were kept. The next run keeps them.');
  else showDays(screen, days, timeline.period);
  for (const { name, isSupplied, bands, acts } of mailboxes) {
    const gaps = bands.filter(({ is }) => is === 'gap').map(({ gap }) => gap);
    const kinds = [...new Set(gaps)].join(', ');
    const records = acts.reduce((sum, one) => (one.isUndecided ? sum : sum + one.records), 0);
    const seen = isSupplied ? (kinds === '' ? 'no gap known' : `gaps: ${kinds}`) : 'not supplied';
    screen.line(`${toVisible(name)}  ${formatAmount(records, 'record')} of the intruder; ${seen}`);
  }
  if (others > 0) screen.line(`${formatAmount(others, 'other mailbox', 'other mailboxes')} not listed here`);
  for (const { what, at, isPast } of clocks) screen.line(`${what} ${isPast ? 'was due' : 'due'} ${formatTime(at)}`);
}

function showDays(screen: Screen, { acts, copies }: NonNullable<Timeline['days']>, period: Timeline['period']): void {
  const dated = copies.flatMap(({ day, ...one }) =>
    day === null || !EXPOSED.has(one.verdict) ? [] : [{ day, ...one }],
  );
  const isWithin = (day: number): boolean => day >= period.from && day < period.to;
  const shown = [...new Set([...acts, ...dated].map(({ day }) => day))].filter(isWithin).sort((a, b) => a - b);
  for (const day of shown) {
    const ofDay = acts.filter((one) => one.day === day);
    const sum = (isUndecided: boolean): string =>
      formatCount(ofDay.reduce((n, one) => (one.isUndecided === isUndecided ? n + one.records : n), 0));
    const arrived = dated.reduce((n, one) => (one.day === day ? n + one.copies : n), 0);
    screen.line(
      `${formatDay(day)}  ${sum(false)} by the intruder, ${sum(true)} undecided; ${formatAmount(arrived, 'exposed copy', 'exposed copies')} arrived`,
    );
  }
}
