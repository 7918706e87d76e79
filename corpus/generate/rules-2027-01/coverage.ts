import { toManagementApi } from '../audit/containers.ts';
import { type AuditRecord, bind, cmdlet, signIn, sync } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type RuleMailbox, type Specimen } from '../rules/specimen.ts';
import { ADMIN, act, copy, INTRUDER, LATE, mailbox, OWNER, operation, recorded } from '../rules-2026-12/cast.ts';

/** Decisions 5, 6, 8, 18 and 28: until when a log says anything, and whether it would. */

const AT = '2001-09-20T10:00:00Z';
/** When the intruder came back. */
const BACK = '2001-10-24T10:00:00Z';
/** A listed address, without a session. */
const LISTED = { ip: '198.51.100.20' };

const CONTROLS: readonly RuleMailbox[] = [
  mailbox('unseen'),
  mailbox('checked', { audited: true }),
  mailbox('delegated'),
  mailbox('shared', { kind: 'shared' }),
];
const WHOLE: readonly RuleMailbox[] = ['exported', 'returned', 'silent', 'drawn-late'].map((name) => mailbox(name));
/** Of a log that ends two days after containment. */
const SHORT: readonly RuleMailbox[] = ['short', 'perhaps'].map((name) => mailbox(name));
const EARLY_LOG: readonly RuleMailbox[] = ['drawn-early', 'drawn-early-idle'].map((name) => mailbox(name));

const SPECIMENS: readonly Specimen[] = [
  copy('drawn-early/Inbox/g1-late', 'G1: `gap-late`, the log was drawn too early', 'undetermined'),
  copy('drawn-early-idle/Inbox/n2-late', 'N2: `coverage-incomplete`, a gap `late` that reaches nobody', 'undetermined'),
  copy('drawn-late/Inbox/n1-drawn-late', 'N1: `complete-coverage`, drawn a day after its end', 'no-evidence'),
  copy('unseen/Inbox/n2-control', 'N2: `no-control`, no access to the mailbox is ever recorded', 'undetermined'),
  copy('checked/Inbox/n1-audited', 'N1: `complete-coverage`, somebody checked that it would be', 'no-evidence'),
  copy('delegated/Inbox/n2-delegate', 'N2: `no-control`, only a delegate is seen', 'undetermined'),
  copy('shared/Inbox/n1-shared', 'N1: `complete-coverage`, a shared mailbox has no owner', 'no-evidence'),
  copy('exported/Inbox/e1-same-day', 'E1: `export`, it ran on after its order', 'presumed', ['export'], {
    arrived: '2001-09-21T06:00:00Z',
  }),
  copy('exported/Inbox/e1-next-day', 'E1, N1: `complete-coverage`, more than a day later', 'no-evidence', [], {
    arrived: '2001-09-21T12:00:00Z',
  }),
  copy('returned/Inbox/n1-returned', 'D1, N1: `complete-coverage`, the intruder came back later', 'no-evidence', [], {
    arrived: LATE,
  }),
  copy('returned/Inbox/d1-returned', 'D1: `after-containment`, after its last access', 'absent', [], {
    arrived: '2001-10-25T12:00:00Z',
  }),
  copy('short/Inbox/g1-short', 'G1: `gap-unasserted`, the intruder came back after the log ends', 'presumed'),
  copy('perhaps/Inbox/g1-perhaps', 'G1: `gap-unasserted`, only an address outside the window adds it', 'undetermined'),
  copy('silent/Inbox/n1-silent', 'N1: `complete-coverage`, with a problem `silence`', 'no-evidence'),
];

const hour = (at: number): string =>
  `2001-09-${String(3 + Math.floor(at / 24)).padStart(2, '0')}T${String(at % 24).padStart(2, '0')}:30:00Z`;

