import type { Instant } from '@candor/core/base';

const HOUR = 3600;

/** The first and the last record of one hour. */
interface Hour {
  first: Instant;
  firstRecord: string;
  last: Instant;
  lastRecord: string;
}

export interface TimedRecord {
  readonly time: Instant;
  readonly record: string;
}

/**
 * Times of records, kept by the hour: an owner works for months, and only the first and the last of an hour decide
 * whether another record is within an hour of it.
 */
export class HourSeries {
  readonly #hours = new Map<number, Hour>();

  add(time: Instant, record: string): void {
    const key = Math.floor(time / HOUR);
    const hour = this.#hours.get(key);
    if (hour === undefined) {
      this.#hours.set(key, { first: time, firstRecord: record, last: time, lastRecord: record });
      return;
    }
    if (time < hour.first) {
      hour.first = time;
      hour.firstRecord = record;
    }
    if (time > hour.last) {
      hour.last = time;
      hour.lastRecord = record;
    }
  }

  /** At most two records of each hour. */
  *[Symbol.iterator](): Generator<TimedRecord> {
    for (const { first, firstRecord, last, lastRecord } of this.#hours.values()) {
      yield { time: first, record: firstRecord };
      if (last !== first) yield { time: last, record: lastRecord };
    }
  }

  /** Some record lies at most an hour away, exactly. */
  isNear(time: Instant): boolean {
    const key = Math.floor(time / HOUR);
    if (this.#hours.has(key)) return true;
    const before = this.#hours.get(key - 1);
    if (before !== undefined && time - before.last <= HOUR) return true;
    const after = this.#hours.get(key + 1);
    return after !== undefined && after.first - time <= HOUR;
  }
}
