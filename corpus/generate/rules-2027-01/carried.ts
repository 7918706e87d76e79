import { toManagementApi } from '../audit/containers.ts';
import { type AuditRecord, bind, single } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { toMailDate, toSeconds } from '../instant.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type Specimen, toEml } from '../rules/specimen.ts';
import { act, copy, EARLY, INTRUDER, mailbox, NOBODY, recorded } from '../rules-2026-12/cast.ts';

/** Decisions 1 and 23: messages that other messages carry. */

const AT = '2001-09-20T10:00:00Z';
const NAMES = ['holder', 'sender', 'reader', 'quiet', 'blind'];

const CARRIED: readonly Specimen[] = [
  copy('holder/Inbox/c1-sent', 'C1: `contained-in`, the intruder sent the carrier', 'accessed', ['c1-sent-carrier']),
  copy('holder/Inbox/c1-opened', 'C1: `contained-in`, the carrier was opened', 'presumed', ['c1-opened-carrier']),
  copy('holder/Inbox/c1-perhaps', 'C1: `contained-in`, the carrier was opened by nobody known', 'possible', [
    'c1-perhaps-carrier',
  ]),
  copy('holder/Inbox/c1-blind', 'C1, N2: `carrier-undetermined`', 'undetermined'),
  copy('holder/Inbox/c1-untouched', 'C1, N1: `complete-coverage`, the carrier is cleared', 'no-evidence'),
];

/** Where the carrier of each lies, and what came out for itself. */
const CARRIERS: readonly Specimen[] = [
  copy('sender/Filed/c1-sent-carrier', 'W3: `intruder-sent`', 'accessed', ['c1-sent-carrier']),
  copy('reader/Inbox/c1-opened-carrier', 'B1: `bind`', 'accessed', ['c1-opened-carrier']),
  copy('quiet/Inbox/c1-perhaps-carrier', 'B4: `bind-unattributed`, the intruder is not there', 'possible', [
    'c1-perhaps-carrier',
  ]),
  copy('blind/Inbox/c1-blind-carrier', 'N2: `coverage-incomplete`, a gap that reaches nobody', 'undetermined'),
  copy('quiet/Inbox/c1-untouched-carrier', 'N1: `complete-coverage`', 'no-evidence'),
];

/** A message with another one as attachment. */
function carry(carrier: Specimen, inner: Specimen): string {
  const date = toMailDate(toSeconds(EARLY));
  return [
    `Received: from mx.outside.example by mx.lighthouse.example; ${date}`,
    `Date: ${date}`,
    'From: Outside <sender@outside.example>',
    `To: ${carrier.custodian}@lighthouse.example`,
    `Subject: Fwd: ${inner.name}`,
    `Message-ID: <${carrier.name}@rules.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="carried"',
    '',
    '--carried',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'See the attached message.',
    '--carried',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment; filename="forwarded.eml"',
    '',
    `${toEml(inner)}--carried--`,
    '',
  ].join('\n');
}

function opened(custodian: string, id: string, actor: typeof INTRUDER): AuditRecord {
  const folders = [{ id: folderOf(custodian, 'Inbox'), path: '\\', messageIds: [`<${id}@rules.example>`] }];
  return bind({ ...act(id, custodian, actor, AT), folders });
}

const RECORDS: readonly AuditRecord[] = [
  single({
    ...act('c1-sent-carrier', 'sender', INTRUDER, AT),
    operation: 'Send',
    messageId: '<c1-sent-carrier@rules.example>',
    folder: folderOf('sender', 'Filed'),
  }),
  opened('reader', 'c1-opened-carrier', INTRUDER),
  opened('quiet', 'c1-perhaps-carrier', NOBODY),
];

export function putCarried(files: CorpusFiles): void {
  const messages = CARRIERS.map((carrier, at): [string, string] => {
    const inner = CARRIED[at];
    if (inner === undefined) throw new Error(`nothing for ${carrier.name} to carry`);
    return [`mailboxes/${carrier.custodian}/${carrier.folder}/${carrier.name}.eml`, carry(carrier, inner)];
  });
  putRuleIncident(files, {
    name: 'rules-2027-01-carried',
    title: 'rules-2027-01-carried: messages inside messages',
    introduction: `What a message carries was seen with it, in whatever mailbox it lies as a message of its own.
The expected results were counted by hand from the rules.`,
    mailboxes: NAMES.map((name) => mailbox(name)),
    specimens: [
      ...CARRIED,
      ...CARRIERS.map((carrier) => ({
        ...carrier,
        at: `${carrier.custodian}/${carrier.folder ?? ''}/${carrier.name}.eml`,
      })),
    ],
    files: Object.fromEntries(messages),
    audit: { 'main.jsonl': toManagementApi([...NAMES.map((name) => recorded(name)), ...RECORDS]) },
    rest: `access:
  - file: audit/main.jsonl
    exported: 2001-11-03T00:00:00Z
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
coverage:
  - { mailbox: blind, kind: unlicensed, from: 2001-09-15T00:00:00Z, to: 2001-09-16T00:00:00Z }
intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
  });
}
