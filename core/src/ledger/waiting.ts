import type { Instant } from '@candor/core/base';
import { type LogRate, toPublishedSize } from './published-size.ts';

/** One signing of the log: its size then, and when, as its signer says. */
export interface SignedSize {
  readonly size: number;
  readonly at: Instant;
}

/** A place in the log: the position of an entry, or of the next one, with the time that it states. */
export interface DatedIndex {
  readonly index: number;
  readonly at: Instant;
}

/** A time that must pass between two places of the log. */
export interface LogWait {
  readonly from: DatedIndex;
  readonly to: DatedIndex;
  readonly seconds: number;
}

/** How far a wait has come. */
export interface WaitState {
  /** Periods that the log counts since, and how many the wait takes. */
  readonly periods: number;
  readonly needed: number;
  /** Seconds that are missing by the stated times; 0 when they agree. */
  readonly missingSeconds: number;
  readonly isOver: boolean;
}

/**
 * How long something has waited between two places of the log. It begins with the first signing that covers `from`, and
 * each later period counts once the log was signed in it, before `to`. Several periods that one signing makes up for
 * count once: nobody saw the log in between. A signing whose size is not that of its own time counts nothing.
 *
 * The stated times must agree; alone they shorten nothing.
 */
export function measureWait(rate: LogRate, signed: readonly SignedSize[], { from, to, seconds }: LogWait): WaitState {
  const sizes = new Set(
    signed
      .filter(
        ({ size, at }) => size > from.index && size <= to.index && at <= to.at && toPublishedSize(rate, at) === size,
      )
      .map(({ size }) => size),
  );
  // Never less than the wait.
  const needed = Math.ceil(seconds / rate.periodSeconds);
  const periods = Math.max(0, sizes.size - 1);
  const missingSeconds = Math.max(0, from.at + seconds - to.at);
  return { periods, needed, missingSeconds, isOver: periods >= needed && missingSeconds === 0 };
}

/**
 * The least position at which a wait that began with an entry can be over: what everybody sees, whatever times are
 * stated and whoever may open what lies between.
 */
export function toLeastIndex({ entries, periodSeconds }: LogRate, from: number, seconds: number): number {
  const shown = Math.floor(from / entries) + 1;
  return (shown + Math.ceil(seconds / periodSeconds)) * entries;
}

/** The earliest time at which a wait can be over, when the log is signed in each period from now on. */
export function toEarliestEnd(rate: LogRate, signed: readonly SignedSize[], wait: LogWait): Instant {
  const { periods, needed, missingSeconds } = measureWait(rate, signed, wait);
  const { from, to } = wait;
  const current = toPublishedSize(rate, to.at);
  const isSigned = signed.some(({ size }) => size >= current);
  // The signing that shows the entry is one more than the periods that follow it.
  const isShown = signed.some(({ size }) => size > from.index && size <= to.index);
  const missing = Math.max(0, needed - periods) + (isShown ? 0 : 1);
  if (missing === 0) return to.at + missingSeconds;
  const ahead = isSigned ? missing : missing - 1;
  const period = Math.floor((to.at - rate.startedAt) / rate.periodSeconds) + ahead;
  return Math.max(to.at + missingSeconds, rate.startedAt + period * rate.periodSeconds);
}

/**
 * A clock may be set right by less, and a witness sees a checkpoint a little before or after its signer's full hour.
 */
const CLOCK_TOLERANCE_SECONDS = 3600;

/**
 * Seconds by which a log of this size is ahead of a time; 0 when it is not. A log that is ahead was signed with a clock
 * that was fast.
 */
export function findSecondsAhead(rate: LogRate, size: number, at: Instant): number {
  if (size <= toPublishedSize(rate, at + CLOCK_TOLERANCE_SECONDS)) return 0;
  const starts = rate.startedAt + (Math.ceil(size / rate.entries) - 1) * rate.periodSeconds;
  return Math.max(0, starts - at);
}

/** A size that a witness cosigned, at the time of the witness. */
export interface WitnessedSize {
  readonly size: number;
  readonly seenAt: Instant;
}

/**
 * What witnesses' times say about the time between two entries.
 * - `shown`: a witness saw the first one, and so much later a log without the second.
 * - `contradicted`: all that lies between came into the log in less time.
 * - `open`: they say nothing of it.
 */
export type WitnessedWait = 'shown' | 'contradicted' | 'open';

export function judgeWitnessed(
  witnessed: readonly WitnessedSize[],
  from: number,
  to: number,
  seconds: number,
): WitnessedWait {
  const times = (isWanted: (size: number) => boolean) =>
    witnessed.filter(({ size }) => isWanted(size)).map(({ seenAt }) => seenAt);
  const least = seconds - CLOCK_TOLERANCE_SECONDS;
  const seen = times((size) => size > from);
  const without = times((size) => size <= to);
  if (seen.length > 0 && without.length > 0 && Math.max(...without) - Math.min(...seen) >= least) return 'shown';
  const before = times((size) => size <= from);
  const after = times((size) => size > to);
  const isShort = before.length > 0 && after.length > 0 && Math.min(...after) - Math.max(...before) < least;
  return isShort ? 'contradicted' : 'open';
}
