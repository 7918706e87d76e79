import { compareUtf8, type Instant } from '@candor/core/base';
import { type AuditRecord, isOutlookRule } from '@candor/core/evidence/record';
import type { Attributed } from '../attribution/attribution.ts';
import { listParameter, listValues, type MailboxIndex, toLastPart } from '../attribution/mailbox-index.ts';
import { type Condition, readConditions } from '../text/condition.ts';
import {
  areInternal,
  areTextsInternal,
  INBOX_TARGETS,
  JOURNAL_TARGETS,
  listEntries,
  SETTING_TARGETS,
  TRANSPORT_TARGETS,
} from './forward-target.ts';
import { readRuleActions } from './rule-actions.ts';
import { RuleHistory } from './rule-history.ts';

export type ForwardingCode = 'forwarding' | 'forwarding-unattributed' | 'forwarding-unreadable';

/** A forwarding and its duration (docs/formats/rules.md, F1). */
export interface Forwarding {
  readonly code: ForwardingCode;
  readonly record: string;
  readonly from: Instant;
  /** Null: never ended. A rule continues after containment until it is removed. */
  readonly to: Instant | null;
  /** All must hold; those that cannot be evaluated are omitted, so an empty list matches every message. */
  readonly conditions: readonly Condition[];
}

type Family = 'inbox' | 'transport' | 'journal';

interface Start {
  readonly id: string;
  readonly time: Instant;
  /** Null: all mailboxes. */
  readonly custodian: string | null;
  readonly code: ForwardingCode;
  readonly conditions: readonly Condition[];
  /** Keys by which its end is found. */
  readonly keys: readonly string[];
}

/** An `Enable-` whose rule is only known after every record was gathered. */
interface Enabling {
  readonly record: AuditRecord;
  readonly family: Family;
  readonly custodian: string | null;
  readonly rule: string | null;
  readonly isIntruders: boolean;
}

const RULE_OPERATION = /^(new|set|enable|remove|disable)-(inbox|transport|journal)rule$/;

const TARGETS: Readonly<Record<Family, readonly string[]>> = {
  inbox: INBOX_TARGETS,
  transport: TRANSPORT_TARGETS,
  journal: JOURNAL_TARGETS,
};

/** Rules and settings by the intruder or unknown users that forward, redirect or copy mail. */
export class ForwardingLog {
  readonly #domains: readonly string[];
  readonly #mailboxes: MailboxIndex;
  readonly #starts: Start[] = [];
  readonly #enablings: Enabling[] = [];
  readonly #withoutMailbox: AuditRecord[] = [];
  readonly #history = new RuleHistory();
  readonly #ends = new RuleEnds();
  #settled: { readonly starts: readonly Start[]; readonly withoutRule: readonly AuditRecord[] } | null = null;

  constructor(domains: readonly string[], mailboxes: MailboxIndex) {
    this.#domains = domains;
    this.#mailboxes = mailboxes;
  }

  /** `custodian`: of the record's mailbox, null unless supplied. */
  gather(record: AuditRecord, custodian: string | null, { label }: Attributed): void {
    const who = label === 'intruder' || label === 'ambiguous' ? label : null;
    if (record.kind === 'forwarding' && custodian !== null) this.#gatherSetting(record, custodian, who);
    if (record.kind !== 'rule') return;
    if (isOutlookRule(record.operation)) {
      if (custodian !== null) this.#gatherProgramRule(record, custodian, who);
      return;
    }
    const [, verb, family] = RULE_OPERATION.exec(record.operation.toLowerCase()) ?? [];
    if (verb !== undefined) this.#gatherRule(record, custodian, who, verb, family as Family);
  }

  /** Those that apply to a mailbox, in order of records. */
  listFor(custodian: string): readonly Forwarding[] {
    return this.#settle()
      .starts.filter((start) => start.custodian === null || start.custodian === custodian)
      .map(({ code, id, time, conditions, keys }) => ({
        code,
        record: id,
        from: time,
        to: this.#ends.findAfter(keys, time),
        conditions,
      }))
      .sort((a, b) => compareUtf8(a.record, b.record));
  }

  /**
   * `Enable-` records by the intruder or unknown users whose rule has no forwarding record: a problem for the analyst.
   */
  listEnabledWithoutRule(): readonly AuditRecord[] {
    return this.#settle().withoutRule;
  }

