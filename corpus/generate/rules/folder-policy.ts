import type { Actor } from '../audit/actor.ts';
import { toManagementApi } from '../audit/containers.ts';
import { type Act, type AuditRecord, bind, cmdlet, other } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { INTRUDER, SYNC_MAILBOXES, SYNC_RECORDS, toSyncSpecimens } from './binds.ts';
import { putRuleIncident } from './put-rule-incident.ts';
import { audited, folderOf, type RuleMailbox, type Specimen } from './specimen.ts';

const MAILBOXES: readonly RuleMailbox[] = [
  ...SYNC_MAILBOXES,
  ...['gap', 'application', 'throttled', 'nobody'].map(
    (custodian): RuleMailbox => ({ custodian, folders: [['Inbox', 'Inbox']] }),
  ),
];

function copy(
  custodian: string,
  name: string,
  rule: string,
  verdict: string,
  records: readonly string[],
  arrived = '2001-09-11T12:00:00Z',
): Specimen {
  return {
    custodian,
    folder: 'Inbox',
    name,
    id: `${custodian}-${name}@rules.example`,
    arrived,
    rule,
    verdict,
    records,
  };
}

/** Auditing was bypassed on 12 September and switched off on 13 September, for a day each: gaps of every mailbox. */
const GAPS = ['bypass-on', 'ingestion-off'];
const SYNC_MOVED = toSyncSpecimens('S6 `sync-other-folder`').map((specimen) => toOpen(specimen));

/** No mailbox has complete coverage here, so what was cleared there is open here. */
function toOpen(specimen: Specimen): Specimen {
  if (!specimen.verdict.startsWith('no-evidence')) return specimen;
  return { ...specimen, rule: `${specimen.rule}; N2`, verdict: 'undetermined' };
}

const SPECIMENS: readonly Specimen[] = [
  ...SYNC_MOVED,
  copy('gap', 'before-both', 'G1 `gap-bypassed`, `gap-ingestion-off`', 'undetermined', GAPS),
  copy('gap', 'between', 'G1 `gap-ingestion-off`', 'undetermined', ['ingestion-off'], '2001-09-13T12:00:00Z'),
  copy('gap', 'after-both', 'N2 `no-control`', 'undetermined', [], '2001-09-20T12:00:00Z'),
  copy('application', 'in-reach', 'G2 `app-reach`', 'possible', GAPS),
  copy('throttled', 't1-throttled', 'T1 `throttled`, G1', 'presumed', ['t1-throttled', ...GAPS]),
  copy('nobody', 'not-in-reach', 'N2 `no-control`', 'undetermined', []),
];

const HELP_DESK: Actor = { ip: '192.0.2.10' };

function act(id: string, at: string, actor: Actor, custodian = 'nobody'): Act {
  return { name: id, id, at, mailbox: audited(custodian), actor };
}

const AUDIT_CONFIG = { operation: 'Set-AdminAuditLogConfig' };
const BYPASS = { operation: 'Set-MailboxAuditBypassAssociation' };
const RECORDS: readonly AuditRecord[] = [
  cmdlet({
    ...act('bypass-on', '2001-09-12T00:00:00Z', HELP_DESK),
    ...BYPASS,
    parameters: { Identity: 'nobody', AuditBypassEnabled: 'True' },
  }),
  cmdlet({
    ...act('bypass-of-another-off', '2001-09-12T12:00:00Z', HELP_DESK),
    ...BYPASS,
    parameters: { Identity: 'gap', AuditBypassEnabled: 'False' },
  }),
  cmdlet({
    ...act('bypass-off', '2001-09-13T00:00:00Z', HELP_DESK),
    ...BYPASS,
    objectId: 'lighthouse.example/Users/NOBODY',
    parameters: { AuditBypassEnabled: 'False' },
  }),
  cmdlet({
    ...act('ingestion-off', '2001-09-13T00:00:00Z', HELP_DESK),
    ...AUDIT_CONFIG,
    parameters: { UnifiedAuditLogIngestionEnabled: 'False' },
  }),
  cmdlet({
    ...act('ingestion-on', '2001-09-14T00:00:00Z', HELP_DESK),
    ...AUDIT_CONFIG,
    parameters: { UnifiedAuditLogIngestionEnabled: 'True' },
  }),
  bind({
    ...act('t1-throttled', '2001-09-20T00:00:00Z', HELP_DESK, 'throttled'),
    throttled: true,
    folders: [{ id: folderOf('throttled', 'Inbox'), path: '\\', messageIds: [] }],
  }),
  other({ ...act('t1-intruder-active', '2001-09-20T02:00:00Z', INTRUDER, 'throttled'), operation: 'MailboxLogin' }),
];

export function putFolderPolicy(files: CorpusFiles): void {
  putRuleIncident(files, {
    name: 'rules-folder-policy',
    title: 'rules-folder-policy: the rules that depend on the policy',
    introduction: `The policy \`sync: folder, gaps: undetermined\`. No record shows the intruder's application in use. Gaps come from cmdlet records.
Both Syncs are attributed as in \`../rules\`. Their copies arrived after the gaps, so no gap covers them. Without complete coverage no copy is cleared.`,
    mailboxes: MAILBOXES,
    specimens: SPECIMENS,
    audit: { 'main.jsonl': toManagementApi([...SYNC_RECORDS, ...RECORDS]) },
    rest: `access:
  - file: audit/main.jsonl
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
intruder:
  sessions: [session-intruder]
  applications: [app-intruder]
  reach:
    - { mailbox: gap, by: credentials }
    - { mailbox: application, by: application }
policy: { sync: folder, gaps: undetermined }
`,
    directory: null,
  });
}
