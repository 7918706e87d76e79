import { compareUtf8 } from '@candor/core/base';
import type { AuditRecord, Contradiction } from '@candor/core/evidence/record';
import type { Attributed } from '../attribution/attributed.ts';
import type { Attribution } from '../attribution/attribution.ts';
import { type DelegateCount, DelegateTally } from '../attribution/delegates.ts';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';
import { FirstKeys } from '../records/first-keys.ts';

export interface Contradictory {
  /** Different addresses, as recorded; empty where addresses do not contradict each other. */
  readonly addresses: readonly string[];
  /** Other fields; empty where they do not contradict each other. */
  readonly fields: readonly Contradiction[];
  readonly records: number;
  /** The smallest id in UTF-8 order, and the largest. */
  readonly record: string;
  readonly last: string;
}

export interface Doubts {
  readonly contradictory: readonly Contradictory[];
  /** Users whom nobody knows as delegates, from an owner's address (A8b): a problem for a person. */
  readonly unknownDelegates: readonly DelegateCount[];
  /** Users whom only their own records before the window make delegates (A8): a problem for a person. */
  readonly recordedDelegates: readonly DelegateCount[];
}

export class DoubtWatch {
  readonly #attribution: Attribution;
  readonly #contradictory: FirstKeys<Contradictory>;
  readonly #unknown = new DelegateTally();
  readonly #recorded = new DelegateTally();

  constructor(limit: number, attribution: Attribution) {
    this.#attribution = attribution;
    this.#contradictory = new FirstKeys(limit);
  }

  see(record: AuditRecord, mailbox: RecordMailbox, { reason }: Attributed): void {
    const { contradicts, addresses } = record;
    if (contradicts.length > 0) this.#note([], contradicts, record);
    if (addresses.length > 0 && this.#attribution.isContradictory(record, mailbox)) this.#note(addresses, [], record);
    if (mailbox.state !== 'supplied') return;
    if (reason === 'other-user') this.#noteStranger(record, mailbox.custodian, mailbox);
    // Nearly all of these records are the owners' own.
    if (reason === 'owner-address' && this.#attribution.needsDelegate(record, mailbox)) {
      const user = this.#attribution.toUser(record.userId);
      if (user !== null && this.#attribution.findDelegate(record, mailbox) === 'recorded')
        this.#recorded.note(mailbox.custodian, user);
    }
  }

  list(): Doubts {
    return {
      contradictory: this.#contradictory.values(),
      unknownDelegates: this.#unknown.list(),
      recordedDelegates: this.#recorded.list(),
    };
  }

  #noteStranger(record: AuditRecord, custodian: string, mailbox: RecordMailbox): void {
    const user = this.#attribution.toUser(record.userId);
    if (user === null || this.#attribution.isUsedByIntruder(record.userId)) return;
    if (this.#attribution.findDelegate(record, mailbox) === null) this.#unknown.note(custodian, user);
  }

  #note(addresses: readonly string[], fields: readonly Contradiction[], { id }: AuditRecord): void {
    const key = `${addresses.join(' ')}\n${fields.join(' ')}`;
    const known = this.#contradictory.get(key);
    const { records, record, last } = known ?? { records: 0, record: id, last: id };
    this.#contradictory.set(key, {
      addresses,
      fields,
      records: records + 1,
      record: compareUtf8(id, record) < 0 ? id : record,
      last: compareUtf8(id, last) > 0 ? id : last,
    });
  }
}