  #gatherRule(record: AuditRecord, custodian: string | null, who: Who, verb: string, family: Family): void {
    if (family === 'inbox' && custodian === null) {
      // The rule that it enabled is unknown.
      if (verb === 'enable' && who !== null) this.#withoutMailbox.push(record);
      return;
    }
    const rule = toRuleKey(family, custodian, nameOf(record));
    if (verb === 'remove' || verb === 'disable') {
      if (rule !== null) this.#ends.add(rule, record.time);
      return;
    }
    if (verb === 'enable') {
      if (who !== null) this.#enablings.push({ record, family, custodian, rule, isIntruders: who === 'intruder' });
      return;
    }
    if (rule !== null) this.#history.add(rule, record);
    if (who === null) return;
    const start = this.#toStart(record, record.parameters, family, custodian, rule, who === 'intruder');
    if (start !== null) this.#starts.push(start);
  }

  /** Null without a target, or when an unknown user forwards internally. */
  #toStart(
    { id, time }: AuditRecord,
    parameters: AuditRecord['parameters'],
    family: Family,
    custodian: string | null,
    rule: string | null,
    isIntruders: boolean,
  ): Start | null {
    const entries = listEntries(TARGETS[family].flatMap((target) => listValues({ parameters }, target)));
    if (entries.length === 0) return null;
    if (!isIntruders && areInternal(entries, this.#domains, this.#mailboxes)) return null;
    return {
      id,
      time,
      custodian: family === 'inbox' ? custodian : family === 'journal' ? this.#findRecipient(parameters) : null,
      code: isIntruders ? 'forwarding' : 'forwarding-unattributed',
      conditions: readConditions(parameters, family === 'inbox'),
      keys: rule === null ? [] : [rule],
    };
  }

  #gatherProgramRule(record: AuditRecord, custodian: string, who: Who): void {
    const name = toRuleKey('inbox', custodian, listParameter(record, 'RuleName')[0]?.trim().toLowerCase() ?? null);
    const ids = listParameter(record, 'RuleId').map((id) => `${custodian}\nid ${id}`);
    const keys = name === null ? ids : [name, ...ids];
    const operation = toProgramOperation(record);
    if (operation === 'remove') for (const key of keys) this.#ends.add(key, record.time);
    if (operation !== 'begin' || who === null) return;
    const actions = readRuleActions(record);
    const isIntruders = who === 'intruder';
    const begin = (code: ForwardingCode) =>
      // Its conditions are the program's own and cannot be evaluated.
      this.#starts.push({ id: record.id, time: record.time, custodian, code, conditions: [], keys });
    if (actions.isForwarding) {
      if (isIntruders) begin('forwarding');
      else if (!areTextsInternal(actions.texts, this.#domains)) begin('forwarding-unattributed');
    } else if (isIntruders && !actions.isReadable) begin('forwarding-unreadable');
  }

  #gatherSetting(record: AuditRecord, custodian: string, who: Who): void {
    const entries = listEntries(SETTING_TARGETS.flatMap((target) => listParameter(record, target)));
    const key = `${custodian}\nsetting`;
    if (entries.length === 0) this.#ends.add(key, record.time);
    else if (who === 'intruder' || (who !== null && !areInternal(entries, this.#domains, this.#mailboxes))) {
      const code = who === 'intruder' ? 'forwarding' : 'forwarding-unattributed';
      this.#starts.push({ id: record.id, time: record.time, custodian, code, conditions: [], keys: [key] });
    }
  }

  #settle(): { readonly starts: readonly Start[]; readonly withoutRule: readonly AuditRecord[] } {
    if (this.#settled !== null) return this.#settled;
    const starts = [...this.#starts];
    const withoutRule = [...this.#withoutMailbox];
    for (const { record, family, custodian, rule, isIntruders } of this.#enablings) {
      const parameters = rule === null ? [] : this.#history.at(rule, record.time);
      const targets = TARGETS[family].flatMap((target) => listValues({ parameters }, target));
      if (listEntries(targets).length === 0) {
        withoutRule.push(record);
        continue;
      }
      const start = this.#toStart(record, parameters, family, custodian, rule, isIntruders);
      if (start !== null) starts.push(start);
    }
    this.#settled = { starts, withoutRule };
    return this.#settled;
  }

  /** A journal rule applies to one recipient, or to everyone. */
  #findRecipient(parameters: AuditRecord['parameters']): string | null {
    for (const text of listValues({ parameters }, 'Recipient')) {
      const custodian = this.#mailboxes.name(text);
      if (custodian !== null) return custodian;
    }
    return null;
  }
}

type Who = 'intruder' | 'ambiguous' | null;

/** The effect of an `UpdateInboxRules` by its `RuleOperation`; null if unknown to these rules. */
export function toProgramOperation(record: AuditRecord): 'begin' | 'remove' | null {
  switch (listParameter(record, 'RuleOperation')[0]?.trim().toLowerCase()) {
    case 'addmailboxrule':
    case 'modifymailboxrule':
      return 'begin';
    case 'removemailboxrule':
      return 'remove';
    default:
      return null;
  }
}

/** Names of mailbox rules are unique per mailbox, others globally. An empty name never equals another. */
function toRuleKey(family: Family, custodian: string | null, name: string | null): string | null {
  if (name === null || name === '') return null;
  return `${family === 'inbox' ? (custodian ?? '') : ''}\n${family} ${name}`;
}

/** `Name`, otherwise the last part of `Identity` or `ObjectId`, in lower case. */
function nameOf(record: AuditRecord): string | null {
  const [given] = listParameter(record, 'Name');
  if (given !== undefined) return given.trim().toLowerCase();
  const [identity] = listParameter(record, 'Identity');
  const last = toLastPart(identity ?? record.objectId ?? '');
  return last === '' ? null : last;
}

/** When rules and settings ended, by anyone. */
class RuleEnds {
  readonly #times = new Map<string, Instant[]>();
  #isSorted = true;

  add(key: string, time: Instant): void {
    const times = this.#times.get(key);
    if (times === undefined) this.#times.set(key, [time]);
    else times.push(time);
    this.#isSorted = false;
  }

  /** The first strictly later end with one of these keys; null when none. */
  findAfter(keys: readonly string[], time: Instant): Instant | null {
    if (!this.#isSorted) for (const times of this.#times.values()) times.sort((a, b) => a - b);
    this.#isSorted = true;
    let first: Instant | null = null;
    for (const key of keys) {
      const found = firstAfter(this.#times.get(key) ?? [], time);
      if (found !== null && (first === null || found < first)) first = found;
    }
    return first;
  }
}

function firstAfter(sorted: readonly Instant[], time: Instant): Instant | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return sorted[low] ?? null;
}
