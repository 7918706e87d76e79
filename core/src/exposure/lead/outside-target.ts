import type { AuditRecord } from '@candor/core/evidence/record';
import { isOutlookRule } from '@candor/core/evidence/record';
import { listParameter, type MailboxIndex } from '../attribution/mailbox-index.ts';
import { type InternalTargets, listEntries, SETTING_TARGETS } from '../records/forward-target.ts';
import { listGroupMembers } from '../records/group-change.ts';
import { readRuleActions } from '../records/rule-actions.ts';
import { isRuleImport, listTargetParameters } from '../records/rule-family.ts';

/**
 * Whether a record sends or takes mail anywhere but to the organization's own mailboxes: a rule or a forwarding whose
 * target is not wholly internal (F1), a member put into a group who is not, an export, and a copy into a mailbox that
 * was not supplied (W1). A rule that only files mail into folders has no target.
 */
export function isTargetOutside(record: AuditRecord, internal: InternalTargets, mailboxes: MailboxIndex): boolean {
  switch (record.kind) {
    case 'export':
      return true;
    case 'rule':
    case 'forwarding':
      return isForwardedOutside(record, internal);
    case 'handle':
      return record.crossMailbox && !isSupplied(record, mailboxes);
    case 'other':
      return listGroupMembers(record).some((member) => internal.isMemberOutside(member));
    default:
      return false;
  }
}

function isForwardedOutside(record: AuditRecord, internal: InternalTargets): boolean {
  if (isRuleImport(record.operation)) return true;
  if (isOutlookRule(record.operation)) {
    const { isForwarding, texts } = readRuleActions(record);
    return isForwarding && !internal.haveTexts(texts);
  }
  const entries = listEntries(
    [...listTargetParameters(), ...SETTING_TARGETS].flatMap((name) => listParameter(record, name)),
  );
  return entries.length > 0 && !internal.haveAll(entries);
}

function isSupplied({ destMailboxGuid, destMailboxOwnerUpn }: AuditRecord, mailboxes: MailboxIndex): boolean {
  return [destMailboxGuid, destMailboxOwnerUpn].some((name) => name !== null && mailboxes.name(name) !== null);
}
