import type { Actor } from '../audit/actor.ts';
import { toManagementApi } from '../audit/containers.ts';
import { type AuditRecord, bind } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type Specimen } from '../rules/specimen.ts';
import { act, copy, mailbox, NOBODY, OFFICE, recorded } from '../rules-2026-12/cast.ts';

/** Decisions 4, 7, 22 and 24: who made a record, where one address is not enough. */

const AT = '2001-09-20T10:00:00Z';
const NAMES = ['contradicted', 'assisted', 'saved', 'returning'];
const BACKUP = 'ServicePrincipal_backup';
/** By an unknown user, in the window and long after it. */
const ODD: Actor = { session: 'session-odd', ip: '203.0.113.99' };

const SPECIMENS: readonly Specimen[] = [
  copy('contradicted/Inbox/a2b-two-addresses', 'A2b: `bind-unattributed`, two addresses', 'possible', [
    'a2b-two-addresses',
  ]),
  copy('contradicted/Inbox/a2c-two-users', 'A2c: `bind-unattributed`, one id with two users', 'possible', [
    'a2c-two-users',
  ]),
  copy('assisted/Inbox/a8-delegate', 'A8, N1: `complete-coverage`, a listed delegate', 'no-evidence'),
  copy('assisted/Inbox/a8b-stranger', 'A8b: `bind-unattributed`, a stranger as delegate', 'possible', ['a8b-stranger']),
  copy('saved/Inbox/a9b-backup', 'A9b, N1: `complete-coverage`, the backup', 'no-evidence'),
  copy('saved/Inbox/a9b-elsewhere', 'A9b: `bind-unattributed`, not from its address', 'possible', ['a9b-elsewhere']),
  copy('saved/Inbox/accepted', 'accepted, N1: `complete-coverage`, a person read the record', 'no-evidence'),
  copy('returning/Inbox/a10b-inside', 'B4: `bind-unattributed`, a session of nobody known', 'possible', [
    'a10b-inside',
  ]),
  copy('returning/Inbox/a10b-after', 'A10b, N2: `linked-after`, the same session days later', 'undetermined', [
    'a10b-after',
  ]),
];

function opened(name: string, custodian: string, actor: Actor, at = AT, userId?: string): AuditRecord {
  const folders = [{ id: folderOf(custodian, 'Inbox'), path: '\\', messageIds: [`<${name}@rules.example>`] }];
  return bind({ ...act(name, custodian, actor, at, userId), folders });
}

const RECORDS: readonly AuditRecord[] = [
  { ...opened('a2b-two-addresses', 'contradicted', { ip: '198.51.100.5' }), ActorIpAddress: '203.0.113.1' },
  opened('a2c-two-users', 'contradicted', { ip: '203.0.113.1' }),
  opened('a2c-two-users', 'contradicted', { ip: '203.0.113.1' }, AT, 'somebody@lighthouse.example'),
  opened('a8-delegate', 'assisted', { ...OFFICE, logonType: 2 }, AT, 'assistant@lighthouse.example'),
  opened('a8b-stranger', 'assisted', { ...OFFICE, logonType: 2 }, AT, 'stranger@lighthouse.example'),
  opened('a9b-backup', 'saved', { app: 'app-backup', ip: '192.0.2.60', logonType: 1 }, AT, BACKUP),
  opened('a9b-elsewhere', 'saved', { app: 'app-backup', ip: '203.0.113.99', logonType: 1 }, AT, BACKUP),
  opened('accepted', 'saved', NOBODY),
  opened('a10b-inside', 'returning', ODD),
  opened('a10b-after', 'returning', ODD, '2001-10-25T09:00:00Z'),
];

export function putLabels(files: CorpusFiles): void {
  putRuleIncident(files, {
    name: 'rules-2027-01-attribution',
    title: 'rules-2027-01-attribution: who made a record',
    introduction: `One address is not enough: records that contradict each other, delegates, applications without a user, and sessions
that go on after containment. The expected results were counted by hand from the rules.`,
    mailboxes: NAMES.map((name) =>
      mailbox(name, name === 'assisted' ? { delegates: ['assistant@lighthouse.example'] } : {}),
    ),
    specimens: SPECIMENS,
    audit: { 'main.jsonl': toManagementApi([...NAMES.map((name) => recorded(name)), ...RECORDS]) },
    rest: `access:
  - file: audit/main.jsonl
    exported: 2001-11-03T00:00:00Z
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
accepted:
  - { record: accepted, by: R. Keeper, why: the legal department reads it every quarter }
intruder:
  sessions: [session-intruder]
  addresses: ["198.51.100.0/26"]
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
    applications: ['{ id: app-backup, addresses: [192.0.2.60], by: R. Keeper, why: the nightly backup }'],
  });
}
