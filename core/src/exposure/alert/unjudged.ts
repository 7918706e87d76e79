import { compareUtf8 } from '@candor/core/base';
import { type AuditRecord, isOutlookRule } from '@candor/core/evidence/record';
import type { Attributed } from '../attribution/attribution.ts';
import { isLicenseChange, type RecordMailbox } from '../attribution/mailbox-index.ts';
import { FirstKeys } from '../records/first-keys.ts';
import { findGrant } from '../records/grant.ts';
import { toGroupChange } from '../records/group-change.ts';
import { toProgramOperation } from '../records/program-rules.ts';
import { isNeutral } from '../records/record-scope.ts';
import { type OperationTable, toOperationKey } from '../reference/reference.ts';

/** Records without a verdict although they are, or may be, the intruder's. */
export interface UnjudgedRecords {
  /**
   * `no-rule`: the intruder's, of an operation without a rule; `no-mailbox`: the intruder's, or accesses by unknown
   * users, about an unnamed mailbox; `no-message`: the same about an unnamed message of a supplied mailbox;
   * `not-supplied`: by unknown users, about a missing mailbox; `no-enabled-rule`: a rule was switched on without a
   * record that it forwards.
   */
  readonly why: 'no-rule' | 'no-mailbox' | 'no-message' | 'not-supplied' | 'no-enabled-rule';
  /** The operation; for `not-supplied` the mailbox as recorded. */
  readonly name: string;
  readonly records: number;
  /** The smallest id in UTF-8 order. */
  readonly record: string;
  /** And the largest: with the count they identify these records. */
  readonly last: string;
}

/**
 * Finds records that would otherwise pass silently. Rules judge what they name (docs/formats/rules.md, Verdicts) and
 * clear what nothing accuses; an export of a whole mailbox, or a deletion without its mailbox, is neither.
 */
export class UnjudgedWatch {
  readonly #operations: OperationTable;
  readonly #kept: FirstKeys<UnjudgedRecords>;

  constructor(limit: number, operations: OperationTable) {
    this.#operations = operations;
    this.#kept = new FirstKeys(limit);
  }

  see(record: AuditRecord, mailbox: RecordMailbox, { label }: Attributed): void {
    if (label === 'intruder') {
      if (isWithoutRule(record) && !this.#isSettled(record, mailbox)) this.note('no-rule', record.operation, record);
      else if (mailbox.state === 'unnamed' && needsMailbox(record)) this.note('no-mailbox', record.operation, record);
      else if (mailbox.state === 'supplied' && lacksMessage(record)) this.note('no-message', record.operation, record);
    }
    if (label !== 'ambiguous' || !isAccess(record)) return;
    // A handled message keeps named copies from being cleared, in any mailbox.
    if (mailbox.state === 'unnamed' && record.kind !== 'handle' && needsMailbox(record))
      this.note('no-mailbox', record.operation, record);
    if (mailbox.state === 'supplied' && record.kind === 'bind' && lacksMessage(record))
      this.note('no-message', record.operation, record);
    if (mailbox.state === 'foreign') this.note('not-supplied', mailbox.key, record);
  }

  /**
   * Operations that show no mail need nobody, unless they keep a mailbox from being cleared (N1). UnlistedWatch reports
   * unlisted ones.
   */
  #isSettled(record: AuditRecord, mailbox: RecordMailbox): boolean {
    if (record.kind !== 'other' || isNeutral(record)) return false;
    const bearing = this.#operations.get(toOperationKey(record.operation));
    return mailbox.state === 'supplied' ? bearing === undefined : bearing === 'none';
  }

  list(): readonly UnjudgedRecords[] {
    return this.#kept.values();
  }

  note(why: UnjudgedRecords['why'], name: string, { id }: AuditRecord): void {
    const key = `${why}\n${name}`;
    const known = this.#kept.get(key);
    const { records, record, last } = known ?? { records: 0, record: id, last: id };
    this.#kept.set(key, {
      why,
      name,
      records: records + 1,
      record: compareUtf8(id, record) < 0 ? id : record,
      last: compareUtf8(id, last) > 0 ? id : last,
    });
  }
}

/**
 * Microsoft, "Manage mailbox auditing": the user signed in to the mailbox. It reads nothing; the intruder's activity
 * counts for gaps.
 */
const LOGIN = 'mailboxlogin';

function isWithoutRule(record: AuditRecord): boolean {
  const { kind, operation } = record;
  if (kind === 'rule') return isOutlookRule(operation) && toProgramOperation(record) === null;
  if (kind !== 'other' && kind !== 'permission') return false;
  if (findGrant(record) !== null || toGroupChange(record) !== null) return false;
  if (kind === 'permission') return true;
  // A licence starts a gap, or is reported separately.
  if (isLicenseChange(record)) return false;
  // An unknown kind of the neutral CSV is reported at its row.
  return isNeutral(record) ? operation.toLowerCase() === 'other' : operation.toLowerCase() !== LOGIN;
}

/**
 * A Bind's ids are listed as unresolved, a sent message is searched in all mailboxes, and a transport rule applies to
 * all.
 */
function needsMailbox(record: AuditRecord): boolean {
  const { kind, operation, items, lossy } = record;
  switch (kind) {
    case 'bind':
      return lossy !== null || !items.some(({ messageId }) => messageId !== null);
    case 'sync':
    case 'list':
    case 'search':
    case 'handle':
    case 'forwarding':
    case 'permission':
      return true;
    case 'rule':
      return /inboxrules?$/i.test(operation);
    default:
      return false;
  }
}

/** No rule covers what a record did to an unnamed message; an incomplete Bind is a gap. */
function lacksMessage({ kind, items, lossy, operationCount }: AuditRecord): boolean {
  const isAboutMessages = kind === 'handle' || kind === 'send' || (kind === 'bind' && lossy === null);
  if (!isAboutMessages || (items.length === 0 && operationCount === 0)) return false;
  return items.length === 0 || items.some(({ messageId }) => messageId === null);
}

function isAccess({ kind }: AuditRecord): boolean {
  return kind === 'bind' || kind === 'sync' || kind === 'list' || kind === 'handle';
}
