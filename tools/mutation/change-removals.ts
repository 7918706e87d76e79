import type { Removal } from './removal.ts';

const kinds = 'core/src/evidence/record/access-kind.ts';
const listed = 'core/src/evidence/record/listed-items.ts';
const truncation = 'core/src/evidence/audit/container/truncation.ts';
const arrival = 'core/src/evidence/message/copy.ts';
const messageId = 'core/src/evidence/message/field/message-id.ts';
const mailboxes = 'core/src/exposure/attribution/mailbox-index.ts';
const scattered = 'core/src/exposure/attribution/session-addresses.ts';
const gap = 'core/src/exposure/coverage/gap.ts';
const targets = 'core/src/exposure/records/forward-target.ts';
const conditions = 'core/src/exposure/text/condition.ts';
const switches = 'core/src/exposure/coverage/switch-log.ts';
const reach = 'core/src/exposure/records/reach-log.ts';
const judge = 'core/src/exposure/judge/mailbox-judge.ts';
const tally = 'core/src/exposure/records/record-tally.ts';
const covers = 'lab/src/commands/log-problems.ts';

const remove = (rule: string, file: string, find: string, replace: string): Removal => ({ rule, file, find, replace });

/** What the rules 2026-12 changed and no other list takes out; corpus/incidents/rules-2026-12 has a case for each. */
export const changeRemovals: readonly Removal[] = [
  remove('Arrival earliest', arrival, 'Math.min(found.at, at)', 'at'),
  remove(
    'Arrival received-beats-others',
    arrival,
    "if (isThere(received)) return { at: received, from: 'received' };",
    '',
  ),
  remove('Message-ID comments-in-messages', messageId, "const open = text.indexOf('<');", 'const open = -1;'),
  remove(
    'Records message-accesses-are-binds',
    kinds,
    "bind: ['messagebind', 'attachmentaccess'],",
    "bind: ['messagebind'],",
  ),
  remove(
    'Records item-without-id-is-lossy',
    listed,
    'listing.items.length === 0 || listing.items.some(',
    'listing.items.some(',
  ),
  remove('Records folder-binds-are-lists', kinds, "list: ['folderbind'],", ''),
  remove(
    'Records unreadable-row-of-a-list',
    kinds,
    "new Set(['bind', 'sync', 'list', 'export'])",
    "new Set(['bind', 'sync', 'export'])",
  ),
  remove(
    'Records unreadable-row-of-a-send',
    kinds,
    "new Set(['bind', 'sync', 'list', 'export'])",
    "new Set(['bind', 'sync', 'list', 'export', 'send'])",
  ),
  remove('Records truncated-second-search', truncation, 'if (lasts < firsts)', 'if (false)'),
  remove(
    'Records purge-is-no-export',
    kinds,
    "if (isPurge({ operation, parameters: clues.parameters })) return 'other';",
    '',
  ),
  remove('Records new-ediscovery', kinds, "'purviewsearchexportjobsubmitted',", ''),
  remove(
    'Mailbox unknown-guid-gives-way',
    mailboxes,
    'owner === null ? null : this.name(owner)',
    'owner === null || guid !== null ? null : this.name(owner)',
  ),
  remove('Mailbox names', mailboxes, 'return [...names, address.slice', 'return [address.slice'),
  remove(
    'Mailbox local-part',
    mailboxes,
    "return [...names, address.slice(0, Math.max(address.lastIndexOf('@'), 0))];",
    'return [...names, address.slice(0, 0)];',
  ),
  remove('Mailbox parts-between-colons', mailboxes, 'const PART = /[\\\\/:]/;', 'const PART = /[\\\\/]/;'),
  remove(
    'Mailbox cmdlets-of-kind-other',
    mailboxes,
    'return record.parameters.length === 0 ? null : this.#supply(this.findNamed(record));',
    'return null;',
  ),
  remove(
    'Mailbox strangers-are-not-the-user',
    mailboxes,
    '?? toSomebody(record) ?? this.#ofUser(record);',
    '?? this.#ofUser(record);',
  ),
  remove(
    'Attribution session-at-several-addresses',
    scattered,
    'if (facts === null || facts.isExcluded || facts.isAnyOwners) return;',
    'if (facts !== null) return;',
  ),
  remove(
    'Coverage instant-splits-nothing',
    gap,
    'others.filter(({ from, to }) => from < to)',
    'others.filter(({ from, to }) => from <= to)',
  ),
  remove(
    'Coverage audit-on-by-another-value',
    switches,
    "isFlag(record, 'AuditDisabled', true)",
    "isFlag(record, 'AuditDisabled', true) || null",
  ),
  remove('Reach consent-of-a-user', kinds, "new Set(['consent to application', ", 'new Set(['),
  remove('Reach role-of-an-application', kinds, ", 'add app role assignment to service principal']", ']'),
  remove(
    'Reach consent-without-mail',
    reach,
    'values.some((value) => SCOPES.some((scope) => value.includes(scope)))',
    'values.length > 0',
  ),
  remove('Reach consent-by-a-stranger', reach, '(isOfAll && isUsed)', 'isOfAll'),
  remove('Coverage beyond-records', covers, '...toBeyond(file, index, span, written),', ''),
  remove('Coverage one-user', covers, '...toOneUser(file, index, span, incident, written),', ''),
  remove('F1 add-to-recipients', targets, "'AddToRecipients', ", ''),
  remove('F1 journal-rules', targets, "['JournalEmailAddress']", "['JournalAddress']"),
  remove(
    'F1 sent-to-of-inbox-rules',
    conditions,
    "if (field === undefined || (field === 'sent-to' && ofMailbox)) return [];",
    'if (field === undefined) return [];',
  ),
  remove('F1 bars-absent', judge, "  'forwarding',\n", ''),
  remove('F1 unattributed-bars-absent', judge, "  'forwarding-unattributed',\n", ''),
  remove('F1 unreadable-bars-absent', judge, "  'forwarding-unreadable',\n", ''),
  remove('W3 bars-absent', judge, "  'intruder-sent',\n", ''),
  remove('L1 list-counts-for-the-last-access', tally, "new Set(['bind', 'list', ", "new Set(['bind', "),
];
