import { compareUtf8 } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Attributed, Attribution } from '../attribution/attribution.ts';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';
import { FirstKeys } from './first-keys.ts';

/**
 * Changes of an account's licence from which no gap follows: the licence may have taken the log of its mailbox away.
 */
export interface LicenseChange {
  /** The account as recorded. */
  readonly account: string;
  /** Null: nobody supplied its mailbox. */
  readonly custodian: string | null;
  readonly records: number;
  /** Id of one of them, the first in UTF-8 order, and of the last in it. */
  readonly record: string;
  readonly last: string;
}

/** Watches for them: one by the intruder, or by a user whom it uses, begins a gap and needs nobody. */
export class LicenseWatch {
  readonly #attribution: Attribution;
  readonly #kept: FirstKeys<LicenseChange>;

  constructor(limit: number, attribution: Attribution) {
    this.#attribution = attribution;
    this.#kept = new FirstKeys(limit);
  }

  see({ id, userId, objectId }: AuditRecord, mailbox: RecordMailbox, { label }: Attributed): void {
    const custodian = mailbox.state === 'supplied' ? mailbox.custodian : null;
    const isOfIntruder = label === 'intruder' || (label === 'ambiguous' && this.#attribution.isUsedByIntruder(userId));
    if (custodian !== null && isOfIntruder) return;
    const account = objectId?.trim() ?? '';
    const known = this.#kept.get(account) ?? { account, custodian, records: 0, record: id, last: id };
    this.#kept.set(account, {
      account,
      custodian,
      records: known.records + 1,
      record: compareUtf8(id, known.record) < 0 ? id : known.record,
      last: compareUtf8(id, known.last) > 0 ? id : known.last,
    });
  }

  list(): readonly LicenseChange[] {
    return this.#kept.values();
  }
}
