import { type Instant, toIdKey } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Incident, Interval } from '@candor/core/incident';
import type { MailboxIndex, RecordMailbox } from '../attribution/mailbox-index.ts';
import { Rhythm } from '../coverage/rhythm.ts';
import { SwitchLog } from '../coverage/switch-log.ts';
import { UseLog } from '../coverage/use-log.ts';
import { toMessageId } from '../key/message-id.ts';
import { ForwardingLog } from './forwarding.ts';
import type { GatheredRecord } from './gathered-record.ts';
import type { MailboxRecords } from './mailbox-records.ts';
import { FOREIGN_MAILBOX, MentionTable, ROLE, UNNAMED_MAILBOX } from './mention.ts';
import { ReachLog } from './reach-log.ts';
import { isNeutral, isOfAllMailboxes } from './record-scope.ts';
import { RecordTally, toFolders } from './record-tally.ts';
import { UnknownNames } from './unknown-names.ts';

const ERASURES: ReadonlySet<string> = new Set(['softdelete', 'harddelete']);
const DELETIONS: ReadonlySet<string> = new Set([...ERASURES, 'movetodeleteditems']);
const MOVES: ReadonlySet<string> = new Set(['move', 'movetodeleteditems']);

/** Maximum listed suggested reaches. */
const SUGGESTIONS_LISTED = 1_000;

/** Workloads whose operations without a mailbox are about files and accounts, not about mail (N1). */
const OTHER_WORKLOADS: ReadonlySet<string> = new Set(['sharepoint', 'onedrive', 'azureactivedirectory']);

/**
 * Everything that verdicts need from records: most are the owners' own and leave no trace here. Memory grows with
 * intruder and ambiguous records, moves and deletions.
 */
export class RecordStore {
  readonly mentions = new MentionTable();
  readonly switches: SwitchLog;
  readonly forwardings: ForwardingLog;
  readonly reach: ReachLog;
  readonly unknownNames = new UnknownNames();
  readonly #index: MailboxIndex;
  readonly #boxes: ReadonlyMap<string, Box>;
  readonly #everywhere = new RecordTally();
  /** Times of the records of all mailboxes. */
  readonly #timesOfAll: Instant[] = [];

  constructor({ organization, mailboxes, access }: Incident, index: MailboxIndex, ruleParameters: ReadonlySet<string>) {
    this.#index = index;
    this.#boxes = new Map(
      mailboxes.map((mailbox, number) => {
        const { custodian, guids, address } = mailbox;
        const covers = access.flatMap((file): Interval[] => {
          const { covers: all } = file;
          return all !== null && (all.mailboxes === 'all' || all.mailboxes.includes(custodian)) ? [all] : [];
        });
        return [
          custodian,
          { number, guids, address, tally: new RecordTally(), uses: new UseLog(covers, mailbox), rhythm: new Rhythm() },
        ];
      }),
    );
    this.switches = new SwitchLog(index);
    this.forwardings = new ForwardingLog({ domains: organization.domains, mailboxes: index, ruleParameters });
    this.reach = new ReachLog(index, SUGGESTIONS_LISTED);
  }

  /** Some rule asks which mailboxes hold what a record names, or which copies went to a group. */
  get isSeeking(): boolean {
    return this.mentions.size > 0 || this.forwardings.groups.isSeeking;
  }

  numberOf(custodian: string): number {
    return this.#boxes.get(custodian)?.number ?? FOREIGN_MAILBOX;
  }

  /** Call after every record was gathered. */
  recordsOf(custodian: string): MailboxRecords {
    const box = this.#boxes.get(custodian);
    return (box?.tally ?? new RecordTally()).toRecords(
      this.#everywhere,
      box?.uses ?? new UseLog([], { kind: 'user', audited: false }),
    );
  }

  /** Long times without a record of the mailbox. Call after every record was gathered. */
  findSilences(custodian: string, span: Interval): readonly Interval[] {
    return this.#boxes.get(custodian)?.rhythm.findSilences(span, this.#timesOfAll) ?? [];
  }

  /** Call once per distinct record. */
  gather(record: AuditRecord, gathered: GatheredRecord): void {
    const { mailbox, label } = gathered;
    const isOfAll = isOfAllMailboxes(record, mailbox);
    const boxes = this.#boxesOf(mailbox);
    const isIntruders = label === 'intruder';
    if (isOfAll) this.#timesOfAll.push(record.time);
    else
      for (const box of boxes) {
        box.uses.see(record, isIntruders);
        box.rhythm.see(record.time);
      }
    if (isWithoutTrace(record, gathered)) return;
    const custodian = mailbox.state === 'supplied' ? mailbox.custodian : null;
    const isOfUsed = label === 'ambiguous' && gathered.isUserUsed && !gathered.isLinkedAfter;
    const isOfIntruder = isIntruders || isOfUsed;
    // Nearly all intruder and ambiguous records open mail and change nothing.
    if (record.kind !== 'bind' && record.kind !== 'sync') {
      this.switches.gather(record, isOfIntruder);
      this.forwardings.gather(record, custodian, gathered);
      this.reach.gather(record, gathered);
    }
    const isOut = record.kind === 'handle' && goesIntoAnotherMailbox(record, boxes[0]);
    if (isOfAll) this.#everywhere.add(record, gathered, isOut);
    else for (const { tally } of boxes) tally.add(record, gathered, isOut);
    if (isIntruders) this.#gatherUnknown(record, mailbox);
    if (isIntruders && !gathered.isAccepted) this.#gatherBars(record, mailbox);
    this.#gatherMentions(record, isOfAll ? UNNAMED_MAILBOX : this.#toNumber(mailbox), toRoles(record, gathered, isOut));
  }

  /** Boxes of a record that is not of all mailboxes; called for millions of records, nearly all of one. */
  #boxesOf(mailbox: RecordMailbox): readonly Box[] {
    if (mailbox.state === 'several') return mailbox.custodians.flatMap((custodian) => this.#boxes.get(custodian) ?? []);
    const box = mailbox.state === 'supplied' ? this.#boxes.get(mailbox.custodian) : undefined;
    return box === undefined ? NO_BOXES : [box];
  }

  /** Records that are of no supplied mailbox and keep some from being cleared (N1). */
  #gatherBars({ kind, userId, workload }: AuditRecord, mailbox: RecordMailbox): void {
    if (mailbox.state === 'somebody' && (kind === 'permission' || kind === 'forwarding')) this.#everywhere.bar();
    if (kind !== 'other' || mailbox.state !== 'unnamed' || userId === null) return;
    if (OTHER_WORKLOADS.has(workload?.trim().toLowerCase() ?? '')) return;
    const custodian = this.#index.name(userId);
    if (custodian !== null) this.#boxes.get(custodian)?.tally.bar();
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
    }
  }

  #gatherUnknown(record: AuditRecord, mailbox: RecordMailbox): void {
    const { kind } = record;
    // Without a name of its own, an export of somebody gives none to list.
    if ((mailbox.state === 'foreign' || mailbox.state === 'somebody') && mailbox.key !== '')
      this.unknownNames.addMailbox(mailbox.key);
    if (mailbox.state !== 'supplied' || (kind !== 'bind' && kind !== 'sync' && kind !== 'list')) return;
    for (const folder of toFolders(record)) {
      if (folder.text !== '') this.unknownNames.addFolder(mailbox.custodian, folder, record.id);
    }
  }

  #toNumber(mailbox: RecordMailbox): number {
    if (mailbox.state === 'unnamed') return UNNAMED_MAILBOX;
    return mailbox.state === 'supplied' ? this.numberOf(mailbox.custodian) : FOREIGN_MAILBOX;
  }
}

