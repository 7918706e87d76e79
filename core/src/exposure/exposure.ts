import type { Copy } from '@candor/core/evidence/message';
import type { AuditRecord, LearningPass } from '@candor/core/evidence/record';
import type { Incident, Interval, ListedFolder, Reach } from '@candor/core/incident';
import { ALERT_LISTED, type Alerts, Watch } from './alert/alert.ts';
import { LinkedWatch } from './alert/linked-watch.ts';
import type { Attributed } from './attribution/attributed.ts';
import { Attribution } from './attribution/attribution.ts';
import { listLearningPasses } from './attribution/learning.ts';
import { MailboxIndex, type RecordMailbox } from './attribution/mailbox-index.ts';
import { NEAR_SECONDS } from './attribution/near-times.ts';
import { type Coverage, type FileFinding, findCoverage } from './coverage/coverage.ts';
import type { Span } from './coverage/span.ts';
import type { SwitchedOff } from './coverage/switch-log.ts';
import { Carriers, type CarryingCopy } from './judge/carriers.ts';
import type { MailboxReach } from './judge/gap-rules.ts';
import { HeldIds } from './judge/held-ids.ts';
import { MailboxJudge } from './judge/mailbox-judge.ts';
import { SentCopies } from './judge/sent-copies.ts';
import { LeadTally } from './lead/lead-tally.ts';
import { isTargetOutside } from './lead/outside-target.ts';
import { isOfAllMailboxes } from './records/record-scope.ts';
import { RecordStore } from './records/record-store.ts';
import type { Reference } from './reference/reference.ts';
import { type BindIdCounts, type Unresolved, UnresolvedNames } from './unresolved.ts';
import type { Judgement } from './verdict/verdict.ts';

export interface LabelledRecord extends Attributed {
  readonly mailbox: RecordMailbox;
  readonly isAccepted: boolean;
  /** It changes nothing (docs/formats/rules.md, Records): it failed, or is ambiguous and accepted. */
  readonly isIdle: boolean;
  /** A10b links it later than 24 hours after containment: it gives no reason, and what it names is `linked-after`. */
  readonly isLinkedAfter: boolean;
}

/** A search by user would find this mailbox of a record. */
export interface OwnMailbox {
  readonly custodian: string;
  readonly isByOwner: boolean;
}

/** A copy, as rules about other copies see it: W2, B6, B8, and groups (F1). */
export type SoughtCopy = Pick<Copy, 'custodian' | 'names' | 'parents' | 'addresses'>;

/**
 * From access records and copies to one verdict a copy: the whole of docs/formats/rules.md. Each step sees its input as
 * a stream, in any order; the steps come one after the other:
 *
 * 1. Every pass of `learn`, over distinct records that did not fail.
 * 2. `label` every distinct record once more, and `gather` it. Of Binds and Syncs that are neither the intruder's nor
 *    ambiguous, which are nearly all, neither step looks at items or folders.
 * 3. `seek` every copy of every mailbox, only if `isSeeking`; best mailbox by mailbox.
 * 4. `seekCarrier` every copy that carries others. For each of the `carryingCustodians`: `openMailbox` alone, observe
 *    its copies, judge and settle its carriers.
 * 5. For each mailbox, those without copies too: `openMailbox`, observe its copies, judge its copies, `closeMailbox`.
 * 6. `listUnresolved`, `alerts`.
 */
export class Exposure {
  readonly #incident: Incident;
  readonly #mailboxes: MailboxIndex;
  readonly #attribution: Attribution;
  readonly #records: RecordStore;
  readonly #watch: Watch;
  readonly #linked = new LinkedWatch(ALERT_LISTED);
  readonly #findings: ReadonlyMap<string, FileFinding>;
  readonly #sent: SentCopies;
  readonly #held: HeldIds;
  readonly #carriers: Carriers;
  readonly #unresolved: UnresolvedNames;
  #switches: readonly SwitchedOff[] | null = null;
  #isSentSettled = false;

