import { formatAmount, formatTime, type Instant } from '@candor/core/base';

/**
 * An act is dated when its command begins, and may wait for a passphrase while the log grows; clocks are set right by
 * less.
 */
const TOLERANCE_SECONDS = 3600;

interface Dated {
  readonly index: number;
  readonly at: Instant;
}

/** Adjacent entries dated before the same earlier one. */
interface Stretch extends Dated {
  readonly place: string;
  readonly latest: Dated;
  last: number;
}

/**
 * Entries dated before an earlier entry. The log proves the order, and its checkpoints the latest time of each; an
 * entry's own time is a statement. After one fast clock all others seem late: that is one finding, so that it hides
 * nothing else.
 */
export class EntryTimes {
  readonly #stretches: Stretch[] = [];
  #latest: Dated | null = null;
  #open: Stretch | null = null;

  /** Entries come in the order of the log. `place`: where a person finds it. */
  take(place: string, index: number, at: Instant): void {
    const latest = this.#latest;
    if (latest === null || at >= latest.at) this.#latest = { index, at };
    if (latest === null || at >= latest.at - TOLERANCE_SECONDS) {
      this.#open = null;
    } else if (this.#open === null) {
      this.#open = { place, index, at, latest, last: index };
      this.#stretches.push(this.#open);
    } else {
      this.#open.last = index;
    }
  }

  list(): readonly { readonly place: string; readonly text: string }[] {
    return this.#stretches.map(({ place, index, at, latest, last }) => {
      const hours = Math.floor((latest.at - at) / TOLERANCE_SECONDS);
      const others = last === index ? '' : `, and so are those after it up to entry ${last}`;
      const text = `it is dated ${formatTime(at)}, ${formatAmount(hours, 'hour')} before entry ${latest.index}, which was in the log already${others}: it was backdated, or a clock was wrong`;
      return { place, text };
    });
  }
}
