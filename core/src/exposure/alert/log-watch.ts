import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Incident } from '@candor/core/incident';
import { MailboxIndex } from '../attribution/mailbox-index.ts';
import { isOfAllMailboxes } from '../records/record-scope.ts';

export interface LogSpan {
  readonly first: Instant | null;
  readonly last: Instant | null;
  /** By custodian: records of the mailbox, and how many are not by its owner. */
  readonly mailboxes: ReadonlyMap<string, { readonly records: number; readonly byOthers: number }>;
}

export interface SeenInLog {
  readonly time: Instant;
  readonly custodian: string | null;
  readonly isByOwner: boolean;
}

interface Span {
  first: Instant | null;
  last: Instant | null;
  readonly mailboxes: Map<string, { records: number; byOthers: number }>;
}

export class LogWatch<File> {
  readonly #spans = new Map<File, Span>();

  see(file: File, { time, custodian, isByOwner }: SeenInLog): void {
    let span = this.#spans.get(file);
    if (span === undefined) {
      span = { first: null, last: null, mailboxes: new Map() };
      this.#spans.set(file, span);
    }
    if (span.first === null || time < span.first) span.first = time;
    if (span.last === null || time > span.last) span.last = time;
    if (custodian === null) return;
    const own = span.mailboxes.get(custodian);
    if (own === undefined) span.mailboxes.set(custodian, { records: 1, byOthers: isByOwner ? 0 : 1 });
    else {
      own.records += 1;
      if (!isByOwner) own.byOthers += 1;
    }
  }

  /** A file without a record gets an empty span. */
  spanOf(file: File): LogSpan {
    return this.#spans.get(file) ?? { first: null, last: null, mailboxes: new Map() };
  }
}

export function createLogReader(
  incident: Incident,
): (record: AuditRecord) => Pick<SeenInLog, 'custodian' | 'isByOwner'> {
  const mailboxes = new MailboxIndex(incident);
  return (record) => {
    const mailbox = mailboxes.resolve(record);
    if (mailbox.state !== 'supplied' || isOfAllMailboxes(record, mailbox)) return { custodian: null, isByOwner: false };
    return { custodian: mailbox.custodian, isByOwner: mailboxes.isByOwner(record, mailbox) };
  };
}
