import type { Instant } from '@candor/core/base';
import type { Interval } from '@candor/core/incident';

/** Fewer records have no rhythm. */
const MIN_RECORDS = 50;
/** A weekend is no silence. */
const SILENT_SECONDS = 3 * 24 * 60 * 60;
/** Times the median distance between two records. */
const SILENT_MEDIANS = 20;
const SMALLEST_ROWS = 16;

/** The times of a mailbox's records: four bytes each, because there are millions. */
export class Rhythm {
  /** Whole seconds; instants before 1970 or after 2106 are those of no record of a mailbox. */
  #times = new Uint32Array(SMALLEST_ROWS);
  #length = 0;

  see(time: Instant): void {
    if (this.#length === this.#times.length) {
      const larger = new Uint32Array(this.#times.length * 2);
      larger.set(this.#times);
      this.#times = larger;
    }
    this.#times[this.#length] = time;
    this.#length += 1;
  }

  /**
   * Times without a record that are long for this mailbox, in the span at least in part (docs/formats/rules.md,
   * `silence`). `others`: times of records of all mailboxes.
   */
  findSilences(span: Interval, others: readonly Instant[]): readonly Interval[] {
    const length = this.#length + others.length;
    if (length < MIN_RECORDS) return [];
    const times = new Uint32Array(length);
    times.set(this.#times.subarray(0, this.#length));
    times.set(others, this.#length);
    times.sort();
    const distances = new Uint32Array(length - 1);
    for (let at = 1; at < length; at += 1) distances[at - 1] = (times[at] ?? 0) - (times[at - 1] ?? 0);
    const least = Math.max(SILENT_SECONDS, SILENT_MEDIANS * findMedian(distances.slice().sort()));
    const silences: Interval[] = [];
    for (let at = 0; at < distances.length; at += 1) {
      if ((distances[at] ?? 0) <= least) continue;
      const silence = { from: times[at] ?? 0, to: times[at + 1] ?? 0 };
      if (silence.from < span.to && silence.to > span.from) silences.push(silence);
    }
    return silences;
  }
}

/** Expects numbers in order. */
function findMedian(sorted: Uint32Array): number {
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
