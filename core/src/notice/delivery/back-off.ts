import type { Instant } from '@candor/core/base';

/**
 * Shortest and longest wait between two tries: a relay that lists greylisted senders wants a minute, and a day is four
 * tries at least.
 */
const LEAST_WAIT_SECONDS = 60;
export const MOST_WAIT_SECONDS: number = 4 * 3600;
/** RFC 5321, 4.5.4.1: give up after four or five days at the earliest. */
const PATIENCE_SECONDS = 5 * 24 * 3600;
/** Never before so many tries, whatever the clock says: a clock that jumps ahead must not end anything. */
const LEAST_FAILURES = 12;

/** When to try again; null when it is time to give up. */
export type Retry = { readonly nextAt: Instant } | null;

/**
 * The wait is as long as the delivery has been failing already, within its limits: 1, 1, 2, 4, 8 … minutes up to 4
 * hours, for five days. It needs no memory but the moment of the first failure.
 */
export function planRetry(failures: number, failedAt: Instant, at: Instant): Retry {
  const failing = Math.max(0, at - failedAt);
  if (failures >= LEAST_FAILURES && failing >= PATIENCE_SECONDS) return null;
  return { nextAt: at + Math.min(MOST_WAIT_SECONDS, Math.max(LEAST_WAIT_SECONDS, failing)) };
}

/**
 * Whether a planned moment has come. One that is further off than any wait was planned by a clock that has been set
 * back since.
 */
export function isDue(nextAt: Instant, at: Instant): boolean {
  return nextAt <= at || nextAt > at + MOST_WAIT_SECONDS;
}

/** A claim before the final dot: long enough for a queue of messages in a slow session. */
export const INTENT_LEASE_SECONDS = 300;
/** A claim after the final dot: the server has ten minutes to reply (RFC 5321, 4.5.3.2.6). */
export const DATA_LEASE_SECONDS = 660;

/**
 * Whether a claim holds no more. One that holds longer than any claim was made by a clock that has been set back since;
 * its fence keeps its maker out.
 */
export function isLeaseOver(leaseUntil: Instant, at: Instant): boolean {
  return leaseUntil <= at || leaseUntil > at + Math.max(INTENT_LEASE_SECONDS, DATA_LEASE_SECONDS);
}
