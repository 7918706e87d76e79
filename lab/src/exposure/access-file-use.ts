import type { Instant } from '@candor/core/base';
import { NumberByRow } from './number-by-row.ts';

/** What the records of one access file say of the file. */
export interface AccessFileUse {
  /** As in incident.yaml. */
  readonly file: string;
  readonly first: Instant;
  readonly last: Instant;
  /**
   * By custodian: records of the mailbox, separately exports of all mailboxes, and those by other users than the owner.
   */
  readonly mailboxes: ReadonlyMap<string, { readonly records: number; readonly byOthers: number }>;
}

/**
 * Counts records by the files that their rows are in. Whose mailbox a record is of is known in another pass over the
 * records than its rows, so each record leaves a number in between.
 */
export class AccessFileUses {
  readonly #custodians: string[] = [];
  readonly #numbers = new Map<string, number>();
  /**
   * By row: 0 for a record of no supplied mailbox, otherwise twice the custodian's number plus 1, plus 1 if its owner
   * made it.
   */
  readonly #byRow = new NumberByRow();
  readonly #files = new Map<string, Tally>();

  /** `custodian`: of the record's mailbox; null where it is of none, or of all. */
  note(rowId: number, custodian: string | null, isByOwner: boolean): void {
    if (custodian === null) return;
    let number = this.#numbers.get(custodian);
    if (number === undefined) {
      number = this.#custodians.push(custodian) - 1;
      this.#numbers.set(custodian, number);
    }
    this.#byRow.set(rowId, number * 2 + 1 + (isByOwner ? 1 : 0));
  }

  /** Once for each record and each file that it has a row in. */
  see(file: string, rowId: number, time: Instant): void {
    let tally = this.#files.get(file);
    if (tally === undefined) {
      tally = { first: time, last: time, mailboxes: new Map() };
      this.#files.set(file, tally);
    }
    tally.first = Math.min(tally.first, time);
    tally.last = Math.max(tally.last, time);
    const number = this.#byRow.get(rowId);
    if (number === 0) return;
    const custodian = this.#custodians[(number - 1) >>> 1] ?? '';
    let mailbox = tally.mailboxes.get(custodian);
    if (mailbox === undefined) {
      mailbox = { records: 0, byOthers: 0 };
      tally.mailboxes.set(custodian, mailbox);
    }
    mailbox.records += 1;
    if ((number - 1) % 2 === 0) mailbox.byOthers += 1;
  }

  list(): readonly AccessFileUse[] {
    return [...this.#files].map(([file, tally]) => ({ file, ...tally }));
  }
}

interface Tally {
  first: Instant;
  last: Instant;
  readonly mailboxes: Map<string, { records: number; byOthers: number }>;
}
