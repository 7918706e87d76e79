import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Interval, Mailbox } from '@candor/core/incident';
import { comesAsOwner } from '../attribution/as-owner.ts';

/** An access this long before an interval still shows that accesses are recorded. */
const BEFORE_SECONDS = 30 * 24 * 60 * 60;

/** This many records of activity show that a mailbox is used. */
const USES = 5;

interface LoggedInterval extends Interval {
  uses: number;
  isIntruderSeen: boolean;
  isAccessSeen: boolean;
}

/**
 * Whether accesses to a mailbox with an asserted log are recorded at all (docs/formats/rules.md, `not-recorded` and
 * positive control).
 */
export class UseLog {
  readonly #logged: readonly LoggedInterval[];
  readonly #isOfOnePerson: boolean;
  #hasControl: boolean;

  constructor(covers: readonly Interval[], { kind, audited }: Pick<Mailbox, 'kind' | 'audited'>) {
    this.#logged = join(covers).map((each) => ({ ...each, uses: 0, isIntruderSeen: false, isAccessSeen: false }));
    this.#isOfOnePerson = kind === 'user';
    this.#hasControl = audited;
  }

  /** An access like the owner's is recorded inside an asserted interval, or somebody checked that it would be. */
  get hasControl(): boolean {
    return this.#hasControl;
  }

  see(record: AuditRecord, isIntruders: boolean): void {
    const { time } = record;
    for (const logged of this.#logged) {
      if (time > logged.to || time < logged.from - BEFORE_SECONDS) continue;
      if (isAccess(record)) logged.isAccessSeen = true;
      if (time < logged.from) continue;
      if (!this.#hasControl && (record.kind === 'bind' || record.kind === 'sync'))
        this.#hasControl = !this.#isOfOnePerson || comesAsOwner(record);
      if (record.kind === 'send' || record.kind === 'handle' || record.kind === 'search') logged.uses += 1;
      if (isIntruders) logged.isIntruderSeen = true;
    }
  }

  /** `exports`: times of the intruder's exports of all mailboxes, which include this one. */
  listNotRecorded(exports: readonly Instant[]): readonly Interval[] {
    return this.#logged.filter(({ from, to, uses, isIntruderSeen, isAccessSeen }) => {
      if (isAccessSeen) return false;
      return uses >= USES || isIntruderSeen || exports.some((time) => time >= from && time <= to);
    });
  }
}

/** The operation of a neutral row is its kind. */
function isAccess({ operation }: AuditRecord): boolean {
  const name = operation.toLowerCase();
  return name === 'mailitemsaccessed' || name === 'bind' || name === 'sync';
}

/** Merges overlapping or adjacent intervals. */
function join(intervals: readonly Interval[]): readonly Interval[] {
  const joined: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
