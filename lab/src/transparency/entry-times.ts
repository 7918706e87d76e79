import { formatAmount, formatTime, type Instant } from '@candor/core/base';

/** An act is dated when its command begins, and may wait for a passphrase while the log grows; clocks are set right by less. */
const TOLERANCE_SECONDS = 3600;

/**
 * Entries that are dated before one that was in the log already. The log proves their order, and by its checkpoints when each was there at the latest; the time in an
 * entry is the word of whoever had the clock.
 */
export class EntryTimes {
  #latest: { readonly index: number; readonly at: Instant } | null = null;

  /** What is wrong with the time of the next entry, in words; null when nothing is. Entries come in the order of the log. */
  take(index: number, at: Instant): string | null {
    const latest = this.#latest;
    if (latest === null || at >= latest.at) this.#latest = { index, at };
    if (latest === null || at >= latest.at - TOLERANCE_SECONDS) return null;
    const hours = Math.floor((latest.at - at) / TOLERANCE_SECONDS);
    return `it is dated ${formatTime(at)}, ${formatAmount(hours, 'hour')} before entry ${latest.index}, which was in the log already: it was dated back, or a clock was wrong`;
  }
}
