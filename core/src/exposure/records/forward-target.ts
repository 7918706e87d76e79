import { type AuditRecord, isOutlookRule } from '@candor/core/evidence/record';
import { listParameter, type MailboxIndex } from '../attribution/mailbox-index.ts';
import { readRuleActions } from './rule-actions.ts';

export const INBOX_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];
export const TRANSPORT_TARGETS = ['BlindCopyTo', 'CopyTo', 'AddToRecipients', 'RedirectMessageTo'];
export const JOURNAL_TARGETS = ['JournalEmailAddress'];
export const SETTING_TARGETS = ['ForwardingSmtpAddress', 'ForwardingAddress'];

/** How logs write that a parameter was cleared. */
const EMPTY_VALUES: ReadonlySet<string> = new Set(['', '$null', 'null']);

/**
 * What stands around mail addresses in a parameter: they stand alone, after `smtp:`, in brackets, in a list or in JSON.
 */
const AROUND_ADDRESS = /[\s;,:<>"'()[\]]+/;
const AROUND_NAME = /^[\s"']+|(?<![\s"'])[\s"']+$/g;

/** What each of the values names, one by one; empty ones are left out. */
export function listEntries(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => value.split(/[;,]/))
    .map((entry) => entry.trim())
    .filter((entry) => !EMPTY_VALUES.has(entry.toLowerCase()));
}

/** All entries lead into the organization, and there is one (docs/formats/rules.md, F1, wholly internal). */
export function areInternal(entries: readonly string[], domains: readonly string[], mailboxes: MailboxIndex): boolean {
  return (
    entries.length > 0 &&
    entries.every((entry) => {
      const addresses = listAddresses(entry);
      if (addresses.length > 0) return addresses.every((address) => isInternal(address, domains));
      // A name that nobody supplied may be a contact outside.
      return mailboxes.find(entry.replaceAll(AROUND_NAME, '')) !== null;
    })
  );
}

/** The addresses in all texts of a mail program's rule are internal, and there is one. */
export function areTextsInternal(texts: readonly string[], domains: readonly string[]): boolean {
  const addresses = texts.flatMap(listAddresses);
  return addresses.length > 0 && addresses.every((address) => isInternal(address, domains));
}

/**
 * The addresses that a rule or setting sends mail to, whatever its conditions: in lower case, as recorded otherwise.
 */
export function listForwardTargets(record: AuditRecord): readonly string[] {
  if (record.kind !== 'rule' && record.kind !== 'forwarding') return [];
  const names = [...INBOX_TARGETS, ...TRANSPORT_TARGETS, ...JOURNAL_TARGETS, ...SETTING_TARGETS];
  const values = isOutlookRule(record.operation)
    ? readRuleActions(record).texts
    : names.flatMap((name) => listParameter(record, name));
  // A text that is no JSON has braces beside its addresses.
  return values
    .flatMap((value) => listAddresses(value.replaceAll(/[{}]/g, ' ')))
    .map((address) => address.toLowerCase());
}

function listAddresses(text: string): readonly string[] {
  return text.split(AROUND_ADDRESS).filter((word) => word.length > 2 && word.lastIndexOf('@', word.length - 2) > 0);
}

function isInternal(address: string, domains: readonly string[]): boolean {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/(?<!\.)\.+$/, '');
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
