import type { Instant } from '@candor/core/base';
import type { AccessRecord, Interval, Window } from '@candor/core/evidence';
import { listParameter, type MailboxIndex, toLastPart } from '../attribution/mailbox-index.ts';

/** An interval of all mailboxes in which logging was switched off, with the record that did it. */
export interface SwitchedOff extends Interval {
  readonly kind: 'bypassed' | 'ingestion-off';
  readonly record: string;
}

interface Turn {
  readonly id: string;
  readonly time: Instant;
}

/** The turns of one switch: the tenant's ingestion, or the bypass of one account. */
interface Turns {
  readonly kind: SwitchedOff['kind'];
  readonly off: Turn[];
  readonly on: Instant[];
}

/**
 * Records by which somebody switched logging off or on, whoever it was (docs/formats/rules.md, Coverage). A bypass belongs to an
 * account, hides what that account does in every mailbox, and is ended only by a later record of the same account.
 */
export class SwitchLog {
  readonly #mailboxes: MailboxIndex;
  readonly #turns = new Map<string, Turns>();

  constructor(mailboxes: MailboxIndex) {
    this.#mailboxes = mailboxes;
  }

  gather(record: AccessRecord): void {
    switch (record.operation.toLowerCase()) {
      case 'set-mailboxauditbypassassociation':
        this.#note('bypassed', this.#accountOf(record), record, readFlag(record, 'AuditBypassEnabled'));
        break;
      case 'set-adminauditlogconfig':
        this.#note('ingestion-off', '', record, negate(readFlag(record, 'UnifiedAuditLogIngestionEnabled')));
        break;
    }
  }

  /** Each record that switched logging off, until the next that switched it on again, else until containment. */
  listSwitchedOff(window: Window): readonly SwitchedOff[] {
    const found: SwitchedOff[] = [];
    for (const { kind, off, on } of this.#turns.values()) {
      for (const { id, time } of off) {
        const end = on.reduce<Instant | null>(
          (next, at) => (at > time && (next === null || at < next) ? at : next),
          null,
        );
        found.push({ kind, from: time, to: end ?? window.contained, record: id });
      }
    }
    return found;
  }

  #note(kind: SwitchedOff['kind'], account: string, { id, time }: AccessRecord, isOff: boolean | null): void {
    if (isOff === null) return;
    const key = `${kind} ${account}`;
    const turns = this.#turns.get(key) ?? { kind, off: [], on: [] };
    if (isOff) turns.off.push({ id, time });
    else turns.on.push(time);
    this.#turns.set(key, turns);
  }

  #accountOf(record: AccessRecord): string {
    const names = [...listParameter(record, 'Identity'), record.objectId ?? ''].filter((name) => name.trim() !== '');
    for (const name of names) {
      const custodian = this.#mailboxes.find(name);
      if (custodian !== null) return `custodian ${custodian}`;
    }
    return `account ${toLastPart(names[0] ?? '')}`;
  }
}

/** A PowerShell truth value; null when the record does not give it. */
function readFlag(record: AccessRecord, name: string): boolean | null {
  const [value] = listParameter(record, name);
  switch (value?.trim().toLowerCase()) {
    case 'true':
    case '$true':
      return true;
    case 'false':
    case '$false':
      return false;
    default:
      return null;
  }
}

function negate(flag: boolean | null): boolean | null {
  return flag === null ? null : !flag;
}
