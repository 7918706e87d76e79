import type { AccessRecord, Window } from '@candor/core/evidence';
import type { Attributed } from '../attribution/attribution.ts';
import type { MailboxIndex, RecordMailbox } from '../attribution/mailbox-index.ts';
import type { RecordedFolder } from '../coverage/gap.ts';
import { SwitchLog } from '../coverage/switch-log.ts';
import { toMessageId } from '../verdict/message-id.ts';
import { ForwardingLog } from './forwarding.ts';
import { createMailboxRecords, type MailboxRecords } from './mailbox-records.ts';
import { FOREIGN_MAILBOX, MentionTable, ROLE, UNNAMED_MAILBOX } from './mention.ts';
import { UnknownNames } from './unknown-names.ts';

const DELETIONS: ReadonlySet<string> = new Set(['softdelete', 'harddelete', 'movetodeleteditems']);

/**
 * Everything that verdicts need of the records, and nothing else: most records are the owners' own and leave no trace here. Memory grows
 * with the intruder's and ambiguous records and with deletions inside the window.
 */
export class RecordStore {
  readonly mentions = new MentionTable();
  readonly switches: SwitchLog;
  readonly forwardings = new ForwardingLog();
  readonly unknownNames = new UnknownNames();
  readonly #window: Window;
  readonly #byCustodian: ReadonlyMap<string, MailboxRecords>;
  readonly #numbers: ReadonlyMap<string, number>;
  #hasSends = false;

  constructor(window: Window, custodians: readonly string[], mailboxes: MailboxIndex) {
    this.#window = window;
    this.#numbers = new Map(custodians.map((custodian, number) => [custodian, number]));
    this.#byCustodian = new Map(custodians.map((custodian) => [custodian, createMailboxRecords()]));
    this.switches = new SwitchLog(mailboxes);
  }

  /** The intruder sent something: what it answered must be looked for among the copies (W2). */
  get hasSends(): boolean {
    return this.#hasSends;
  }

  numberOf(custodian: string): number {
    return this.#numbers.get(custodian) ?? FOREIGN_MAILBOX;
  }

  recordsOf(custodian: string): MailboxRecords {
    return this.#byCustodian.get(custodian) ?? createMailboxRecords();
  }

  /** Call once for each distinct record. */
  gather(record: AccessRecord, mailbox: RecordMailbox, attributed: Attributed): void {
    if (isWithoutTrace(record, attributed)) return;
    const custodian = mailbox.state === 'supplied' ? mailbox.custodian : null;
    this.switches.gather(record);
    this.forwardings.gather(record, custodian, attributed);
    const records = custodian === null ? undefined : this.#byCustodian.get(custodian);
    if (records !== undefined) gatherFor(records, record, attributed);
    if (attributed.label === 'intruder') this.#gatherUnknown(record, mailbox);
    this.#gatherMentions(record, mailbox, rolesOf(record, attributed, this.#window));
  }

  #gatherMentions(record: AccessRecord, mailbox: RecordMailbox, roles: number): void {
    if (roles === 0) return;
    let number = -1;
    for (const { messageId, folder } of record.items) {
      const id = messageId === null ? null : toMessageId(messageId);
      if (id === null) continue;
      if (number < 0) number = this.mentions.addRecord(record.id, this.#toNumber(mailbox));
      this.mentions.add(number, roles, id, folder === null ? null : { text: folder, mayBePath: isNeutral(record) });
      if ((roles & ROLE.send) !== 0) this.#hasSends = true;
    }
  }

  #gatherUnknown(record: AccessRecord, mailbox: RecordMailbox): void {
    if (mailbox.state === 'foreign') this.unknownNames.addMailbox(mailbox.key);
    if (mailbox.state !== 'supplied' || (record.kind !== 'bind' && record.kind !== 'sync')) return;
    for (const folder of toFolders(record)) this.unknownNames.addFolder(mailbox.custodian, folder, record.id);
  }

  #toNumber(mailbox: RecordMailbox): number {
    if (mailbox.state === 'unnamed') return UNNAMED_MAILBOX;
    return mailbox.state === 'foreign' ? FOREIGN_MAILBOX : this.numberOf(mailbox.custodian);
  }
}

/** An access without strength says nothing but that it was throttled; nearly all records are such. */
function isWithoutTrace({ kind, throttled }: AccessRecord, { label }: Attributed): boolean {
  return (kind === 'bind' || kind === 'sync') && !throttled && label !== 'intruder' && label !== 'ambiguous';
}

function gatherFor(records: MailboxRecords, record: AccessRecord, { label }: Attributed): void {
  const { id, time } = record;
  if (record.throttled) records.throttled.push({ id, time });
  if (label !== 'intruder' && label !== 'ambiguous') return;
  const isIntruders = label === 'intruder';
  if (isIntruders) records.isActive = true;
  if (record.kind === 'sync') records.syncs.push({ id, time, isIntruders, folders: toFolders(record) });
  if (record.kind === 'bind' && record.lossy !== null) {
    records.lossy.push({ id, time, isIntruders, folders: toFolders(record) });
  }
  if (record.kind === 'search' && isIntruders && record.query !== null) {
    records.searches.push({ id, time, query: record.query });
  }
}

function rolesOf(record: AccessRecord, { label }: Attributed, window: Window): number {
  let roles = 0;
  if (label === 'intruder') {
    if (record.kind === 'bind') roles |= ROLE.bind;
    if (record.kind === 'handle') roles |= ROLE.handle;
    if (record.kind === 'send') roles |= ROLE.send;
  } else if (label === 'ambiguous') {
    roles |= record.kind === 'bind' ? ROLE.ambiguous | ROLE.ambiguousBind : ROLE.ambiguous;
  }
  const isInside = record.time >= window.start && record.time <= window.contained;
  if (isInside && record.kind === 'handle' && DELETIONS.has(record.operation.toLowerCase())) roles |= ROLE.deletion;
  return roles;
}

function toFolders(record: AccessRecord): readonly RecordedFolder[] {
  const mayBePath = isNeutral(record);
  return record.folders.map((text) => ({ text, mayBePath }));
}

/** A row of the neutral CSV has `<file>:<row>` for its id and no user; only there a folder may be a path. */
export function isNeutral({ id, userId, mailboxOwnerUpn }: AccessRecord): boolean {
  return userId === null && mailboxOwnerUpn === null && /:\d+$/.test(id);
}
