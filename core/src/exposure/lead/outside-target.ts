import type { AuditRecord } from '@candor/core/evidence/record';
import { isOutlookRule } from '@candor/core/evidence/record';
import { listParameter, type MailboxIndex } from '../attribution/mailbox-index.ts';
import {
  areInternal,
  areTextsInternal,
  INBOX_TARGETS,
  JOURNAL_TARGETS,
  listEntries,
  SETTING_TARGETS,
  TRANSPORT_TARGETS,
} from '../records/forward-target.ts';
import { readRuleActions } from '../records/rule-actions.ts';

const TARGETS = [...INBOX_TARGETS, ...TRANSPORT_TARGETS, ...JOURNAL_TARGETS, ...SETTING_TARGETS];

/**
 * Whether a record sends or takes mail anywhere but to the organization's own mailboxes: a rule or a forwarding whose
 * target is not wholly internal (F1), an export, and a copy into a mailbox that was not supplied (W1). A rule that only
 * files mail into folders has no target.
 */
export function isTargetOutside(record: AuditRecord, domains: readonly string[], mailboxes: MailboxIndex): boolean {
  switch (record.kind) {
    case 'export':
      return true;
    case 'rule':
    case 'forwarding':
      return isForwardedOutside(record, domains, mailboxes);
    case 'handle':
      return record.crossMailbox && !isSupplied(record, mailboxes);
    default:
      return false;
  }
}

function isForwardedOutside(record: AuditRecord, domains: readonly string[], mailboxes: MailboxIndex): boolean {
  if (isOutlookRule(record.operation)) {
    const { isForwarding, texts } = readRuleActions(record);
    return isForwarding && !areTextsInternal(texts, domains);
  }
  const entries = listEntries(TARGETS.flatMap((name) => listParameter(record, name)));
  return entries.length > 0 && !areInternal(entries, domains, mailboxes);
}

function isSupplied({ destMailboxGuid, destMailboxOwnerUpn }: AuditRecord, mailboxes: MailboxIndex): boolean {
  return [destMailboxGuid, destMailboxOwnerUpn].some((name) => name !== null && mailboxes.name(name) !== null);
}
