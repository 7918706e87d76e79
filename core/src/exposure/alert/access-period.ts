import { formatTime, type Instant, type Said, toSaid } from '@candor/core/base';

export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

export type PeriodSaying =
  | { readonly state: 'whole'; readonly said: Said<'access-period', Period> }
  /** A record of the intruder lies outside the window. */
  | { readonly state: 'at-least'; readonly from: Instant; readonly until: Instant };

/** Whether the window may be said to be the time of the access: only if each record of the intruder lies inside it. */
export function sayAccessPeriod(
  window: { readonly start: Instant; readonly contained: Instant },
  activity: { readonly first: Instant | null; readonly last: Instant | null },
): PeriodSaying {
  const from = Math.min(window.start, activity.first ?? window.start);
  const until = Math.max(window.contained, activity.last ?? window.contained);
  if (from < window.start || until > window.contained) return { state: 'at-least', from, until };
  return { state: 'whole', said: toSaid('access-period', { from: window.start, to: window.contained }) };
}

/** `from … to …`; where a record lies outside, nobody knows that it is the last one. */
export function toPeriodWords(saying: PeriodSaying): string {
  if (saying.state === 'whole')
    return `from ${formatTime(saying.said.value.from)} to ${formatTime(saying.said.value.to)}`;
  return `at least from ${formatTime(saying.from)}, at least until ${formatTime(saying.until)}: records of the intruder lie outside the window that was given`;
}
