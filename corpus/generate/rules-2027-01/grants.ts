import { type AuditRecord, cmdlet } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import type { Specimen } from '../rules/specimen.ts';
import { ADMIN, act, copy, directory, HELP_DESK, INTRUDER, LATE, mailbox, OFFICE } from '../rules-2026-12/cast.ts';
import { putWithLog } from '../rules-2026-12/put-with-log.ts';

/** Decisions 10 and 14: what a grant opens, and whether it was taken back. */

const CONSENT = 'Consent to application.';
const NAMES = ['consented', 'delegated', 'returned', 'untouched'];

const GAP = 'from: 2001-09-25T00:00:00Z, to: 2001-09-26T00:00:00Z';

const SPECIMENS: readonly Specimen[] = [
  copy('consented/Inbox/own', "reach: `app-reach`, a user's own consent", 'possible', ['own-consent']),
  copy('consented/Inbox/open', 'D1, N2: `grant-open`, nobody took the consent back', 'undetermined', ['own-consent'], {
    arrived: LATE,
  }),
  copy(
    'delegated/Inbox/open-permission',
    'D1, N2: `grant-open`, the permission of another person was removed',
    'undetermined',
    ['permission'],
    {
      arrived: LATE,
    },
  ),
  copy('returned/Inbox/returned', 'D1: `after-containment`, the permission was removed', 'absent', [], {
    arrived: LATE,
  }),
  copy(
    'untouched/Inbox/no-reach',
    'reach, N2: `coverage-incomplete`, the consent opens no other mailbox',
    'undetermined',
  ),
  copy('untouched/Inbox/late', 'D1: `after-containment`, no grant is of this mailbox', 'absent', [], { arrived: LATE }),
];

function permission(id: string, custodian: string, at: string, operation: string, user: string): AuditRecord {
  const parameters = { Identity: `${custodian}@lighthouse.example`, User: user, AccessRights: 'FullAccess' };
  const isEnd = operation.startsWith('Remove');
  return cmdlet({
    ...act(id, custodian, isEnd ? OFFICE : INTRUDER, at, isEnd ? HELP_DESK : ADMIN),
    operation,
    parameters,
  });
}

const RECORDS: readonly AuditRecord[] = [
  directory(act('own-consent', 'consented', INTRUDER, '2001-09-20T10:00:00Z'), CONSENT, {
    ObjectId: 'app',
    ModifiedProperties: [
      { Name: 'ConsentContext.IsAdminConsent', NewValue: 'False', OldValue: '' },
      { Name: 'ConsentAction.Permissions', NewValue: '[[Scope: User.Read Mail.Read]]', OldValue: '' },
    ],
  }),
  permission('permission', 'delegated', '2001-09-20T10:00:00Z', 'Add-MailboxPermission', 'drop'),
  permission('permission-other', 'delegated', '2001-09-21T10:00:00Z', 'Remove-MailboxPermission', 'somebody'),
  permission('given', 'returned', '2001-09-20T10:00:00Z', 'Add-MailboxPermission', 'drop'),
  permission('given-end', 'returned', '2001-09-21T10:00:00Z', 'Remove-MailboxPermission', 'DROP'),
];

export function putGrants(files: CorpusFiles): void {
  const gaps = ['consented', 'untouched'].map(
    (name) => `  - { mailbox: ${name}, kind: before-retention, ${GAP}, source: statement }`,
  );
  putWithLog(files, {
    name: 'rules-2027-01-grants',
    title: 'rules-2027-01-grants: what a grant opens, and whether it was taken back',
    introduction: 'The log is blind for a day after the consent. The other copies came after containment.',
    mailboxes: NAMES.map((name) => mailbox(name)),
    specimens: SPECIMENS,
    records: RECORDS,
    end: `coverage:
${gaps.join('\n')}
intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
  });
}