  constructor(incident: Incident, reference: Reference, findings: Iterable<FileFinding>) {
    this.#incident = incident;
    this.#mailboxes = new MailboxIndex(incident);
    this.#attribution = new Attribution(incident, reference, this.#mailboxes);
    this.#records = new RecordStore(incident, this.#mailboxes, reference.ruleParameters);
    this.#watch = new Watch(incident.window, this.#attribution, reference.operations);
    this.#findings = new Map([...findings].map((finding) => [finding.file, finding]));
    this.#sent = new SentCopies(this.#records.mentions);
    this.#held = new HeldIds(this.#records.mentions);
    this.#carriers = new Carriers(incident.policy);
    this.#unresolved = new UnresolvedNames(this.#records.mentions, this.#records.unknownNames, this.#held);
  }

  /** The passes over records that come before the first label, one after the other. */
  learn(): Iterable<LearningPass> {
    return listLearningPasses(this.#attribution, this.#mailboxes);
  }

  label(record: AuditRecord): LabelledRecord {
    const mailbox = this.#mailboxes.resolve(record);
    const { label, reason } = this.#attribution.label(record, mailbox);
    const isAccepted = this.#attribution.isAccepted(record.id);
    const isIdle = record.failed || (isAccepted && label === 'ambiguous');
    const isLinkedAfter =
      reason === 'linked-out-of-window' && record.time > this.#incident.window.contained + NEAR_SECONDS;
    return { mailbox, label, reason, isAccepted, isIdle, isLinkedAfter };
  }

  gather(record: AuditRecord, labelled: LabelledRecord): void {
    if (labelled.isIdle) return;
    if (labelled.isLinkedAfter) this.#linked.see(record);
    this.#watch.see(record, labelled.mailbox, labelled);
    const isUserUsed = this.#attribution.isUsedByIntruder(record.userId);
    this.#records.gather(record, { ...labelled, isUserUsed });
  }

  /** The mailbox of a record and whether its owner made it; null unless it is a single supplied mailbox. */
  findOwnMailbox(record: AuditRecord, { mailbox }: LabelledRecord): OwnMailbox | null {
    if (mailbox.state !== 'supplied' || isOfAllMailboxes(record, mailbox)) return null;
    return { custodian: mailbox.custodian, isByOwner: this.#mailboxes.isByOwner(record, mailbox) };
  }

  /** Step 3 is needed. */
  get isSeeking(): boolean {
    return this.#records.isSeeking;
  }

  seek(copy: SoughtCopy): void {
    const { groups } = this.#records.forwardings;
    if (groups.isSeeking) groups.seek(copy.addresses);
    const mailbox = this.#records.numberOf(copy.custodian);
    for (const name of copy.names) {
      const found = this.#records.mentions.ids.find(name);
      if (found === null) continue;
      this.#held.observe(mailbox, found);
      this.#sent.observe(mailbox, found, copy.parents);
    }
  }

  /** Some rule asks whom copies were sent to: without it `seek` looks at no address. */
  get isSeekingGroups(): boolean {
    return this.#records.forwardings.groups.isSeeking;
  }

  coverageOf(custodian: string): Coverage {
    this.#switches ??= this.#records.switches.listSwitchedOff();
    const records = this.#records.recordsOf(custodian);
    return findCoverage(custodian, this.#incident, this.#findings, this.#switches, records);
  }

  /** Collects leads from labelled records. */
  openLeads(): LeadTally {
    return new LeadTally(this.#incident, {
      look: (ip) => this.#attribution.lookUp(ip),
      isExpected: (record, mailbox) =>
        this.#mailboxes.isByOwner(record, mailbox) || this.#attribution.findDelegate(record, mailbox) !== null,
      isTargetOutside: (record) => isTargetOutside(record, this.#records.forwardings.internal, this.#mailboxes),
    });
  }

  /** At least one intruder record of the mailbox other than a refused sign-in. */
  isActiveOn(custodian: string): boolean {
    return this.#records.recordsOf(custodian).isActive;
  }

  seekCarrier(copy: CarryingCopy): void {
    this.#carriers.observe(copy);
  }

  /** Mailboxes with a copy that carries others: these are judged without C1 first. */
  get carryingCustodians(): ReadonlySet<string> {
    return this.#carriers.custodians;
  }

  isCarrier(copy: Pick<CarryingCopy, 'custodian' | 'location'>): boolean {
    return this.#carriers.isCarrier(copy);
  }

  settleCarrier(copy: Pick<CarryingCopy, 'custodian' | 'location'>, judgement: Judgement): void {
    this.#carriers.settle(copy, judgement);
  }

  /** `isAlone`: without C1, for its carriers. */
  openMailbox(custodian: string, folders: readonly ListedFolder[], isAlone = false): MailboxJudge {
    if (!this.#isSentSettled) this.#sent.addParents();
    this.#isSentSettled = true;
    const { policy, intruder } = this.#incident;
    const records = this.#records.recordsOf(custodian);
    const { span, gaps } = this.coverageOf(custodian);
    const grants = this.listOpenGrants(custodian);
    return new MailboxJudge({
      facts: {
        records,
        span,
        gaps,
        reach: [
          ...listReach(intruder.reach, custodian, span),
          ...this.#records.reach.listFor(custodian).map((found) => ({ ...found, to: span.to })),
        ],
        isActive: records.isActive,
        isApplicationSeen: this.#attribution.isApplicationSeen,
        policy,
      },
      mentions: {
        mentions: this.#records.mentions,
        held: this.#held,
        mailbox: this.#records.numberOf(custodian),
        isReached: records.isActive || this.#hasCredentials(custodian),
      },
      folders,
      forwardings: this.#records.forwardings.listFor(custodian),
      openGrants: { isAny: grants.length > 0, records: grants.filter((record) => record !== null) },
      areIdsMissing: () => this.isMostMissing(custodian),
      carried: isAlone ? null : this.#carriers.openMailbox(),
    });
  }

  /** Long times without a record of a mailbox, in its span (docs/formats/rules.md, `silence`). */
  findSilences(custodian: string): readonly Interval[] {
    return this.#records.findSilences(custodian, this.coverageOf(custodian).span);
  }

  /** Keeps which folders the mailbox knows; call after all its copies were observed. */
  closeMailbox(custodian: string, judge: MailboxJudge): void {
    this.#unresolved.close(custodian, judge);
  }

  /** Sorted like unresolved.jsonl; impact adds addresses. */
  listUnresolved(): readonly Unresolved[] {
    return this.#unresolved.list();
  }

  countBindIds(): BindIdCounts {
    return this.#unresolved.countBindIds();
  }

  /** More than half of the ids of the intruder's Binds and Sends of a mailbox are missing (N1). */
  isMostMissing(custodian: string): boolean {
    return this.#held.isMostMissing(this.#records.numberOf(custodian));
  }

  /** What gives reach to a mailbox and was not taken back (D1); null for an entry of the incident file. */
  listOpenGrants(custodian: string): readonly (string | null)[] {
    const declared = this.#incident.intruder.reach.filter(({ mailbox }) => mailbox === custodian || mailbox === 'all');
    const isOpen = declared.some(({ by, to }) => by !== 'credentials' && to === null);
    return [...this.#records.reach.listOpenFor(custodian, declared), ...(isOpen ? [null] : [])];
  }

  #hasCredentials(custodian: string): boolean {
    const { reach } = this.#incident.intruder;
    return reach.some(({ mailbox, by }) => by === 'credentials' && (mailbox === custodian || mailbox === 'all'));
  }

  alerts(): Alerts {
    return this.#watch.toAlerts({
      enabledWithoutRule: this.#records.forwardings.listEnabledWithoutRule(),
      suggestedReach: this.#records.reach.listSuggested(),
      openGrants: this.#records.reach.listOpen(
        this.#incident.intruder.reach,
        this.#incident.mailboxes.map(({ custodian }) => custodian),
      ),
      scatteredSessions: this.#attribution.scatteredSessions,
      linkedAfter: this.#linked.list(),
    });
  }
}

function listReach(reach: readonly Reach[], custodian: string, span: Span): readonly MailboxReach[] {
  return reach
    .filter(({ mailbox }) => mailbox === custodian || mailbox === 'all')
    .map(({ by, from, to }) => ({
      by,
      from: from ?? span.from,
      to: to ?? span.to,
      record: null,
      isLinkedAfter: false,
    }));
}
