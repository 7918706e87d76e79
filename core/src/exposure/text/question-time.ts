import type { Instant } from '@candor/core/base';
import type { TextQuestion } from './text-question.ts';

/** When a copy came, as far as that is known (docs/formats/rules.md, Arrival). */
export interface CopyTimes {
  /** The earliest of all its witnesses; null: unknown, which passes every test. */
  readonly arrived: Instant | null;
  /** The latest time at which it may have come, for the beginning of a forwarding (F1). */
  readonly latest: Instant | null;
  /** It has no delivery source: it may have come up to 24 hours later than `arrived`. */
  readonly isDoubted: boolean;
  /** What its times keep from a rule is not cleared: no delivery source stands behind them. */
  readonly isDateAlone: boolean;
}

/** `would-if-unknown`: only a time that proves nothing keeps the copy from the rule. */
export type TimeAnswer = 'takes' | 'does-not-take' | 'would-if-unknown';

/** "Arrived ≤ x" reads "arrived ≤ x + 24 h" without a delivery source. */
export const DOUBT_SECONDS = 24 * 60 * 60;

export function testTimes({ from, to }: Pick<TextQuestion, 'from' | 'to'>, times: CopyTimes): TimeAnswer {
  const { arrived, latest } = times;
  const doubt = times.isDoubted ? DOUBT_SECONDS : 0;
  const hasBegun = from === null || latest === null || latest >= from;
  const isInTime = to === null || arrived === null || arrived <= to + doubt;
  if (hasBegun && isInTime) return 'takes';
  return times.isDateAlone ? 'would-if-unknown' : 'does-not-take';
}
