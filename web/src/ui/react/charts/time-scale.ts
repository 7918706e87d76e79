import { scaleUtc } from 'd3-scale';
import type { LanguageRules } from '../../words.ts';

/** In seconds. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export interface TimeScale {
  readonly width: number;
  x(instant: number): number;
  /** The instant at a place. */
  at(x: number): number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

const SECOND_MS = 1000;
/** Room for a day and its month in any language. */
const TICK_PX = 72;

/** Times in UTC at their places; a tick is a day, a month or a year, as many as have room. */
export function makeTimeScale({ from, to }: Period, width: number, { months }: LanguageRules): TimeScale {
  const scale = scaleUtc([new Date(from * SECOND_MS), new Date(to * SECOND_MS)], [0, width]).clamp(true);
  const isYears = to - from > 3 * 366 * 86_400;
  const ticks = scale.ticks(Math.max(1, Math.floor(width / TICK_PX))).map((date) => {
    const year = String(date.getUTCFullYear());
    const month = months[date.getUTCMonth()] ?? '';
    const text = isYears ? year : to - from > 120 * 86_400 ? `${month} ${year}` : `${date.getUTCDate()} ${month}`;
    return { x: scale(date), text };
  });
  const fitting = ticks.filter(({ x }, at) => at === 0 || x - (ticks[at - 1]?.x ?? 0) >= TICK_PX / 2);
  return {
    width,
    x: (instant) => scale(new Date(instant * SECOND_MS)),
    at: (x) => scale.invert(x).getTime() / SECOND_MS,
    ticks: fitting,
  };
}
