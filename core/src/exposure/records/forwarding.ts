import { compareUtf8, type Instant } from '@candor/core/base';
import { type AuditRecord, isOutlookRule } from '@candor/core/evidence/record';
import { listParameter, listValues, type MailboxIndex } from '../attribution/mailbox-index.ts';
import { type Condition, readConditions } from '../text/condition.ts';
import type { ForwardingCode } from '../text/text-question.ts';
import { InternalTargets, listEntries, SETTING_TARGETS } from './forward-target.ts';
import type { Author, Start } from './forwarding-start.ts';
import { GroupMembers } from './group-members.ts';
import type { GroupTarget } from './group-target.ts';
import { OutsideContacts } from './outside-contacts.ts';
import { ProgramRules } from './program-rules.ts';
import { RuleEnds } from './rule-ends.ts';
import {
  isRuleImport,
  nameOfRule,
  type RuleFamily,
  type RuleVerb,
  readRuleParameters,
  toRuleKey,
  toRuleOperation,
} from './rule-family.ts';
import { RuleHistory } from './rule-history.ts';

/** A forwarding and its duration (docs/formats/rules.md, F1). */
export interface Forwarding {
  readonly code: ForwardingCode;
  readonly record: string;
  /** A10b: instead of the code, what it takes is `linked-after`. */
  readonly isLinkedAfter: boolean;
  readonly from: Instant;
  /** Null: never ended. A rule continues after containment until it is removed. */
  readonly to: Instant | null;
  /** All must hold; those that cannot be evaluated are omitted, so an empty list matches every message. */
  readonly conditions: readonly Condition[];
  /** Only copies to this group; null: all. */
  readonly group: GroupTarget | null;
}

/** An `Enable-` whose rule is only known after every record was gathered. */
interface Enabling {
  readonly by: Author & { readonly record: AuditRecord };
  readonly family: RuleFamily;
  readonly custodian: string | null;
  readonly rule: string | null;
}

/** What the log needs to know about a record besides its text. */
export interface ForwardingRecord {
  readonly label: string;
  readonly isAccepted: boolean;
  readonly isLinkedAfter: boolean;
}

export interface ForwardingSettings {
  readonly domains: readonly string[];
  readonly mailboxes: MailboxIndex;
  /** Parameters of rules that take no mail away, in lower case. */
  readonly ruleParameters: ReadonlySet<string>;
}

/** Rules, policies, groups and settings by the intruder or unknown users that send mail elsewhere. */
export class ForwardingLog {
  readonly #settings: ForwardingSettings;
  readonly #contacts = new OutsideContacts();
  readonly internal: InternalTargets;
  readonly #starts: Start[] = [];
  readonly #enablings: Enabling[] = [];
  readonly #withoutMailbox: AuditRecord[] = [];
  readonly #history = new RuleHistory();
  readonly #ends = new RuleEnds();
  readonly #programs = new ProgramRules(this.#ends);
  readonly groups: GroupMembers;
  #settled: { readonly starts: readonly Start[]; readonly withoutRule: readonly AuditRecord[] } | null = null;

