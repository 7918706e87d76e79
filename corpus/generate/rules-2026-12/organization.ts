import type { Actor } from '../audit/actor.ts';
import { type AuditRecord, cmdlet, other } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import type { Specimen } from '../rules/specimen.ts';
import { ADMIN, act, copy, directory, INTRUDER, mailbox, NOBODY, OFFICE } from './cast.ts';
import { putWithLog } from './put-with-log.ts';

/**
 * Records of no mailbox that reach all of them: auditing switched off for the organization, and what applications may
 * read.
 */

const USED = 'used@lighthouse.example';
const CONSENT = 'Consent to application.';
const ROLE = 'Add app role assignment to service principal.';

const NAMES = ['active', 'nobody', 'consented', 'assigned', 'intruder'];

/** Each mailbox has a gap of its own: what is given later than its end does not count there. */
const GAPS: Readonly<Record<string, string>> = {
  nobody: 'from: 2001-09-12T00:00:00Z, to: 2001-09-13T00:00:00Z',
  consented: 'from: 2001-09-13T00:00:00Z, to: 2001-09-14T00:00:00Z',
  assigned: 'from: 2001-09-14T00:00:00Z, to: 2001-09-15T00:00:00Z',
  intruder: 'from: 2001-09-15T00:00:00Z, to: 2001-09-16T00:00:00Z',
};

const SPECIMENS: readonly Specimen[] = [
  copy(
    'active/Inbox/audit-off',
    'audit-off: `gap-audit-off`, switched off twice for the whole organization, by its administrator and by an unknown user',
    'presumed',
    ['audit-off', 'audit-off-again'],
  ),
  copy(
    'active/Inbox/audit-off-again',
    'audit-off: `gap-audit-off`, `False` ended the first; the second counts',
    'presumed',
    ['audit-off-again'],
    { arrived: '2001-09-10T22:00:00Z' },
  ),
  copy(
    'active/Inbox/audit-on',
    'audit-off, N2: `coverage-incomplete`, `odd` is another value and ended the second',
    'undetermined',
    [],
    { arrived: '2001-09-11T22:00:00Z' },
  ),
  copy(
    'nobody/Inbox/no-reach',
    'reach, N2: `coverage-incomplete`, a consent by an unknown user, and one that gives no access to mail',
    'undetermined',
  ),
  copy(
    'consented/Inbox/consent',
    'reach: `app-reach`, an ambiguous consent by a user whom the intruder uses',
    'possible',
    ['consent-used'],
  ),
  copy('assigned/Inbox/role', 'reach: `app-reach`, an ambiguous role by such a user, and the consent', 'possible', [
    'consent-used',
    'role-used',
  ]),
  copy(
    'intruder/Inbox/intruder',
    'reach: `app-reach`, consent and role by the intruder, and the two before',
    'possible',
    ['consent-intruder', 'consent-used', 'role-intruder', 'role-used'],
  ),
  copy('intruder/Inbox/later', 'reach, N2: `coverage-incomplete`, after the gap', 'undetermined', [], {
    arrived: '2001-10-10T12:00:00Z',
  }),
];

const READS = '[[Scope: User.Read Mail.Read]]';

function grant(id: string, name: string, actor: Actor, at: string, userId: string, value = READS): AuditRecord {
  const property = name === CONSENT ? 'ConsentAction.Permissions' : 'AppRole.Value';
  const ModifiedProperties = [{ Name: property, NewValue: value, OldValue: '' }];
  return directory(act(id, 'active', actor, at, userId), name, { ObjectId: 'app', ModifiedProperties });
}

function auditing(id: string, actor: Actor, at: string, AuditDisabled: string): AuditRecord {
  const of = act(id, 'active', actor, at, ADMIN);
  return cmdlet({ ...of, operation: 'Set-OrganizationConfig', parameters: { AuditDisabled } });
}

const RECORDS: readonly AuditRecord[] = [
  auditing('audit-off', OFFICE, '2001-09-10T10:00:00Z', 'True'),
  auditing('audit-on', OFFICE, '2001-09-10T20:00:00Z', 'False'),
  auditing('audit-off-again', NOBODY, '2001-09-11T10:00:00Z', 'True'),
  auditing('audit-odd', OFFICE, '2001-09-11T20:00:00Z', 'odd'),
  grant('consent-unknown', CONSENT, NOBODY, '2001-09-12T10:00:00Z', 'stranger@lighthouse.example'),
  grant('consent-no-mail', CONSENT, NOBODY, '2001-09-12T11:00:00Z', USED, '[[Scope: User.Read]]'),
  grant('consent-used', CONSENT, NOBODY, '2001-09-13T10:00:00Z', USED),
  grant('role-used', ROLE, NOBODY, '2001-09-14T10:00:00Z', USED, '"Mail.ReadWrite"'),
  grant('consent-intruder', CONSENT, INTRUDER, '2001-09-15T10:00:00Z', USED),
  grant('role-intruder', ROLE, INTRUDER, '2001-09-15T11:00:00Z', USED, '"Mail.Read"'),
  other({ ...act('used', 'active', INTRUDER, '2001-09-20T11:00:00Z', USED), operation: 'MailboxLogin' }),
];

export function putOrganization(files: CorpusFiles): void {
  const gaps = Object.entries(GAPS).map(
    ([name, days]) => `  - { mailbox: ${name}, kind: before-retention, ${days}, source: statement }`,
  );
  putWithLog(files, {
    name: 'rules-2026-12-organization',
    title: 'rules-2026-12-organization: auditing switched off for the organization, and what applications may read',
    introduction: `Auditing was off for every mailbox from 10:00 to 20:00 on 10 and 11 September, before any application received rights. The intruder is active
only in \`active\` (record \`used\`, which marks its user as used by the intruder). Every consent or role reaches all mailboxes from its time to
containment. So each mailbox has its own gap, which ends before the next consent or role; \`intruder\` has the last gap and cites them all.
\`consent-unknown\` is a suggestion; \`consent-no-mail\` gives no access to mail.`,
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
