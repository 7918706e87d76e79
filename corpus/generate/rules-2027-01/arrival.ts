import { toManagementApi } from '../audit/containers.ts';
import { type AuditRecord, sync } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { toMailDate, toSeconds } from '../instant.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type RuleMailbox, type Specimen } from '../rules/specimen.ts';
import { act, copy, EARLY, INTRUDER, LATE, mailbox, recorded } from '../rules-2026-12/cast.ts';

/** Decision 3: every witness of an arrival, a delivery log, and the organization's own sent mail. */

const AT = '2001-10-01T10:00:00Z';
const SEEN = 'after-containment';

/** A message with the fields that a case is about; a Date that is null is left out. */
function write(name: string, date: string | null, fields: readonly string[] = [], content = name): string {
  const has = (field: string): boolean => fields.some((one) => one.startsWith(`${field}:`));
  return [
    ...fields,
    ...(date === null ? [] : [`Date: ${toMailDate(toSeconds(date))}`]),
    ...(has('From') ? [] : [`From: Outside <sender@${content}.example>`]),
    ...(has('To') ? [] : ['To: all@lighthouse.example']),
    `Subject: ${content}`,
    `Message-ID: <${name}@rules.example>`,
    '',
    `Text of ${content}.`,
    '',
  ].join('\n');
}

const received = (at: string, seconds = 0): string =>
  `Received: from mx.outside.example by mx.lighthouse.example; ${toMailDate(toSeconds(at) + seconds)}`;

interface Case {
  readonly place: string;
  readonly rule: string;
  readonly verdict: string;
  readonly records?: readonly string[];
  /** Below the mailbox, where it is no .eml file of the folder. */
  readonly file?: string;
  readonly text: string;
}

/** A Maildir whose file names give a time; `0` is none. */
const inMaildir = (seconds: number, number: number): string => `.Inbox/cur/${seconds}.M${number}P1.host:2,S`;
const late = toSeconds(LATE);

const WITNESSES: readonly Case[] = [
  {
    place: 'witness/Inbox/w-collector',
    rule: 'arrival, S1: `sync-folder`, the collector’s own Received is not the earliest',
    verdict: 'presumed',
    records: ['sync-witness'],
    file: inMaildir(0, 1),
    text: write('w-collector', EARLY, [received('2001-10-25T08:00:00Z'), received(EARLY, 4)]),
  },
  {
    place: 'witness/Inbox/w-clock',
    rule: 'arrival, S1: `sync-folder`, the sender’s clock was a month ahead',
    verdict: 'presumed',
    records: ['sync-witness'],
    file: inMaildir(0, 2),
    text: write('w-clock', LATE, [received(EARLY)]),
  },
  {
    place: 'witness/Inbox/w-received',
    rule: `arrival, D1: \`${SEEN}\`, Received and Date`,
    verdict: 'absent',
    file: inMaildir(0, 3),
    text: write('w-received', LATE, [received(LATE, 4)]),
  },
  {
    place: 'witness/Inbox/w-maildir',
    rule: `arrival, D1: \`${SEEN}\`, a Maildir time within a day of the Date`,
    verdict: 'absent',
    file: inMaildir(late + 7, 4),
    text: write('w-maildir', LATE),
  },
  {
    place: 'witness/Inbox/w-copied',
    rule: 'arrival, N2: `date-alone`, a Maildir time that is the Date in another zone',
    verdict: 'undetermined',
    file: inMaildir(late + 5 * 3600, 5),
    text: write('w-copied', LATE),
  },
  {
    place: 'witness/Inbox/w-saved',
    rule: 'arrival, N2: `date-alone`, a Maildir time of when it was saved',
    verdict: 'undetermined',
    file: inMaildir(late + 7 * 86_400, 6),
    text: write('w-saved', LATE),
  },
  {
    place: 'witness/Inbox/w-timeless',
    rule: 'arrival, S1: `sync-folder`, no time at all',
    verdict: 'presumed',
    records: ['sync-witness'],
    file: inMaildir(0, 7),
    text: write('w-timeless', null),
  },
];

