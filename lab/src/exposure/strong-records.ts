import { compareUtf8, type Instant } from '@candor/core/base';

/** Records of a mailbox that are listed of the intruder's and ambiguous ones. */
const LISTED_RECORDS = 100;

/** What is said of the records of a mailbox that have any strength. */
export interface StrongRecords {
  readonly count: number;
  /** Ids of the first, by time. */
  readonly first: readonly string[];
}

interface Listed {
  readonly id: string;
  readonly time: Instant;
}

interface Tally {
  count: number;
  readonly first: Listed[];
}

const NONE: StrongRecords = { count: 0, first: [] };

/**
 * Counts them by mailbox as they are labelled: an index for that question would be as large as the table of the
 * records.
 */
export class StrongRecordTally {
  readonly #mailboxes = new Map<string, Tally>();

  add(custodian: string, record: Listed): void {
    let tally = this.#mailboxes.get(custodian);
    if (tally === undefined) {
      tally = { count: 0, first: [] };
      this.#mailboxes.set(custodian, tally);
    }
    tally.count += 1;
    const { first } = tally;
    let at = first.length;
    for (; at > 0 && isBehind(first[at - 1], record); at -= 1);
    if (at >= LISTED_RECORDS) return;
    first.splice(at, 0, { id: record.id, time: record.time });
    first.splice(LISTED_RECORDS);
  }

  listFor(custodian: string): StrongRecords {
    const tally = this.#mailboxes.get(custodian);
    return tally === undefined ? NONE : { count: tally.count, first: tally.first.map(({ id }) => id) };
  }
}

/** An id is read only where the times are the same. */
function isBehind(one: Listed | undefined, other: Listed): boolean {
  if (one === undefined || one.time !== other.time) return one !== undefined && one.time > other.time;
  return compareUtf8(one.id, other.id) > 0;
}
