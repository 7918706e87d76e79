import type { Actor } from '../audit/actor.ts';
import { type AuditRecord, cmdlet } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import type { Specimen } from '../rules/specimen.ts';
import { ADMIN, act, copy, directory, HELP_DESK, INTRUDER, mailbox, NOBODY, OFFICE } from '../rules-2026-12/cast.ts';
import { putWithLog } from '../rules-2026-12/put-with-log.ts';

/** Decisions 2, 9, 22 and 25: rules, policies and groups that send mail elsewhere. Each has a day of its own. */

const OUT = 'drop@outside.example';

const on = (day: number, hour = 12) =>
  `2001-09-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;

/** A cmdlet at 6 o'clock of a day. */
function made(id: string, day: number, by: Actor, operation: string, parameters: Record<string, string>): AuditRecord {
  return cmdlet({ ...act(id, 'desk', by, on(day, 6), ADMIN), operation, parameters });
}

/** The help desk takes it away at 18 o'clock. */
function taken(id: string, day: number, operation: string, name: string): AuditRecord {
  const of = act(`${id}-end`, 'desk', OFFICE, on(day, 18), HELP_DESK);
  return cmdlet({ ...of, operation, parameters: { Identity: name } });
}

const day = (
  name: string,
  date: number,
  rule: string,
  verdict: string,
  records: readonly string[] = [],
  fields?: string,
) =>
  copy(`desk/Inbox/${name}`, rule, verdict, records, {
    arrived: on(date),
    ...(fields === undefined ? {} : { fields: [fields] }),
  });

const SPECIMENS: readonly Specimen[] = [
  day('f1-report', 11, 'F1: `forwarding`, a report with the mail (GenerateIncidentReport)', 'presumed', ['report']),
  day('f1-connector', 12, 'F1: `forwarding-unattributed`, an outbound connector', 'possible', ['connector']),
  day('f1-dlp', 13, 'F1: `forwarding`, a DLP rule', 'presumed', ['dlp']),
  day('f1-policy', 14, 'F1: `forwarding-unreadable`, a policy of an unknown user', 'possible', ['policy']),
  day('f1-unread', 15, 'F1: `forwarding-unreadable`, a parameter that no rule reads', 'possible', ['unread']),
  day('f1-accepted', 16, 'F1, N1: `complete-coverage`, the import was read and accepted', 'no-evidence'),
  day(
    'f1-group',
    17,
    'F1: `forwarding`, to a group with a new member outside',
    'presumed',
    ['group'],
    'To: trading-desk@lighthouse.example',
  ),
  day('f1-not-the-group', 17, 'F1, N1: `complete-coverage`, not to the group', 'no-evidence'),
  day('f1-unknown-group', 18, 'F1: `forwarding-unreadable`, a group that no copy names', 'possible', ['unknown-group']),
  day(
    'f1-guest',
    19,
    'F1: `forwarding`, a guest was put into a group',
    'presumed',
    ['guest'],
    'Cc: All Hands <allhands@lighthouse.example>',
  ),
  day('f1-refused', 20, 'Attempts, N1: `complete-coverage`, the rule was refused', 'no-evidence'),
  copy(
    'contact/Inbox/f1-contact',
    'F1: `forwarding-unattributed`, the internal address is of a mail contact',
    'possible',
    ['contact-rule'],
    {
      arrived: on(22),
    },
  ),
  copy('contact/Inbox/f1-before', 'F1, N1: `complete-coverage`, before the rule', 'no-evidence', [], {
    arrived: on(20),
  }),
];

const RECORDS: readonly AuditRecord[] = [
  made('report', 11, INTRUDER, 'New-TransportRule', { Name: 'report', GenerateIncidentReport: OUT }),
  taken('report', 11, 'Remove-TransportRule', 'Report'),
  made('connector', 12, NOBODY, 'Set-TransportRule', { Identity: 'route', RouteMessageOutboundConnector: 'Elsewhere' }),
  taken('connector', 12, 'Disable-TransportRule', 'route'),
  made('dlp', 13, INTRUDER, 'New-DlpComplianceRule', { Name: 'dlp', RedirectMessageTo: OUT }),
  taken('dlp', 13, 'Remove-DlpComplianceRule', 'dlp'),
  made('policy', 14, NOBODY, 'New-SafeAttachmentPolicy', { Name: 'safe', Redirect: 'True', RedirectAddress: OUT }),
  taken('policy', 14, 'Remove-SafeAttachmentPolicy', 'safe'),
  made('unread', 15, INTRUDER, 'Set-TransportRule', { Identity: 'managers', AddManagerAsRecipientType: 'Bcc' }),
  taken('unread', 15, 'Remove-TransportRule', 'managers'),
  made('import', 16, NOBODY, 'Import-TransportRuleCollection', { FileData: 'rules.xml' }),
  made('group', 17, INTRUDER, 'Add-DistributionGroupMember', { Identity: 'Trading Desk', Member: OUT }),
  taken('group', 17, 'Remove-DistributionGroupMember', 'trading desk'),
  made('unknown-group', 18, INTRUDER, 'Add-UnifiedGroupLinks', { Identity: 'Nobody Writes', Links: OUT }),
  taken('unknown-group', 18, 'Remove-UnifiedGroupLinks', 'Nobody Writes'),
  directory(act('guest', 'desk', INTRUDER, on(19, 6), ADMIN), 'Add member to group.', {
    ObjectId: 'drop_outside.example#EXT#@lighthouse.example',
    ModifiedProperties: [{ Name: 'Group.DisplayName', NewValue: '"All Hands"', OldValue: '' }],
  }),
  {
    ...made('refused', 20, INTRUDER, 'New-TransportRule', { Name: 'refused', BlindCopyTo: OUT }),
    ResultStatus: 'False',
  },
  cmdlet({
    ...act('contact-rule', 'contact', NOBODY, on(21, 6)),
    operation: 'New-InboxRule',
    parameters: { Name: 'in', ForwardTo: 'kate@lighthouse.example' },
  }),
  made('contact-made', 9, OFFICE, 'New-MailContact', {
    Name: 'Kate',
    ExternalEmailAddress: 'SMTP:kate@lighthouse.example',
  }),
];

export function putForwarding(files: CorpusFiles): void {
  putWithLog(files, {
    name: 'rules-2027-01-forwarding',
    title: 'rules-2027-01-forwarding: rules, policies and groups that send mail elsewhere',
    introduction: `Each rule reaches all mailboxes and lasts from 06:00 to 18:00 of one day, so the day of a copy says which one it met.
The import on 16 September replaced all rules; a person read its record and accepted it. The new member of All Hands stays, so copies to it are taken to the end.
The mail contact was made before the window; its address looks internal.`,
    mailboxes: [mailbox('desk'), mailbox('contact')],
    specimens: SPECIMENS,
    records: RECORDS,
    end: `intruder:
  sessions: [session-intruder]
accepted: [ { record: import, by: M. Stone, why: the yearly review of rules } ]
policy: { sync: mailbox, gaps: presumed }
`,
  });
}
