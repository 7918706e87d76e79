import { type AuditRecord, isOutlookRule } from '@candor/core/evidence/record';
import { listParameter, type MailboxIndex } from '../attribution/mailbox-index.ts';
import { readRuleActions } from './rule-actions.ts';

export const INBOX_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];
export const TRANSPORT_TARGETS = ['BlindCopyTo', 'CopyTo', 'AddToRecipients', 'RedirectMessageTo'];
export const JOURNAL_TARGETS = ['JournalEmailAddress'];
export const SETTING_TARGETS = ['ForwardingSmtpAddress', 'ForwardingAddress'];

/** Logged forms of a cleared parameter. */
const EMPTY_VALUES: ReadonlySet<string> = new Set(['', '$null', 'null']);

/** Mail addresses in a parameter: alone, after `smtp:`, in brackets, in a list or in JSON. */
const AROUND_ADDRESS = /[\s;,:<>"'()[\]]+/;
const AROUND_NAME = /^[\s"']+|(?<![\s"'])[\s"']+$/g;

/** The individual targets of each value, without empty ones. */
export function listEntries(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => value.split(/[;,]/))
    .map((entry) => entry.trim())
    .filter((entry) => !EMPTY_VALUES.has(entry.toLowerCase()));
}

/** All entries are internal, and there is at least one (docs/formats/rules.md, F1, wholly internal). */
export function areInternal(entries: readonly string[], domains: readonly string[], mailboxes: MailboxIndex): boolean {
  return (
    entries.length > 0 &&
    entries.every((entry) => {
      const addresses = listAddresses(entry);
      if (addresses.length > 0) return addresses.every((address) => isInternal(address, domains));
      // An unsupplied name may be an external contact.
      return mailboxes.find(entry.replaceAll(AROUND_NAME, '')) !== null;
    })
  );
}

/** The addresses in all texts of a mail program's rule are internal, and there is at least one. */
export function areTextsInternal(texts: readonly string[], domains: readonly string[]): boolean {
  const addresses = texts.flatMap(listAddresses);
  return addresses.length > 0 && addresses.every((address) => isInternal(address, domains));
}

/** The addresses that a rule or setting forwards to, ignoring conditions: in lower case, otherwise as recorded. */
export function listForwardTargets(record: AuditRecord): readonly string[] {
  if (record.kind !== 'rule' && record.kind !== 'forwarding') return [];
  const names = [...INBOX_TARGETS, ...TRANSPORT_TARGETS, ...JOURNAL_TARGETS, ...SETTING_TARGETS];
  const values = isOutlookRule(record.operation)
    ? readRuleActions(record).texts
    : names.flatMap((name) => listParameter(record, name));
  // Text that is not JSON has braces next to its addresses.
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
