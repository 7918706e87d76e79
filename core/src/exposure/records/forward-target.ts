import { type AuditRecord, isOutlookRule } from '@candor/core/evidence/record';
import { listParameter, type MailboxIndex } from '../attribution/mailbox-index.ts';
import { listGroupMembers } from './group-change.ts';
import type { OutsideContacts } from './outside-contacts.ts';
import { readRuleActions } from './rule-actions.ts';
import { isUnset, listTargetParameters } from './rule-family.ts';

export const SETTING_TARGETS = ['ForwardingSmtpAddress', 'ForwardingAddress'];

/** Mail addresses occur in a parameter alone, after `smtp:`, in brackets, in a list or in JSON. */
const AROUND_ADDRESS = /[\s;,:<>"'()[\]]+/;
/** Mark of a guest's account name. */
const GUEST = '#ext#';
const AROUND_NAME = /^[\s"']+|(?<![\s"'])[\s"']+$/g;

export function listEntries(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => value.split(/[;,]/))
    .map((entry) => entry.trim())
    .filter((entry) => !isUnset(entry));
}

/** Knows who is internal (docs/formats/rules.md, F1, wholly internal). Ask only after every record was gathered. */
export class InternalTargets {
  readonly #domains: readonly string[];
  readonly #mailboxes: MailboxIndex;
  readonly #contacts: OutsideContacts;

  constructor(domains: readonly string[], mailboxes: MailboxIndex, contacts: OutsideContacts) {
    this.#domains = domains;
    this.#mailboxes = mailboxes;
    this.#contacts = contacts;
  }

  /** All entries are internal, and there is at least one. */
  haveAll(entries: readonly string[]): boolean {
    return (
      entries.length > 0 &&
      entries.every((entry) => {
        const addresses = listAddresses(entry);
        if (addresses.length > 0) return addresses.every((address) => this.has(address));
        // An unsupplied name may be an external contact.
        return this.#mailboxes.find(entry.replaceAll(AROUND_NAME, '')) !== null;
      })
    );
  }

  haveTexts(texts: readonly string[]): boolean {
    const addresses = texts.flatMap(listAddresses);
    return addresses.length > 0 && addresses.every((address) => this.has(address));
  }

  /** A member of a group who gets its mail outside; a guest's account name may look internal. */
  isMemberOutside(member: string): boolean {
    return member.toLowerCase().includes(GUEST) || listAddresses(member).some((address) => !this.has(address));
  }

  has(address: string): boolean {
    const whole = address.toLowerCase().replace(/(?<!\.)\.+$/, '');
    const domain = whole.slice(whole.lastIndexOf('@') + 1);
    if (!this.#domains.some((own) => domain === own || domain.endsWith(`.${own}`))) return false;
    return !this.#contacts.has(whole);
  }
}

/**
 * The addresses that a rule, a setting or a new member of a group sends mail to, ignoring conditions: in lower case,
 * otherwise as recorded.
 */
export function listForwardTargets(record: AuditRecord): readonly string[] {
  return (
    listTargetTexts(record)
      // Text that is not JSON has braces next to its addresses.
      .flatMap((value) => listAddresses(value.replaceAll(/[{}]/g, ' ')))
      .map((address) => address.toLowerCase())
  );
}

function listTargetTexts(record: AuditRecord): readonly string[] {
  if (record.kind === 'other') return listGroupMembers(record);
  if (record.kind !== 'rule' && record.kind !== 'forwarding') return [];
  if (isOutlookRule(record.operation)) return readRuleActions(record).texts;
  return [...listTargetParameters(), ...SETTING_TARGETS].flatMap((name) => listParameter(record, name));
}

function listAddresses(text: string): readonly string[] {
  return text.split(AROUND_ADDRESS).filter((word) => word.length > 2 && word.lastIndexOf('@', word.length - 2) > 0);
}