const MAIN: readonly AuditRecord[] = [
  ...['returned', 'exported', 'drawn-late', 'silent'].map((name) => recorded(name)),
  operation(act('own-update', 'unseen', OWNER, AT), 'Update', {}),
  operation(act('own-update-checked', 'checked', OWNER, AT), 'Update', {}),
  sync({
    ...act('delegate', 'delegated', { ...OWNER, logonType: 2 }, AT, 'delegated@lighthouse.example'),
    folder: folderOf('delegated', 'Inbox'),
  }),
  sync({
    ...act('shared-access', 'shared', { ...OWNER, logonType: 2 }, AT, 'shared@lighthouse.example'),
    folder: folderOf('shared', 'Inbox'),
  }),
  cmdlet({
    ...act('export', 'exported', INTRUDER, AT, ADMIN),
    operation: 'New-MailboxExportRequest',
    parameters: { Mailbox: 'exported@lighthouse.example', FilePath: '\\\\files\\copy.pst' },
  }),
  bind({
    ...act('back', 'returned', INTRUDER, BACK),
    folders: [{ id: folderOf('returned', 'Inbox'), path: '\\', messageIds: [] }],
  }),
  ...Array.from({ length: 60 }, (_, at) =>
    sync({ ...act(`rhythm-${String(at).padStart(2, '0')}`, 'silent', OWNER, hour(at)), folder: null }),
  ),
  sync({ ...act('rhythm-again', 'silent', OWNER, '2001-10-30T08:00:00Z'), folder: null }),
];

const SHORTER: readonly AuditRecord[] = [
  ...['short', 'perhaps'].map((name) => recorded(name)),
  signIn({ ...act('perhaps-active', 'perhaps', { deviceSession: 'session-intruder', ip: '198.51.100.150' }, AT) }),
  bind({
    ...act('short-back', 'short', INTRUDER, BACK),
    folders: [{ id: folderOf('short', 'Inbox'), path: '\\', messageIds: [] }],
  }),
  bind({
    ...act('perhaps-back', 'perhaps', LISTED, BACK),
    folders: [{ id: folderOf('perhaps', 'Inbox'), path: '\\', messageIds: [] }],
  }),
];

const DRAWN_EARLY: readonly AuditRecord[] = [
  ...['drawn-early', 'drawn-early-idle'].map((name) => recorded(name)),
  signIn({ ...act('early-active', 'drawn-early', { deviceSession: 'session-intruder', ip: '198.51.100.150' }, AT) }),
];

const listed = (mailboxes: readonly RuleMailbox[]): string => mailboxes.map(({ custodian }) => custodian).join(', ');

export function putCoverage(files: CorpusFiles): void {
  putRuleIncident(files, {
    name: 'rules-2027-01-coverage',
    title: 'rules-2027-01-coverage: what a log says, and until when',
    introduction: `A log says nothing of the day before it was drawn, and nothing at all where no normal access is seen to be recorded.
Coverage looks at the window and on to the intruder's last access; an export takes what comes within a day of its order.
Problems: \`exported-missing\` for \`audit/short.jsonl\`, \`silence\` for \`silent\`, \`covers-one-user\` and \`window-too-narrow\`.
The expected results were counted by hand from the rules.`,
    mailboxes: [...CONTROLS, ...WHOLE, ...SHORT, ...EARLY_LOG],
    specimens: SPECIMENS,
    audit: {
      'main.jsonl': toManagementApi(MAIN),
      'short.jsonl': toManagementApi(SHORTER),
      'early.jsonl': toManagementApi(DRAWN_EARLY),
    },
    rest: `access:
  - file: audit/main.jsonl
    exported: 2001-11-03T00:00:00Z
    covers: { mailboxes: [${listed([...CONTROLS, ...WHOLE])}], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
  - file: audit/short.jsonl
    covers: { mailboxes: [${listed(SHORT)}], from: 2001-09-01T00:00:00Z, to: 2001-10-22T00:00:00Z }
  - file: audit/early.jsonl
    exported: 2001-10-20T12:00:00Z
    covers: { mailboxes: [${listed(EARLY_LOG)}], from: 2001-09-01T00:00:00Z, to: 2001-10-20T00:00:00Z }
intruder:
  sessions: [session-intruder]
  addresses: ["198.51.100.0/26"]
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
  });
}
