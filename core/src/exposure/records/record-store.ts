import { toIdKey } from '@candor/core/base';
import type { Incident, Interval, Window } from '@candor/core/evidence/incident';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Attributed } from '../attribution/attribution.ts';
import type { MailboxIndex, RecordMailbox } from '../attribution/mailbox-index.ts';
import { SwitchLog } from '../coverage/switch-log.ts';
import { UseLog } from '../coverage/use-log.ts';
import { toMessageId } from '../key/message-id.ts';
import { ForwardingLog } from './forwarding.ts';
import type { MailboxRecords } from './mailbox-records.ts';
import { FOREIGN_MAILBOX, MentionTable, ROLE, UNNAMED_MAILBOX } from './mention.ts';
import { ReachLog } from './reach-log.ts';
import { isNeutral, isOfAllMailboxes } from './record-scope.ts';
import { RecordTally, toFolders } from './record-tally.ts';
import { UnknownNames } from './unknown-names.ts';

const DELETIONS: ReadonlySet<string> = new Set(['softdelete', 'harddelete', 'movetodeleteditems']);
const MOVES: ReadonlySet<string> = new Set(['move', 'movetodeleteditems']);

/** Maximum listed suggested reaches. */
const SUGGESTIONS_LISTED = 1_000;

/** Facts about a record besides its label. */
export interface GatheredRecord extends Attributed {
  readonly mailbox: RecordMailbox;
  /** Its user is compromised (A8). */
  readonly isUserUsed: boolean;
}

/**
 * Everything that verdicts need from records: most are the owners' own and leave no trace here. Memory grows with
 * intruder and ambiguous records, moves and deletions.
 */
export class RecordStore {
  readonly mentions = new MentionTable();
  readonly switches: SwitchLog;
  readonly forwardings: ForwardingLog;
  readonly reach = new ReachLog(SUGGESTIONS_LISTED);
  readonly unknownNames = new UnknownNames();
  readonly #window: Window;
  readonly #boxes: ReadonlyMap<string, Box>;
  readonly #everywhere = new RecordTally();
  #hasSends = false;
  #hasStrangers = false;