const NO_BOXES: readonly Box[] = [];

interface Box {
  readonly number: number;
  readonly guids: readonly string[];
  readonly address: string;
  readonly tally: RecordTally;
  readonly uses: UseLog;
  readonly rhythm: Rhythm;
}

/** Other accesses only matter for throttling; nearly all records are such. */
function isWithoutTrace({ kind, throttled }: AuditRecord, { label }: GatheredRecord): boolean {
  return (kind === 'bind' || kind === 'sync') && !throttled && label !== 'intruder' && label !== 'ambiguous';
}

function toRoles(record: AuditRecord, gathered: GatheredRecord, isOut: boolean): number {
  const { label, mailbox, isAccepted, isLinkedAfter } = gathered;
  const { kind } = record;
  const operation = kind === 'handle' ? record.operation.toLowerCase() : '';
  let roles = 0;
  if (label === 'intruder') {
    if (!isAccepted) roles |= ROLE.names;
    if (kind === 'bind') roles |= ROLE.bind;
    if (kind === 'handle') roles |= isOut ? ROLE.copiedOut : ROLE.handle;
    if (kind === 'send') roles |= ROLE.send;
  } else if (label === 'ambiguous') {
    roles |= isLinkedAfter ? ROLE.names | ROLE.linkedAfter : ROLE.names;
    if (kind === 'bind') roles |= ROLE.ambiguousBind;
    if (isOut) roles |= ROLE.ambiguousCopiedOut;
    if (kind === 'send') roles |= ROLE.ambiguousSend;
  }
  if (DELETIONS.has(operation)) roles |= ERASURES.has(operation) ? ROLE.deletion | ROLE.erasure : ROLE.deletion;
  if (MOVES.has(operation) && mailbox.state === 'supplied') roles |= ROLE.move;
  return roles;
}

/** Whether a `Copy` or `Move` targets another mailbox (docs/formats/rules.md, W1). */
function goesIntoAnotherMailbox(record: AuditRecord, box: Box | undefined): boolean {
  const operation = record.operation.toLowerCase();
  if (operation !== 'copy' && operation !== 'move') return false;
  const { crossMailbox, destMailboxGuid, destMailboxOwnerUpn, mailboxGuid, mailboxOwnerUpn } = record;
  if (crossMailbox) return true;
  const isOwn = destMailboxGuid === mailboxGuid || box?.guids.includes(destMailboxGuid ?? '') === true;
  if (destMailboxGuid !== null && !isOwn) return true;
  if (destMailboxOwnerUpn === null) return false;
  const owner = toIdKey(destMailboxOwnerUpn);
  return [mailboxOwnerUpn, box?.address ?? null].every((own) => own === null || toIdKey(own) !== owner);
}
