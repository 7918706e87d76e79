import type { Actor } from '../audit/actor.ts';
import { toManagementApi, toSearchCsv } from '../audit/containers.ts';
import { type AuditRecord, bind, cmdlet, signIn } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type Specimen } from '../rules/specimen.ts';
import { act, copy, INTRUDER, mailbox, OFFICE, OWNER, operation, recorded } from '../rules-2026-12/cast.ts';

/** Decisions 4, 5, 13, 15, 16, 17, 26 and 27: what a log still tells where part of it is missing or failed. */

const AT = '2001-09-20T10:00:00Z';
const SOON = '2001-09-20T10:05:00Z';
const NAMES = ['nameless', 'learned', 'colleague', 'common', 'refused', 'cafe', 'office'];
/** Nobody's, until the intruder's session is seen there. */
const HOTEL = { ip: '203.0.113.77' };
const OWN_CLIENT: Actor = { client: 'Client=Outlook', app: 'app-outlook' };

const SPECIMENS: readonly Specimen[] = [
  copy('holed/Inbox/g1-hole', 'G1: `gap-truncated`, a row of the search is missing', 'presumed'),
  copy('holed/Inbox/n2-after-hole', 'N2: `coverage-incomplete`, after the hole', 'undetermined', [], {
    arrived: '2001-09-25T12:00:00Z',
  }),
  copy('nameless/Filed/b7-nameless', 'B7: `lossy-record`, an item without an id', 'presumed', ['nameless']),
  copy('learned/Inbox/a6-learned', 'A6, B1: `bind`, learned for the same user', 'accessed', ['a6-learned']),
  copy('colleague/Inbox/a6-colleague', 'A6: `bind-unattributed`, another user', 'possible', ['a6-colleague']),
  copy('common/Inbox/a3-common', 'A3: `bind-unattributed`, an application in common use', 'possible', ['a3-common']),
  copy('refused/Inbox/n1-refused', 'N1: `complete-coverage`, rule and sign-in were refused', 'no-evidence'),
  copy('cafe/Inbox/a4-cafe', "A4: `bind-unattributed`, the owner's client in a cafe", 'possible', ['a4-cafe']),
  copy('office/Inbox/a8a-office', 'A8a, B4: `bind-unattributed`, the account from the office', 'presumed', [
    'a8a-office',
  ]),
];

function opened(name: string, custodian: string, actor: Actor, at = AT): AuditRecord {
  const folders = [{ id: folderOf(custodian, 'Inbox'), path: '\\', messageIds: [`<${name}@rules.example>`] }];
  return bind({ ...act(name, custodian, actor, at), folders });
}

const RECORDS: readonly AuditRecord[] = [
  {
    ...bind({ ...act('nameless', 'nameless', INTRUDER, AT), folders: [] }),
    Folders: [{ Id: folderOf('nameless', 'Filed'), Path: '\\', FolderItems: [{ Id: 'x', SizeInBytes: 1 }] }],
    OperationCount: 1,
  },
  signIn(act('sign-in-hotel', 'learned', { ...HOTEL, deviceSession: 'session-intruder' }, AT)),
  opened('a6-learned', 'learned', HOTEL, SOON),
  opened('a6-colleague', 'colleague', HOTEL, SOON),
  opened('a3-home', 'common', { ...OWNER, app: 'app-mail' }, '2001-09-06T10:00:00Z'),
  opened('a3-common', 'common', { ip: '203.0.113.88', app: 'app-mail' }),
  {
    ...cmdlet({
      ...act('refused-rule', 'refused', INTRUDER, AT),
      operation: 'New-InboxRule',
      parameters: { ForwardTo: 'drop@evil.example' },
    }),
    ResultStatus: 'False',
  },
  { ...operation(act('refused-login', 'refused', INTRUDER, AT), 'MailboxLogin', {}), ResultStatus: 'Failed' },
  opened('a4-home', 'cafe', { ...OWNER, ...OWN_CLIENT, session: 'session-taken' }),
  opened('a4-cafe', 'cafe', { ...OWN_CLIENT, ip: '203.0.113.66', session: 'session-taken' }, SOON),
  signIn(act('sign-in-office', 'office', { ip: '198.51.100.150', deviceSession: 'session-intruder' }, AT)),
  opened('a8a-office', 'office', { ...OFFICE, client: 'Client=REST' }, SOON),
];

/** A search whose third row of four was lost. */
function makeHoled(): string {
  const at = (day: number): string => `2001-09-${day}T08:00:00Z`;
  const rows = [18, 19, 20, 22].map((day) => opened(`holed-${day}`, 'holed', OWNER, at(day)));
  const lines = toSearchCsv(rows).split('\r\n');
  return lines.filter((_, number) => number !== 4).join('\r\n');
}

export function putTraces(files: CorpusFiles): void {
  const covers = (mailboxes: string): string =>
    `    exported: 2001-11-03T00:00:00Z\n    covers: { mailboxes: ${mailboxes}, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }`;
  putRuleIncident(files, {
    name: 'rules-2027-01-traces',
    title: 'rules-2027-01-traces: what a log still tells',
    introduction: `A lost row of a search, items without ids, attempts that failed, and sessions, applications and addresses that the owner
shares with the intruder. The expected results were counted by hand from the rules.`,
    mailboxes: [mailbox('holed'), ...NAMES.map((name) => mailbox(name))],
    specimens: SPECIMENS,
    audit: {
      'main.jsonl': toManagementApi([...NAMES.map((name) => recorded(name)), ...RECORDS]),
      'search.csv': makeHoled(),
    },
    rest: `access:
  - file: audit/main.jsonl
${covers(`[${NAMES.join(', ')}]`)}
  - file: audit/search.csv
${covers('[holed]')}
intruder:
  sessions: [session-intruder, session-taken]
  applications: [app-mail]
  addresses: ["198.51.100.128/25"]
  reach:
    - { mailbox: holed, by: credentials }
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
  });
}