  constructor({ window, organization, mailboxes, access }: Incident, index: MailboxIndex) {
    this.#window = window;
    this.#boxes = new Map(
      mailboxes.map(({ custodian, guids, address, kind }, number) => {
        const covers = access.flatMap((file): Interval[] => {
          const { covers: all } = file;
          return all !== null && (all.mailboxes === 'all' || all.mailboxes.includes(custodian)) ? [all] : [];
        });
        return [
          custodian,
          { number, guids, address, tally: new RecordTally(), uses: new UseLog(covers, kind === 'user') },
        ];
      }),
    );
    this.switches = new SwitchLog(index);
    this.forwardings = new ForwardingLog(organization.domains, index);
  }

  /** The intruder sent something: its parents must be searched among the copies (W2). */
  get hasSends(): boolean {
    return this.#hasSends;
  }

  /** The intruder opened or forwarded mail of an unsupplied person: the name may be anybody's alias (N1). */
  get hasStrangers(): boolean {
    return this.#hasStrangers;
  }

  numberOf(custodian: string): number {
    return this.#boxes.get(custodian)?.number ?? FOREIGN_MAILBOX;
  }

  /** Call after every record was gathered. */
  recordsOf(custodian: string): MailboxRecords {
    const box = this.#boxes.get(custodian);
    return (box?.tally ?? new RecordTally()).toRecords(this.#everywhere, box?.uses ?? new UseLog([], true));
  }

  /** Call once per distinct record. */
  gather(record: AuditRecord, gathered: GatheredRecord): void {
    const { mailbox, label } = gathered;
    const isOfAll = isOfAllMailboxes(record, mailbox);
    const box = mailbox.state === 'supplied' ? this.#boxes.get(mailbox.custodian) : undefined;
    const isIntruders = label === 'intruder';
    if (!isOfAll) box?.uses.see(record, isIntruders);
    if (isWithoutTrace(record, gathered)) return;
    const custodian = mailbox.state === 'supplied' ? mailbox.custodian : null;
    const isOfIntruder = isIntruders || (label === 'ambiguous' && gathered.isUserUsed);
    // Nearly all intruder and ambiguous records open mail and change nothing.
    if (record.kind !== 'bind' && record.kind !== 'sync') {
      this.switches.gather(record, isOfIntruder);
      this.forwardings.gather(record, custodian, gathered);
      this.reach.gather(record, mailbox, label, gathered.isUserUsed);
    }
    (isOfAll ? this.#everywhere : box?.tally)?.add(record, gathered);
    if (isIntruders) this.#gatherUnknown(record, mailbox);
    this.#gatherMentions(record, isOfAll ? UNNAMED_MAILBOX : this.#toNumber(mailbox), this.#rolesOf(record, gathered));
  }

  #gatherMentions(record: AuditRecord, mailbox: number, roles: number): void {
    if (roles === 0) return;
    const mayBePath = isNeutral(record);
    let number = -1;
    for (const { messageId, folder } of record.items) {
      const id = messageId === null ? null : toMessageId(messageId);
      if (id === null) continue;
      if (number < 0) number = this.mentions.addRecord(record.id, roles, mailbox, record.time);
      this.mentions.add(number, id, folder === null ? null : { text: folder, mayBePath });
      if ((roles & ROLE.send) !== 0) this.#hasSends = true;
    }
  }

  #gatherUnknown(record: AuditRecord, mailbox: RecordMailbox): void {
    const { kind } = record;
    if (mailbox.state === 'foreign' || mailbox.state === 'somebody') this.unknownNames.addMailbox(mailbox.key);
    if (mailbox.state === 'somebody' && (kind === 'permission' || kind === 'forwarding')) this.#hasStrangers = true;
    if (mailbox.state !== 'supplied' || (kind !== 'bind' && kind !== 'sync' && kind !== 'list')) return;
    for (const folder of toFolders(record)) {
      if (folder.text !== '') this.unknownNames.addFolder(mailbox.custodian, folder, record.id);
    }
  }

  #rolesOf(record: AuditRecord, { label, mailbox }: GatheredRecord): number {
    const { kind } = record;
    const operation = kind === 'handle' ? record.operation.toLowerCase() : '';
    let roles = 0;
    if (label === 'intruder') {
      if (kind === 'bind') roles |= ROLE.bind;
      if (kind === 'handle') roles |= this.#goesOut(record, mailbox) ? ROLE.copiedOut : ROLE.handle;
      if (kind === 'send') roles |= ROLE.send;
    } else if (label === 'ambiguous') {
      roles |= kind === 'bind' ? ROLE.ambiguous | ROLE.ambiguousBind : ROLE.ambiguous;
    }
    const { start, contained } = this.#window;
    if (DELETIONS.has(operation) && record.time >= start && record.time <= contained) roles |= ROLE.deletion;
    if (MOVES.has(operation) && mailbox.state === 'supplied') roles |= ROLE.move;
    return roles;
  }

  #goesOut(record: AuditRecord, mailbox: RecordMailbox): boolean {
    const box = mailbox.state === 'supplied' ? this.#boxes.get(mailbox.custodian) : undefined;
    return goesIntoAnotherMailbox(record, box?.guids ?? [], box?.address ?? null);
  }

  #toNumber(mailbox: RecordMailbox): number {
    if (mailbox.state === 'unnamed') return UNNAMED_MAILBOX;
    return mailbox.state === 'supplied' ? this.numberOf(mailbox.custodian) : FOREIGN_MAILBOX;
  }
}

interface Box {
  readonly number: number;
  readonly guids: readonly string[];
  readonly address: string;
  readonly tally: RecordTally;
  readonly uses: UseLog;
}

/** Other accesses only matter for throttling; nearly all records are such. */
function isWithoutTrace({ kind, throttled }: AuditRecord, { label }: Attributed): boolean {
  return (kind === 'bind' || kind === 'sync') && !throttled && label !== 'intruder' && label !== 'ambiguous';
}

/** Whether a `Copy` or `Move` targets another mailbox (docs/formats/rules.md, W1). */
function goesIntoAnotherMailbox(record: AuditRecord, guids: readonly string[], address: string | null): boolean {
  const operation = record.operation.toLowerCase();
  if (operation !== 'copy' && operation !== 'move') return false;
  const { crossMailbox, destMailboxGuid, destMailboxOwnerUpn, mailboxGuid, mailboxOwnerUpn } = record;
  if (crossMailbox) return true;
  if (destMailboxGuid !== null && destMailboxGuid !== mailboxGuid && !guids.includes(destMailboxGuid)) return true;
  if (destMailboxOwnerUpn === null) return false;
  const owner = toIdKey(destMailboxOwnerUpn);
  return [mailboxOwnerUpn, address].every((own) => own === null || toIdKey(own) !== owner);
}