const TRACED: readonly Case[] = [
  ['t-late', `arrival, D1: \`${SEEN}\`, a delivery log says when`, 'absent', []],
  ['t-early', 'arrival, S1: `sync-folder`, a delivery log says that it came earlier', 'presumed', ['sync-traced']],
  ['t-letters', `arrival, D1: \`${SEEN}\`, the id in other letters`, 'absent', []],
  ['t-failed', 'arrival, N2: `date-alone`, it was not delivered then', 'undetermined', []],
  ['t-other', 'arrival, N2: `date-alone`, the log names another mailbox', 'undetermined', []],
  ['t-unlisted', 'arrival, N2: `date-alone`, the log does not list it', 'undetermined', []],
].map(([name = '', rule = '', verdict = '', records]) => ({
  ...{ place: `traced/Inbox/${String(name)}`, rule: String(rule), verdict: String(verdict) },
  records: records as readonly string[],
  text: write(String(name), LATE),
}));

const TRACE = [
  'MessageId,Received,SenderAddress,RecipientAddress,Status',
  '<t-late@rules.example>,2001-10-22T12:00:05,sender@outside.example,x@outside.example;traced@lighthouse.example,Delivered',
  '<t-early@rules.example>,2001-09-05T12:00:05,sender@outside.example,TRACED@lighthouse.example,Delivered',
  '<T-LETTERS@rules.example>,2001-10-22T12:00:05,sender@outside.example,traced@lighthouse.example,Delivered',
  '<t-failed@rules.example>,2001-10-22T12:00:05,sender@outside.example,traced@lighthouse.example,Failed',
  '<t-other@rules.example>,2001-10-22T12:00:05,sender@outside.example,nobody@lighthouse.example,Delivered',
  '',
].join('\n');

const OWN = ['From: Sent <sent@lighthouse.example>', 'To: reader@lighthouse.example'];
const FOREIGN = ['From: Sent <sent@outside.example>', 'To: reader@lighthouse.example'];

const SENT: readonly Case[] = [
  {
    place: 'sent/Sent/s-sibling',
    rule: `arrival, D1: \`${SEEN}\`, Received of its copy in another mailbox`,
    verdict: 'absent',
    text: write('s-sibling', LATE, OWN),
  },
  {
    place: 'reader/Inbox/s-sibling-received',
    rule: `arrival, D1: \`${SEEN}\`, that copy`,
    verdict: 'absent',
    text: write('s-sibling', LATE, [received(LATE, 3), ...OWN]),
  },
  {
    place: 'sent/Inbox/s-question',
    rule: `arrival, D1: \`${SEEN}\`, Received says so`,
    verdict: 'absent',
    text: write('s-question', LATE, [received(LATE, 3)]),
  },
  {
    place: 'sent/Sent/s-answer',
    rule: `arrival, D1: \`${SEEN}\`, what it answers came after containment`,
    verdict: 'absent',
    text: write('s-answer', '2001-10-22T13:00:00Z', [...OWN, 'In-Reply-To: <s-question@rules.example>']),
  },
  {
    place: 'sent/Sent/s-alone',
    rule: 'arrival, N2: `date-alone`, own sent mail that nobody else holds',
    verdict: 'undetermined',
    text: write('s-alone', LATE, OWN),
  },
  {
    place: 'sent/Sent/s-foreign',
    rule: 'arrival, N2: `date-alone`, its copy elsewhere counts for own mail only',
    verdict: 'undetermined',
    text: write('s-foreign', LATE, FOREIGN),
  },
  {
    place: 'reader/Inbox/s-foreign-received',
    rule: `arrival, D1: \`${SEEN}\`, that copy`,
    verdict: 'absent',
    text: write('s-foreign', LATE, [received(LATE, 3), ...FOREIGN]),
  },
  {
    place: 'sent/Inbox/s-elsewhere',
    rule: 'arrival, N2: `date-alone`, own mail in a folder that is not that of sent mail',
    verdict: 'undetermined',
    text: write('s-elsewhere', LATE, OWN),
  },
  {
    place: 'reader/Inbox/s-elsewhere-received',
    rule: `arrival, D1: \`${SEEN}\`, that copy`,
    verdict: 'absent',
    text: write('s-elsewhere', LATE, [received(LATE, 3), ...OWN]),
  },
];

