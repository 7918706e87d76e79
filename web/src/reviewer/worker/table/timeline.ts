import { NO_DATE, VERDICTS } from '../../bridge/released-message.ts';
import type { Timeline, TimelineUnit } from '../../bridge/table-calls.ts';
import type { MessageTable } from './message-table.ts';

const DAY_SECONDS = 86_400;
/** 1970-01-01 was a Thursday; weeks start on Monday. */
const DAYS_FROM_MONDAY = 3;
/** More cannot be distinguished in a picture of 800 pixels. */
const MOST_BARS = 105;
/** Share of all messages: fewer at either end do not justify twenty empty years. */
const STRAY_SHARE = 0.005;

export function countOverTime(table: MessageTable, rows: Iterable<number>): Timeline {
  const dated: number[] = [];
  let undated = 0;
  for (const row of rows) {
    if ((table.dates[row] ?? NO_DATE) === NO_DATE) undated += 1;
    else dated.push(row);
  }
  const dates = Float64Array.from(dated, (row) => table.dates[row] ?? 0).sort();
  if (dates.length === 0) return { unit: 'week', bars: [], outside: { before: 0, after: 0, undated } };
  const stray = Math.floor(dates.length * STRAY_SHARE);
  const whole = choose(dates[0] ?? 0, dates.at(-1) ?? 0);
  const { unit, from, to } =
    whole.unit === 'week' ? whole : choose(dates[stray] ?? 0, dates[dates.length - 1 - stray] ?? 0);
  const starts = listStarts(unit, from, to);
  const bars = starts.slice(0, -1).map((start, at) => ({
    from: start,
    to: (starts[at + 1] ?? start) - 1,
    verdicts: VERDICTS.map(() => 0),
  }));
  const outside = { before: 0, after: 0, undated };
  for (const row of dated) {
    const date = table.dates[row] ?? 0;
    const bar = bars[findBar(starts, date)];
    if (date < (starts[0] ?? 0)) outside.before += 1;
    else if (bar === undefined) outside.after += 1;
    else bar.verdicts[table.verdicts[row] ?? 0] = (bar.verdicts[table.verdicts[row] ?? 0] ?? 0) + 1;
  }
  return { unit, bars, outside };
}

interface Span {
  readonly unit: TimelineUnit;
  readonly from: number;
  readonly to: number;
}

function choose(from: number, to: number): Span {
  const days = (to - from) / DAY_SECONDS;
  const unit = days / 7 <= MOST_BARS ? 'week' : days / 30 <= MOST_BARS ? 'month' : 'year';
  return { unit, from, to };
}

/** The first second of each bar, and of the one after the last. */
function listStarts(unit: TimelineUnit, from: number, to: number): readonly number[] {
  const starts: number[] = [];
  if (unit === 'week') {
    const first = Math.floor((Math.floor(from / DAY_SECONDS) + DAYS_FROM_MONDAY) / 7) * 7 - DAYS_FROM_MONDAY;
    for (let day = first; starts.length === 0 || (starts.at(-1) ?? 0) <= to; day += 7) starts.push(day * DAY_SECONDS);
    return starts;
  }
  const first = new Date(from * 1000);
  const months = unit === 'month' ? 1 : 12;
  for (
    let month = unit === 'month' ? first.getUTCMonth() : 0;
    starts.length === 0 || (starts.at(-1) ?? 0) <= to;
    month += months
  )
    starts.push(Date.UTC(first.getUTCFullYear(), month, 1) / 1000);
  return starts;
}

/** The last bar that starts at or before an instant; -1 before all. */
function findBar(starts: readonly number[], instant: number): number {
  let [low, high] = [-1, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}
