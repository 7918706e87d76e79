import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Interval } from '@candor/core/incident';
import {
  isLicenseChange,
  listParameter,
  listValues,
  type MailboxIndex,
  toLastPart,
} from '../attribution/mailbox-index.ts';

/** Whole words, ignoring case: no adjacent letter, number or `_`. */
const word = (text: string) => new RegExp(`(?<![\\p{L}\\p{N}_])${text}(?![\\p{L}\\p{N}_])`, 'iu');

const ACCESS = word('MailItemsAccessed');
const REMOVE = word('remove');
const ADD = word('add');

/** An interval with logging switched off, and its record. */
export interface SwitchedOff extends Interval {
  readonly kind: 'bypassed' | 'ingestion-off' | 'audit-off' | 'unlicensed';
  readonly custodian: string | null;
  readonly record: string;
}

interface Turn {
  readonly id: string;
  readonly time: Instant;
}

interface Turns {
  readonly kind: SwitchedOff['kind'];
  readonly custodian: string | null;
  readonly off: Turn[];
  readonly on: Instant[];
}

/** Logged actions of a mailbox, by owner, delegates and administrators. */
const AUDIT_LISTS = ['AuditOwner', 'AuditDelegate', 'AuditAdmin'];

/**
 * Records that switch logging off or on, by anyone (docs/formats/rules.md, Coverage). A bypass belongs to an account,
 * hides its actions in every mailbox, and only ends with a later record of that account.
 */
export class SwitchLog {
  readonly #mailboxes: MailboxIndex;
  readonly #turns = new Map<string, Turns>();

  constructor(mailboxes: MailboxIndex) {
    this.#mailboxes = mailboxes;
  }

  /** `isOfIntruder`: labelled intruder, or ambiguous by a compromised user. Only used for licences. */
  gather(record: AuditRecord, isOfIntruder: boolean): void {
    switch (record.operation.toLowerCase()) {
      case 'set-mailboxauditbypassassociation':
        this.#note('bypassed', this.#accountOf(record), null, record, isFlag(record, 'AuditBypassEnabled', true));
        break;
      case 'set-adminauditlogconfig':
        this.#note('ingestion-off', '', null, record, isFlag(record, 'UnifiedAuditLogIngestionEnabled', false));
        break;
      case 'set-organizationconfig':
        this.#note('audit-off', '', null, record, isFlag(record, 'AuditDisabled', true));
        break;
      case 'set-mailbox':
        this.#noteMailbox(record);
        break;
      default:
        if (isLicenseChange(record)) this.#noteLicense(record, isOfIntruder);
    }
  }

  /** Each interval from switching off until switching on, otherwise without an end. */
  listSwitchedOff(): readonly SwitchedOff[] {
    const found: SwitchedOff[] = [];
    for (const { kind, custodian, off, on } of this.#turns.values()) {
      on.sort((a, b) => a - b);
      for (const { id, time } of off) {
        const to = on[countUpTo(on, time)] ?? Number.POSITIVE_INFINITY;
        found.push({ kind, custodian, from: time, to, record: id });
      }
    }
    return found;
  }

  #noteMailbox(record: AuditRecord): void {
    const custodian = this.#mailboxes.findNamed(record);
    if (custodian === null) return;
    this.#note('audit-off', `${custodian}\nall`, custodian, record, isFlag(record, 'AuditEnabled', false));
    for (const name of AUDIT_LISTS) {
      for (const value of listValues(record, name)) {
        this.#note('audit-off', `${custodian}\n${name}`, custodian, record, readAuditList(value));
      }
    }
  }

  /** Any change may restore the licence, so each ends the previous interval. */
  #noteLicense(record: AuditRecord, isOfIntruder: boolean): void {
    const custodian = record.objectId === null ? null : this.#mailboxes.find(record.objectId);
    if (custodian === null) return;
    this.#note('unlicensed', custodian, custodian, record, false);
    if (isOfIntruder) this.#note('unlicensed', custodian, custodian, record, true);
  }

  #note(
    kind: SwitchedOff['kind'],
    key: string,
    custodian: string | null,
    { id, time }: AuditRecord,
    isOff: boolean | null,
  ): void {
    if (isOff === null) return;
    const whole = `${kind} ${key}`;
    const turns = this.#turns.get(whole) ?? { kind, custodian, off: [], on: [] };
    if (isOff) turns.off.push({ id, time });
    else turns.on.push(time);
    this.#turns.set(whole, turns);
  }

  #accountOf(record: AuditRecord): string {
    const names = [...listParameter(record, 'Identity'), record.objectId ?? ''].filter((name) => name.trim() !== '');
    for (const name of names) {
      const custodian = this.#mailboxes.find(name);
      if (custodian !== null) return `custodian ${custodian}`;
    }
    return `account ${toLastPart(names[0] ?? '')}`;
  }
}

/** Whether a parameter has this PowerShell boolean; null when missing. */
function isFlag(record: AuditRecord, name: string, wanted: boolean): boolean | null {
  const [value] = listParameter(record, name);
  if (value === undefined) return null;
  const flag = value.trim().toLowerCase();
  return wanted ? flag === 'true' || flag === '$true' : flag === 'false' || flag === '$false';
}

/** Number of sorted instants that are not later. */
function countUpTo(sorted: readonly Instant[], time: Instant): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Effect of a list of logged actions on `MailItemsAccessed` (docs/formats/rules.md, Coverage): true removes it, false
 * adds it, null neither. A list is complete, or a change such as `@{Remove="MailItemsAccessed"}`.
 */
function readAuditList(text: string): boolean | null {
  if (ACCESS.test(text)) return REMOVE.test(text);
  return REMOVE.test(text) || ADD.test(text) ? null : true;
}
