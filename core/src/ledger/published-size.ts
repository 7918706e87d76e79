import type { Instant } from '@candor/core/base';

/** How fast the public log grows, whatever happens (docs/formats/log.md, "Rate"). */
export interface LogRate {
  readonly startedAt: Instant;
  readonly periodSeconds: number;
  /** Entries a period. */
  readonly entries: number;
}

/**
 * Entries that the log has published at a time: a function of time and nothing else, so that growth tells nothing. 0
 * before its beginning.
 */
export function toPublishedSize({ startedAt, periodSeconds, entries }: LogRate, at: Instant): number {
  const periods = Math.floor((at - startedAt) / periodSeconds);
  return periods < 0 ? 0 : entries * (periods + 1);
}
