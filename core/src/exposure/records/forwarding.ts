import type { Instant } from '@candor/core/base';
import { type AccessRecord, type Interval, isOutlookRule, type Window } from '@candor/core/evidence';
import type { Attributed } from '../attribution/attribution.ts';
import { listParameter, toLastPart } from '../attribution/mailbox-index.ts';
import { type Condition, readConditions } from '../text/condition.ts';

/** One way in which the intruder had mail sent to itself, and for how long (docs/formats/rules.md, F1). */
export interface Forwarding extends Interval {
  readonly record: string;
  /** All must hold; those that cannot be evaluated are left out, so an empty list holds for every message. */
  readonly conditions: readonly Condition[];
}

interface Start {
  readonly id: string;
  readonly time: Instant;
  readonly conditions: readonly Condition[];
}

/** Starts by the intruder and ends by anyone, of one rule name or of a mailbox's forwarding setting. */
interface Switch {
  readonly starts: Start[];
  readonly ends: Instant[];
}

const INBOX_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];
const TRANSPORT_TARGETS = ['BlindCopyTo', 'CopyTo', 'AddToRecipients', 'RedirectMessageTo'];
const SETTING_TARGETS = ['ForwardingSmtpAddress', 'ForwardingAddress'];

const RULE_OPERATION = /^(new|set|remove|disable)-(inbox|transport)rule$/;

/** Among the `RuleActions` of a rule that a mail program made: `Forward`, `ForwardAsAttachment`, `Redirect`. */
const FORWARDING_ACTION = /forward|redirect/i;

/** Transport rules act on all mailboxes. */
const ALL_MAILBOXES = '';

/** Rules and settings that forward, redirect or copy mail. */
export class ForwardingLog {
  /** By custodian, or `ALL_MAILBOXES`; then by rule name or setting. */
  readonly #switches = new Map<string, Map<string, Switch>>();

  gather(record: AccessRecord, custodian: string | null, { label }: Attributed): void {
    if (record.kind === 'rule') this.#gatherRule(record, custodian, label === 'intruder');
    // Its conditions are in words of the program's own: they cannot be evaluated.
    if (custodian !== null && label === 'intruder' && isForwardingByProgram(record)) this.#start(custodian, record, []);
    if (record.kind === 'forwarding' && custodian !== null)
      this.#gatherSetting(record, custodian, label === 'intruder');
  }

  /** Those that act on a mailbox, transport rules included. */
  listFor(custodian: string, window: Window): readonly Forwarding[] {
    const switches = [custodian, ALL_MAILBOXES].flatMap((scope) => [...(this.#switches.get(scope)?.values() ?? [])]);
    return switches.flatMap(({ starts, ends }) =>
      starts.map(({ id, time, conditions }) => {
        let to = Number.POSITIVE_INFINITY;
        for (const end of ends) if (end > time && end < to) to = end;
        if (to === Number.POSITIVE_INFINITY) to = window.contained;
        // One that begins after containment has no time in it, and yet takes what arrived nobody knows when.
        return { record: id, from: time, to, conditions };
      }),
    );
  }

  #gatherRule(record: AccessRecord, custodian: string | null, isIntruders: boolean): void {
    const [, verb, kind] = RULE_OPERATION.exec(record.operation.toLowerCase()) ?? [];
    if (verb === undefined) return;
    const isTransport = kind === 'transport';
    const scope = isTransport ? ALL_MAILBOXES : custodian;
    if (scope === null) return;
    const name = nameOf(record);
    if (verb === 'remove' || verb === 'disable') {
      if (name !== null) this.#switch(scope, `rule ${name}`).ends.push(record.time);
      return;
    }
    const targets = isTransport ? TRANSPORT_TARGETS : INBOX_TARGETS;
    if (!isIntruders || !targets.some((target) => listParameter(record, target).length > 0)) return;
    this.#start(scope, record, readConditions(record));
  }

  /** A rule whose name is not recorded can be ended by no record: it lasts until containment. */
  #start(scope: string, record: AccessRecord, conditions: readonly Condition[]): void {
    const name = nameOf(record);
    const key = name === null ? `unnamed ${record.id}` : `rule ${name}`;
    this.#switch(scope, key).starts.push({ id: record.id, time: record.time, conditions });
  }

  #gatherSetting(record: AccessRecord, custodian: string, isIntruders: boolean): void {
    const addresses = SETTING_TARGETS.flatMap((target) => listParameter(record, target));
    const hasAddress = addresses.some((address) => !EMPTY_VALUES.has(address.trim().toLowerCase()));
    const setting = this.#switch(custodian, 'setting');
    if (!hasAddress) setting.ends.push(record.time);
    else if (isIntruders) setting.starts.push({ id: record.id, time: record.time, conditions: [] });
  }

  #switch(scope: string, key: string): Switch {
    let switches = this.#switches.get(scope);
    if (switches === undefined) {
      switches = new Map();
      this.#switches.set(scope, switches);
    }
    let found = switches.get(key);
    if (found === undefined) {
      found = { starts: [], ends: [] };
      switches.set(key, found);
    }
    return found;
  }
}

/** What stands around mail addresses in a parameter: they stand alone, after `smtp:`, in brackets, in a list or in JSON. */
const AROUND_ADDRESS = /[\s;,:<>"'()[\]{}]+/;

function isAddress(word: string): boolean {
  return word.length > 2 && word.lastIndexOf('@', word.length - 2) > 0;
}

/** The addresses that a rule or setting sends mail to, whatever its conditions: in lower case, as recorded otherwise. */
export function listForwardTargets(record: AccessRecord): readonly string[] {
  const isProgram = isForwardingByProgram(record);
  if (record.kind !== 'rule' && record.kind !== 'forwarding' && !isProgram) return [];
  const names = [...INBOX_TARGETS, ...TRANSPORT_TARGETS, ...SETTING_TARGETS, ...(isProgram ? ['RuleActions'] : [])];
  const words = names.flatMap((name) => listParameter(record, name)).flatMap((value) => value.split(AROUND_ADDRESS));
  return words.filter((word) => isAddress(word)).map((address) => address.toLowerCase());
}

/** Whether a mail program made or changed a rule that forwards; the actions of one that was changed are mostly not recorded. */
export function isForwardingByProgram(record: AccessRecord): boolean {
  if (!isOutlookRule(record.operation)) return false;
  return listParameter(record, 'RuleActions').some((actions) => FORWARDING_ACTION.test(actions));
}

/** How logs write that a parameter was cleared. */
const EMPTY_VALUES: ReadonlySet<string> = new Set(['$null', 'null']);

/** `Name`, or `RuleName` of a mail program's; else the last part of `Identity` or `ObjectId`; without case. */
function nameOf(record: AccessRecord): string | null {
  const [given] = [...listParameter(record, 'Name'), ...listParameter(record, 'RuleName')];
  if (given !== undefined) return given.trim().toLowerCase();
  const [identity] = listParameter(record, 'Identity');
  const last = toLastPart(identity ?? record.objectId ?? '');
  return last === '' ? null : last;
}