/** Exported with `From MAILER-DAEMON` lines: nothing but the Dates is left, and each is of another outside party. */
const SAVED_DATES: readonly (readonly [name: string, date: string])[] = [
  ['saved-before', '2001-09-25T12:00:00Z'],
  ['saved-one', '2001-10-22T12:00:00Z'],
  ['saved-two', '2001-10-23T12:00:00Z'],
  ['saved-three', '2001-10-26T12:00:00Z'],
  ['saved-four', '2002-01-31T12:00:00Z'],
];
const SAVED = SAVED_DATES.map(([name, date]) => `From MAILER-DAEMON Thu Jan  1 00:00:00 2004\n${write(name, date)}\n`);

const SAVED_SPECIMENS: readonly Specimen[] = SAVED_DATES.map(([name], at) =>
  at === 0
    ? copy(`saved/Inbox/${name}`, 'arrival, S3: `sync-folder-unknown`, an exported mbox', 'presumed', ['sync-saved'], {
        at: 'saved.mbox#1',
      })
    : copy(`saved/Inbox/${name}`, 'arrival, N2: `date-alone`, nobody is notified of it', 'undetermined', [], {
        at: `saved.mbox#${at + 1}`,
      }),
);

const CASES = [...WITNESSES, ...TRACED, ...SENT];
const toFile = ({ place, file }: Case): string => {
  const [custodian = ''] = place.split('/');
  return file === undefined ? `${place}.eml` : `${custodian}/${file}`;
};

const MAILBOXES: readonly RuleMailbox[] = [
  mailbox('witness'),
  mailbox('traced'),
  mailbox('sent', {
    folders: [
      ['Inbox', 'Inbox'],
      ['Sent', 'SentItems'],
    ],
  }),
  mailbox('reader'),
  mailbox('saved', { evidence: 'saved.mbox' }),
];

const synced = (custodian: string, folder: string): AuditRecord =>
  sync({ ...act(`sync-${custodian}`, custodian, INTRUDER, AT), folder: folderOf(custodian, folder) });

export function putArrival(files: CorpusFiles): void {
  const records = [
    ...MAILBOXES.map(({ custodian }) => recorded(custodian)),
    ...[synced('witness', 'Inbox'), synced('traced', 'Inbox'), synced('sent', 'Sent'), synced('saved', 'Inbox')],
  ];
  putRuleIncident(files, {
    name: 'rules-2027-01-arrival',
    title: 'rules-2027-01-arrival: when a copy arrived',
    introduction: `The earliest of all witnesses counts, and only a delivery source proves that a copy came after the intruder was out.
The mbox \`saved\` is an export without delivery times, most of it dated after containment: nobody is notified of what only its Date places.
The expected results were counted by hand from the rules.`,
    mailboxes: MAILBOXES,
    specimens: [
      ...CASES.map((one) => copy(one.place, one.rule, one.verdict, one.records ?? [], { at: toFile(one) })),
      ...SAVED_SPECIMENS,
    ],
    files: {
      ...Object.fromEntries(CASES.map((one) => [`mailboxes/${toFile(one)}`, one.text])),
      'mailboxes/saved.mbox': SAVED.join(''),
    },
    audit: { 'main.jsonl': toManagementApi(records), 'trace.csv': TRACE },
    rest: `access:
  - file: audit/main.jsonl
    exported: 2001-11-03T00:00:00Z
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
arrivals: [ { file: audit/trace.csv, source: message trace } ]
intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
  });
}
