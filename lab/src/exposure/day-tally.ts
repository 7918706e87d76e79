import type { AuditRecord } from '@candor/core/evidence/record';
import type { LabelledRecord } from '@candor/core/exposure';
import type { Verdict } from '@candor/core/exposure/verdict';

const DAY_SECONDS = 86_400;

/** Days since 1970 in UTC. */
export type Day = number;

/** The intruder's acts of one kind in one mailbox on one day, or the undecided records. */
export interface DayOfActs {
  /** A custodian, the key of a mailbox that was not supplied, or null: a record about no mailbox. */
  readonly mailbox: string | null;
  readonly isSupplied: boolean;
  readonly day: Day;
  readonly kind: string;
  readonly isUndecided: boolean;
  readonly records: number;
}

/** Copies of one verdict that arrived on one day; null: nothing says when. */
export interface DayOfCopies {
  readonly day: Day | null;
  readonly verdict: string;
  readonly copies: number;
}

/** What happened on which day, as kept with a version. */
export interface DayTotals {
  readonly acts: readonly DayOfActs[];
  readonly copies: readonly DayOfCopies[];
  /** Days with rows about a custodian's mailbox: the first and the last of each unbroken series. */
  readonly recorded: Readonly<Record<string, readonly (readonly [first: Day, last: Day])[]>>;
}

/** Counts by day while records are labelled and copies are judged. */
export class DayTally {
  readonly #acts = new Map<string, DayOfActs & { records: number }>();
  readonly #copies = new Map<string, DayOfCopies & { copies: number }>();
  readonly #recorded = new Map<string, Set<Day>>();

  addRecord({ time, kind }: Pick<AuditRecord, 'time' | 'kind'>, labelled: LabelledRecord): void {
    const { mailbox, label, isIdle } = labelled;
    const day = Math.floor(time / DAY_SECONDS);
    const custodian = mailbox.state === 'supplied' ? mailbox.custodian : null;
    if (custodian !== null) {
      const days = this.#recorded.get(custodian);
      if (days === undefined) this.#recorded.set(custodian, new Set([day]));
      else days.add(day);
    }
    if (isIdle || (label !== 'intruder' && label !== 'ambiguous')) return;
    const name = mailbox.state === 'foreign' ? mailbox.key : custodian;
    const isUndecided = label === 'ambiguous';
    const key = `${day} ${kind} ${isUndecided} ${custodian !== null} ${name}`;
    const known = this.#acts.get(key);
    if (known !== undefined) known.records += 1;
    else this.#acts.set(key, { mailbox: name, isSupplied: custodian !== null, day, kind, isUndecided, records: 1 });
  }

  addCopy(arrived: number | null, verdict: Verdict): void {
    const day = arrived === null ? null : Math.floor(arrived / DAY_SECONDS);
    const key = `${day} ${verdict}`;
    const known = this.#copies.get(key);
    if (known === undefined) this.#copies.set(key, { day, verdict, copies: 1 });
    else known.copies += 1;
  }

  sum(): DayTotals {
    return {
      acts: [...this.#acts.values()].sort((a, b) => a.day - b.day),
      copies: [...this.#copies.values()].sort((a, b) => (a.day ?? 0) - (b.day ?? 0)),
      recorded: Object.fromEntries([...this.#recorded].map(([custodian, days]) => [custodian, toSeries(days)])),
    };
  }
}

function toSeries(days: ReadonlySet<Day>): readonly (readonly [Day, Day])[] {
  const series: [Day, Day][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const last = series.at(-1);
    if (last !== undefined && day === last[1] + 1) last[1] = day;
    else series.push([day, day]);
  }
  return series;
}
