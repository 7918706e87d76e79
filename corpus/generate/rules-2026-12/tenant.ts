import type { AuditRecord } from '../audit/record.ts';
import { affect, cmdlet, other, sync } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { folderOf, type Specimen } from '../rules/specimen.ts';
import { ADMIN, act, copy, directory, EARLY, INSIDE, INTRUDER, mailbox, NOBODY, OWNER } from './cast.ts';
import { putWithLog } from './put-with-log.ts';

/** Records that concern every mailbox need incidents of their own: they would change each verdict of the other one. */

const USED = 'used@lighthouse.example';

const TENANT: readonly Specimen[] = [
  copy(
    'office/Inbox/n1-stranger',
    "N1, N2: `coverage-incomplete`, the intruder's permission of somebody who was not supplied",
    'undetermined',
  ),
  copy(
    'bystander/Inbox/app-reach',
    'reach: `app-reach`, a role grant by a user whom the intruder uses; the permission is not of its UserId',
    'possible',
    ['t-impersonation'],
    { arrived: INSIDE },
  ),
  copy('bystander/Inbox/app-reach-later', 'reach, N2: `coverage-incomplete`, after the gap', 'undetermined', [], {
    arrived: '2001-10-10T12:00:00Z',
  }),
];
const TENANT_RECORDS: readonly AuditRecord[] = [
  cmdlet({
    ...act('t-stranger', 'bystander', INTRUDER, '2001-09-12T10:00:00Z'),
    operation: 'Add-MailboxPermission',
    parameters: { Identity: 'Somebody Else', User: 'drop' },
  }),
  other({ ...act('t-used', 'office', INTRUDER, '2001-09-12T11:00:00Z', USED), operation: 'MailboxLogin' }),
  cmdlet({
    ...act('t-impersonation', 'office', NOBODY, '2001-09-15T10:00:00Z', USED),
    operation: 'New-ManagementRoleAssignment',
    parameters: { Role: 'ApplicationImpersonation', User: 'svc' },
  }),
  directory(
    act('t-consent', 'office', NOBODY, '2001-09-16T10:00:00Z', 'stranger@lighthouse.example'),
    'Consent to application.',
    {
      ObjectId: 'app',
      ModifiedProperties: [
        { Name: 'ConsentAction.Permissions', NewValue: '[[Scope: User.Read Mail.Read]]', OldValue: '' },
      ],
    },
  ),
];

const POLICY: readonly Specimen[] = [
  copy(
    'exported/Inbox/e1-everywhere',
    'E1: `export`, an operation of the new eDiscovery, of all mailboxes',
    'presumed',
    ['e1-everywhere'],
  ),
  copy('exported/Inbox/e1-purged', 'E1, N1: `complete-coverage`, a purge is no export', 'no-evidence', [], {
    arrived: INSIDE,
  }),
  copy('moved/Filed/s1-moved', 'S1: `sync-folder`, moved out of the folder later', 'presumed', ['s1-sync'], {
    arrived: '2001-09-16T12:00:00Z',
  }),
  copy('moved/Filed/s1-filed', 'S6: `sync-other-folder`, never in the folder', 'possible', ['s1-sync'], {
    arrived: '2001-09-16T12:00:00Z',
  }),
];
const POLICY_RECORDS: readonly AuditRecord[] = [
  directory(
    act('e1-everywhere', 'exported', INTRUDER, '2001-09-12T10:00:00Z', ADMIN),
    'PurviewSearchExportJobSubmitted',
    { ObjectId: 'search' },
  ),
  cmdlet({
    ...act('e1-purge', 'exported', INTRUDER, '2001-10-10T10:00:00Z', ADMIN),
    operation: 'New-ComplianceSearchAction',
    parameters: { SearchName: 's', PurgeType: 'SoftDelete' },
  }),
  sync({ ...act('s1-sync', 'moved', INTRUDER, '2001-09-20T10:00:00Z'), folder: folderOf('moved', 'Inbox') }),
  affect({
    ...act('s1-move', 'moved', OWNER, '2001-09-25T10:00:00Z'),
    operation: 'Move',
    messageIds: ['<s1-moved@rules.example>'],
    folder: folderOf('moved', 'Inbox'),
  }),
];

export function putTenant(files: CorpusFiles): void {
  putWithLog(files, {
    name: 'rules-2026-12-tenant',
    title: 'rules-2026-12-tenant: records that affect every mailbox',
    introduction:
      'The intruder has a permission on a mailbox that was not supplied. That rules out N1 everywhere, and is not attributed to the user who granted it.\nA role grant by a user whom the intruder uses reaches every mailbox. Consent by an unknown user (`t-consent`) reaches none and is a suggestion.',
    mailboxes: [mailbox('office'), mailbox('bystander')],
    specimens: TENANT,
    records: TENANT_RECORDS,
    end: `coverage:
  - { mailbox: bystander, kind: before-retention, from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z, source: statement }
intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
  });
  putWithLog(files, {
    name: 'rules-2026-12-policy',
    title: 'rules-2026-12-policy: exports of all mailboxes, and the policy `sync: folder`',
    introduction: `An export of all mailboxes on 12 September includes everything that had arrived by then. The other copies arrived later than ${EARLY}. A purge exports nothing.`,
    mailboxes: [mailbox('exported'), mailbox('moved')],
    specimens: POLICY,
    records: POLICY_RECORDS,
    end: `intruder:
  sessions: [session-intruder]
policy: { sync: folder, gaps: presumed }
`,
  });
}
