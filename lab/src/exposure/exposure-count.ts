import type { Instant } from '@candor/core/base';
import type { Copy } from '@candor/core/evidence/message';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { LabelledRecord } from '@candor/core/exposure';
import type { AttributionReason, Label } from '@candor/core/exposure/attribution';
import type { Judgement, Verdict } from '@candor/core/exposure/verdict';
import { DayTally } from './day-tally.ts';

/** Counts of one run that no other step knows: records by label, copies by verdict and by reason. */
export class ExposureCount {
  records = 0;
  readonly attribution = new Map<string, number>();
  readonly labels = new Map<Label, number>();
  readonly kinds = new Map<string, number>();
  readonly intruderKinds = new Map<string, number>();
  readonly ambiguousKinds = new Map<string, number>();
  /** Custodians that some record is about. */
  readonly recorded = new Set<string>();
  /** Custodians with a copy. */
  readonly holding = new Set<string>();
  /** First and last time of a record labelled intruder, of any kind. */
  firstActivity: number | null = null;
  lastActivity: number | null = null;
  /** The same over kinds by which mail is accessed. */
  firstAccess: number | null = null;
  lastAccess: number | null = null;
  readonly days = new DayTally();
  readonly copies = new Map<Verdict, number>();
  readonly reasons = new Map<string, number>();
  drafts = 0;
  bulk = 0;
  /** Copies that the log leaves undetermined, by custodian. */
  readonly undetermined = new Map<string, number>();
  /** Copies presumed copied only because no `covers` entry says that the log is complete, by custodian. */
  readonly unasserted = new Map<string, number>();

  /** Custodians, and keys of mailboxes that were not supplied, with a record of the intruder, attempts too. */
  readonly namedByIntruder = new Set<string>();

  /** Copies that nothing but their Date keeps from a rule, by custodian; `later`: dated after the span. */
  readonly dateAlone = new Map<string, { copies: number; later: number }>();

  addRecord(record: AuditRecord, labelled: LabelledRecord): void {
    const { label, reason, mailbox, isIdle } = labelled;
    this.records += 1;
    this.days.addRecord(record, labelled);
    if (mailbox.state === 'supplied') this.recorded.add(mailbox.custodian);
    add(this.attribution, toAttribution(label, reason));
    add(this.labels, label);
    add(this.kinds, record.kind);
    if (label === 'ambiguous') add(this.ambiguousKinds, record.kind);
    if (label !== 'intruder') return;
    if (mailbox.state === 'supplied') this.namedByIntruder.add(mailbox.custodian);
    else if (mailbox.state === 'foreign') this.namedByIntruder.add(mailbox.key);
    this.firstActivity = Math.min(this.firstActivity ?? record.time, record.time);
    this.lastActivity = Math.max(this.lastActivity ?? record.time, record.time);
    // An attempt counts for these two alone.
    if (isIdle) return;
    add(this.intruderKinds, record.kind);
    if (!ACCESSING.has(record.kind)) return;
    this.firstAccess = Math.min(this.firstAccess ?? record.time, record.time);
    this.lastAccess = Math.max(this.lastAccess ?? record.time, record.time);
  }

  /** `spanEnd`: of the copy's mailbox. */
  addCopy(
    copy: Pick<Copy, 'custodian' | 'date' | 'arrived' | 'draft' | 'bulk'>,
    { verdict, reasons, spanEnd }: Pick<Judgement, 'verdict' | 'reasons'> & { readonly spanEnd: Instant },
  ): void {
    add(this.copies, verdict);
    this.days.addCopy(copy.arrived, verdict);
    this.holding.add(copy.custodian);
    for (const { code } of reasons) add(this.reasons, code);
    if (copy.draft) this.drafts += 1;
    if (copy.bulk) this.bulk += 1;
    if (verdict === 'undetermined' && reasons.some(({ code }) => code === 'date-alone')) {
      const known = this.dateAlone.get(copy.custodian) ?? { copies: 0, later: 0 };
      known.copies += 1;
      if (copy.date !== null && copy.date > spanEnd) known.later += 1;
      this.dateAlone.set(copy.custodian, known);
    }
    if (verdict === 'undetermined') add(this.undetermined, copy.custodian);
    if (verdict === 'presumed' && reasons.every(({ code }) => code === 'gap-unasserted'))
      add(this.unasserted, copy.custodian);
  }
}

/** A sign-in is no access, and neither is a rule or a list of a folder. */
const ACCESSING: ReadonlySet<AuditRecord['kind']> = new Set(['bind', 'sync', 'search', 'send', 'handle', 'export']);

/** `intruder/session`; each text is made once, because a log has millions of records. */
function toAttribution(label: Label, reason: AttributionReason): string {
  let known = attributions.get(reason);
  if (known?.label !== label) {
    known = { label, text: `${label}/${reason}` };
    attributions.set(reason, known);
  }
  return known.text;
}

/** A reason goes with one label only, or nearly so. */
const attributions = new Map<AttributionReason, { readonly label: Label; readonly text: string }>();

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
