import { compareUtf8 } from '@candor/core/base';
import { type AuditRecord, isOutlookRule } from '@candor/core/evidence/record';
import type { Attributed } from '../attribution/attribution.ts';
import { isLicenseChange, type RecordMailbox } from '../attribution/mailbox-index.ts';
import { toProgramOperation } from '../records/forwarding.ts';
import { findGrantMethod } from '../records/reach-log.ts';
import { isNeutral } from '../records/record-scope.ts';
import { type OperationTable, toOperationKey } from '../reference/reference.ts';
import { FirstKeys } from './first-keys.ts';

/** Records from which no verdict follows, though they are the intruder's or may be. */
export interface UnjudgedRecords {
  /**
   * `no-rule`: the intruder's, of an operation of which no rule speaks; `no-mailbox`: the intruder's, or accesses of
   * nobody known, about a mailbox that they do not name; `no-message`: the same, in a mailbox that is there, about a
   * message that they do not name; `not-supplied`: of nobody known, about a mailbox that is not there;
   * `no-enabled-rule`: a rule was switched on of which no record says that it forwards.
   */
  readonly why: 'no-rule' | 'no-mailbox' | 'no-message' | 'not-supplied' | 'no-enabled-rule';
  /** The operation; of `not-supplied` the mailbox, as records name it. */
  readonly name: string;
  readonly records: number;
  /** Id of one of them, the first in UTF-8 order. */
  readonly record: string;
  /** And the last in it: with the number they tell these records from others. */
  readonly last: string;
}

/**
 * Watches for records that would pass without a word. The rules judge what they name (docs/formats/rules.md, Verdicts)
 * and clear what nothing speaks of; an export of a whole mailbox, or a deletion without its mailbox, is neither.
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
    // What it handled keeps the copies that it names from being cleared, in whichever mailbox.
    if (mailbox.state === 'unnamed' && record.kind !== 'handle' && needsMailbox(record))
      this.note('no-mailbox', record.operation, record);
    if (mailbox.state === 'supplied' && record.kind === 'bind' && lacksMessage(record))
      this.note('no-message', record.operation, record);
    if (mailbox.state === 'foreign') this.note('not-supplied', mailbox.key, record);
  }

  /**
   * Operations that show nobody any mail ask nobody, unless they keep a mailbox from being cleared (N1). One that is
   * not in the table is told by itself (UnlistedWatch).
   */
  #isSettled(record: AuditRecord, mailbox: RecordMailbox): boolean {
    if (record.kind !== 'other' || isNeutral(record)) return false;
    const bearing = this.#operations.get(toOperationKey(record.operation));
    return mailbox.state === 'supplied' ? bearing === undefined : bearing === 'none';
  }

  /** In order of reason and name. */
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
 * Microsoft, "Manage mailbox auditing": the user signed in to the mailbox. It reads nothing; that the intruder is
 * active there counts for the gaps.
 */
const LOGIN = 'mailboxlogin';

function isWithoutRule(record: AuditRecord): boolean {
  const { kind, operation, query } = record;
  if (kind === 'search') return query === null;
  if (kind === 'rule') return isOutlookRule(operation) && toProgramOperation(record) === null;
  if (kind !== 'other' && kind !== 'permission') return false;
  if (findGrantMethod(record) !== null) return false;
  if (kind === 'permission') return true;
  // A licence begins a gap, or is told of by itself.
  if (isLicenseChange(record)) return false;
  // A kind of the neutral CSV that is none is told where its row is.
  return isNeutral(record) ? operation.toLowerCase() === 'other' : operation.toLowerCase() !== LOGIN;
}

/**
 * A Bind's ids are listed as unresolved, a sent message is looked for in all mailboxes, and a transport rule is about
 * all of them.
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
      return !/(?:transport|journal)rule$/i.test(operation);
    default:
      return false;
  }
}

/**
 * What a record did to a message that it does not name follows from no rule; a Bind that is known not to be whole is a
 * gap.
 */
function lacksMessage({ kind, items, lossy, operationCount }: AuditRecord): boolean {
  const isAboutMessages = kind === 'handle' || kind === 'send' || (kind === 'bind' && lossy === null);
  if (!isAboutMessages || (items.length === 0 && operationCount === 0)) return false;
  return items.length === 0 || items.some(({ messageId }) => messageId === null);
}

function isAccess({ kind }: AuditRecord): boolean {
  return kind === 'bind' || kind === 'sync' || kind === 'list' || kind === 'handle';
}