  constructor(settings: ForwardingSettings) {
    this.#settings = settings;
    this.internal = new InternalTargets(settings.domains, settings.mailboxes, this.#contacts);
    this.groups = new GroupMembers(settings.domains, this.internal, this.#ends);
  }

  /** `custodian`: of the record's mailbox, null unless supplied. */
  gather(record: AuditRecord, custodian: string | null, about: ForwardingRecord): void {
    const { label, isAccepted, isLinkedAfter } = about;
    const isIntruders = label === 'intruder';
    const by = isIntruders || label === 'ambiguous' ? { record, isIntruders, isLinkedAfter, isAccepted } : null;
    if (record.kind === 'forwarding') {
      if (custodian !== null) this.#gatherSetting(record, custodian, by);
    } else if (record.kind === 'rule') {
      this.#gatherRule(record, custodian, by);
    } else if (record.kind === 'other') {
      this.#contacts.gather(record);
      this.groups.gather(record, by);
    }
  }

  /** Those that apply to a mailbox, in order of records. Groups are known after every copy was seen. */
  listFor(custodian: string): readonly Forwarding[] {
    return [...this.#settle().starts, ...this.groups.listStarts()]
      .filter((start) => start.custodian === null || start.custodian === custodian)
      .flatMap((start) => this.#toForwarding(start))
      .sort((a, b) => compareUtf8(a.record, b.record));
  }

  /**
   * `Enable-` records by the intruder or unknown users whose rule has no forwarding record: a problem for the analyst.
   */
  listEnabledWithoutRule(): readonly AuditRecord[] {
    return this.#settle().withoutRule;
  }

  #toForwarding({ by, sends, conditions, group, keys }: Start): readonly Forwarding[] {
    const code = this.#toCode(by, sends);
    if (code === null) return [];
    const { id, time } = by.record;
    const to = this.#ends.findAfter(keys, time);
    return [{ code, record: id, isLinkedAfter: by.isLinkedAfter, from: time, to, conditions, group }];
  }

  /** Null when it takes nothing: an unknown user forwards internally, or a person read it. */
  #toCode({ isIntruders, isAccepted }: Author, sends: Start['sends']): ForwardingCode | null {
    if (!isIntruders && this.#isInternal(sends)) return null;
    if (sends.to === 'unknown' || (sends.to === 'entries' && sends.isPolicy)) {
      return isAccepted ? null : 'forwarding-unreadable';
    }
    return isIntruders ? 'forwarding' : 'forwarding-unattributed';
  }

  #isInternal(sends: Start['sends']): boolean {
    if (sends.to === 'entries') return this.internal.haveAll(sends.targets);
    return sends.to === 'texts' && this.internal.haveTexts(sends.targets);
  }

  #gatherRule(record: AuditRecord, custodian: string | null, by: Enabling['by'] | null): void {
    if (isOutlookRule(record.operation)) {
      const start = custodian === null ? null : this.#programs.read(record, custodian, by);
      if (start !== null) this.#starts.push(start);
      return;
    }
    if (isRuleImport(record.operation)) {
      if (by !== null) this.#starts.push({ ...EVERYWHERE, by, sends: { to: 'unknown' } });
      return;
    }
    const operation = toRuleOperation(record.operation);
    if (operation !== null) this.#gatherCmdlet(record, custodian, by, operation.verb, operation.family);
  }

  #gatherCmdlet(
    record: AuditRecord,
    custodian: string | null,
    by: Enabling['by'] | null,
    verb: RuleVerb,
    family: RuleFamily,
  ): void {
    if (family.reach === 'mailbox' && custodian === null) {
      // The rule that it enabled is unknown.
      if (verb === 'enable' && by !== null) this.#withoutMailbox.push(record);
      return;
    }
    const rule = toRuleKey(family, custodian, nameOfRule(record));
    if (verb === 'remove' || verb === 'disable') {
      if (rule !== null) this.#ends.add(rule, record.time);
      return;
    }
    if (verb === 'enable') {
      if (by !== null) this.#enablings.push({ by, family, custodian, rule });
      return;
    }
    if (rule !== null) this.#history.add(rule, record);
    if (by === null) return;
    const start = this.#toStart(by, record.parameters, family, custodian, rule);
    if (start !== null) this.#starts.push(start);
  }

  /** Null for a rule that keeps the mail. */
  #toStart(
    by: Author,
    parameters: AuditRecord['parameters'],
    family: RuleFamily,
    custodian: string | null,
    rule: string | null,
  ): Start | null {
    const { reach, isPolicy } = family;
    const targets = listEntries(family.targets.flatMap((target) => listValues({ parameters }, target)));
    if (targets.length === 0 && !this.#isUnreadable(by, parameters, family)) return null;
    return {
      by,
      custodian: reach === 'mailbox' ? custodian : reach === 'recipient' ? this.#findRecipient(parameters) : null,
      conditions: isPolicy ? [] : readConditions(parameters, family.hasRecipients),
      group: null,
      keys: rule === null ? [] : [rule],
      sends: targets.length === 0 ? { to: 'unknown' } : { to: 'entries', targets, isPolicy },
    };
  }

  #isUnreadable({ isIntruders }: Author, parameters: AuditRecord['parameters'], family: RuleFamily): boolean {
    if (!family.mayBeUnreadable) return false;
    const read = readRuleParameters(parameters, this.#settings.ruleParameters);
    return read === 'unread' || (read === 'silent' && isIntruders);
  }

  #gatherSetting(record: AuditRecord, custodian: string, by: Author | null): void {
    const targets = listEntries(SETTING_TARGETS.flatMap((target) => listParameter(record, target)));
    const keys = [`${custodian}\nsetting`];
    if (targets.length === 0) for (const key of keys) this.#ends.add(key, record.time);
    else if (by !== null) {
      const sends = { to: 'entries', targets, isPolicy: false } as const;
      this.#starts.push({ by, custodian, conditions: [], group: null, keys, sends });
    }
  }

  #settle(): { readonly starts: readonly Start[]; readonly withoutRule: readonly AuditRecord[] } {
    if (this.#settled !== null) return this.#settled;
    const starts = [...this.#starts];
    const withoutRule = [...this.#withoutMailbox];
    for (const { by, family, custodian, rule } of this.#enablings) {
      const parameters = rule === null ? [] : this.#history.at(rule, by.record.time);
      const hasTarget = listEntries(family.targets.flatMap((target) => listValues({ parameters }, target))).length > 0;
      if (!hasTarget) withoutRule.push(by.record);
      // A rule of which nothing is told may be anything: the problem asks for it.
      const start = parameters.length === 0 ? null : this.#toStart(by, parameters, family, custodian, rule);
      if (start !== null) starts.push(start);
    }
    this.#settled = { starts, withoutRule };
    return this.#settled;
  }

  /** A journal rule applies to one recipient, or to everyone. */
  #findRecipient(parameters: AuditRecord['parameters']): string | null {
    for (const text of listValues({ parameters }, 'Recipient')) {
      const custodian = this.#settings.mailboxes.name(text);
      if (custodian !== null) return custodian;
    }
    return null;
  }
}

const EVERYWHERE = { custodian: null, conditions: [], group: null, keys: [] } as const;
