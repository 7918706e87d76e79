import { toManagementApi } from '../audit/containers.ts';
import { type AuditRecord, bind, cmdlet, sync } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { toMailDate, toSeconds } from '../instant.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type Specimen } from '../rules/specimen.ts';
import { act, copy, INTRUDER, LATE, mailbox, NOBODY, recorded } from '../rules-2026-12/cast.ts';

/** Decisions 3, 19 and 23: what a Date alone proves, and what D1 and N2 say where nothing else does. */

const AT = '2001-09-20T10:00:00Z';
const NAMES = ['synced', 'dated', 'forwarded', 'closed', 'unnamed'];

/** Copies with a Date and no delivery time, by the time that it gives. */
const DATES: Readonly<Record<string, string>> = {
  'dated-doubt': '2001-09-21T09:00:00Z',
  'dated-later': '2001-09-25T12:00:00Z',
  'dated-late': LATE,
  'dated-untouched': '2001-09-25T12:00:00Z',
};

const dated = (place: string, rule: string, verdict: string, records: readonly string[] = []): Specimen =>
  copy(place, rule, verdict, records, { at: `${place}.eml` });

const SPECIMENS: readonly Specimen[] = [
  dated('synced/Inbox/dated-doubt', 'arrival, S1: `sync-folder`, a day of doubt without a delivery time', 'presumed', [
    'sync',
  ]),
  dated('synced/Inbox/dated-later', 'arrival, N2: `date-alone`', 'undetermined'),
  dated('synced/Inbox/dated-late', 'arrival, N2: `date-alone`, dated after containment', 'undetermined'),
  dated('dated/Inbox/dated-untouched', 'arrival, N1: `complete-coverage`, no rule would take it', 'no-evidence'),
  copy('synced/Inbox/received-later', 'arrival, N1: `complete-coverage`, Received says so', 'no-evidence', [], {
    arrived: '2001-09-25T12:00:00Z',
  }),
  copy('synced/Inbox/received-late', 'D1: `after-containment`', 'absent', [], { arrived: LATE }),
  copy('forwarded/Inbox/d1-forwarded', 'D1, F1: `forwarding`, nobody ended the rule', 'presumed', ['rule'], {
    arrived: LATE,
  }),
  copy('closed/Inbox/d1-synced', 'D1, S7: `sync-unattributed`, within the hour', 'possible', ['late-sync'], {
    arrived: '2001-10-20T00:20:00Z',
  }),
  copy('closed/Inbox/d1-absent', 'D1: `after-containment`, after that hour', 'absent', [], { arrived: LATE }),
  copy('unnamed/Inbox/n2-both', 'N2: `ids-unresolved` and `no-control`, both tests fail', 'undetermined'),
];

function write(name: string, custodian: string, date: string): string {
  return [
    `Date: ${toMailDate(toSeconds(date))}`,
    'From: Outside <sender@outside.example>',
    `To: ${custodian}@lighthouse.example`,
    `Subject: ${name}`,
    `Message-ID: <${name}@rules.example>`,
    '',
    `Text of ${name}.`,
    '',
  ].join('\n');
}

const RECORDS: readonly AuditRecord[] = [
  sync({ ...act('sync', 'synced', INTRUDER, AT), folder: folderOf('synced', 'Inbox') }),
  sync({ ...act('late-sync', 'closed', NOBODY, '2001-10-19T23:30:00Z'), folder: folderOf('closed', 'Inbox') }),
  cmdlet({
    ...act('rule', 'forwarded', INTRUDER, AT),
    operation: 'New-InboxRule',
    parameters: { Mailbox: 'forwarded@lighthouse.example', Name: 'out', ForwardTo: 'drop@outside.example' },
  }),
  // It comes as a delegate, so it does not show that the owner's accesses are recorded.
  bind({
    ...act('lost', 'unnamed', { ...INTRUDER, logonType: 2 }, AT),
    folders: [{ id: folderOf('unnamed', 'Inbox'), path: '\\', messageIds: ['<lost@rules.example>'] }],
  }),
];

export function putDated(files: CorpusFiles): void {
  const messages = SPECIMENS.flatMap(({ at, name, custodian }): [string, string][] => {
    const date = DATES[name];
    return at === undefined || date === undefined ? [] : [[`mailboxes/${at}`, write(name, custodian, date)]];
  });
  const owners = NAMES.filter((name) => name !== 'unnamed').map((name) => recorded(name));
  putRuleIncident(files, {
    name: 'rules-2027-01-dated',
    title: 'rules-2027-01-dated: what a Date alone proves',
    introduction: `A Date is the sender's. It never makes a copy absent, and what it alone keeps from a rule is not cleared.
D1 holds where no other reason stands; N2 gives the code of every test that fails.
The expected results were counted by hand from the rules.`,
    mailboxes: NAMES.map((name) => mailbox(name)),
    specimens: SPECIMENS,
    files: Object.fromEntries(messages),
    audit: { 'main.jsonl': toManagementApi([...owners, ...RECORDS]) },
    rest: `access:
  - file: audit/main.jsonl
    exported: 2001-11-03T00:00:00Z
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
  });
}
