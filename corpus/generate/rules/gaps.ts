import type { Actor } from '../audit/actor.ts';
import { type Act, type AuditRecord, bind, other, sync } from '../audit/record.ts';
import { INTRUDER } from './binds.ts';
import { audited, folderOf, type RuleMailbox, type Specimen } from './specimen.ts';

/** One mailbox for each kind of gap, in each a copy from before the gap's end and one from after it. */
const DECLARED = ['unlicensed', 'audit-off', 'ingestion-off', 'before-retention', 'unsupported', 'bypassed'];
/** Kinds that come out of the evidence itself. */
const FOUND = ['unasserted', 'truncated', 'unreadable', 'throttled'];
/** Reach by other means than credentials, in a mailbox without a licence. */
const REACHED = ['reach-application', 'reach-delegation', 'reach-nobody'];

const GAP_CUSTODIANS: readonly string[] = [...DECLARED, ...FOUND].map((kind) => `gap-${kind}`);
export const GAP_MAILBOXES: readonly RuleMailbox[] = [...GAP_CUSTODIANS, ...REACHED].map((custodian) => ({
  custodian,
  folders: [['Inbox', 'Inbox']],
}));

const RULES: Readonly<Record<string, readonly [rule: string, verdict: string, records: readonly string[]]>> = {
  'gap-unreadable': ['G1 `gap-lossy`: a row that cannot be read', 'presumed', []],
  'gap-throttled': ['T1 `throttled`', 'presumed', ['t1-throttled']],
  'reach-application': ['G2 `app-reach-used`', 'presumed', []],
  'reach-delegation': ['G3 `delegate-reach`', 'possible', []],
  'reach-nobody': ['N2 `no-control`', 'undetermined', []],
};

export const GAP_SPECIMENS: readonly Specimen[] = GAP_MAILBOXES.flatMap(({ custodian }) => {
  const [rule, verdict, records] = RULES[custodian] ?? [`G1 \`${custodian}\``, 'presumed', []];
  const inside: Specimen = {
    custodian,
    folder: 'Inbox',
    name: 'in-the-gap',
    arrived: '2001-09-15T12:00:00Z',
    rule,
    verdict,
    records,
  };
  if (custodian === 'gap-unasserted') return [inside];
  const later: Specimen = {
    ...inside,
    name: 'after-the-gap',
    arrived: '2001-10-10T12:00:00Z',
    rule: 'after the gap: N2',
    verdict: 'undetermined',
    records: [],
  };
  return [
    { ...inside, id: `${custodian}@rules.example` },
    { ...later, id: `${custodian}-later@rules.example` },
  ];
});

/** Reaches `gap-*` through the one `credentials` row of each, and `gap-throttled` through a record. */
export const GAP_REACH: readonly string[] = [
  ...GAP_CUSTODIANS.filter((custodian) => custodian !== 'gap-throttled').map(
    (custodian) => `{ mailbox: ${custodian}, by: credentials }`,
  ),
  '{ mailbox: reach-application, by: application }',
  '{ mailbox: reach-delegation, by: delegation }',
];

export const GAP_DECLARATIONS: readonly string[] = [
  ...DECLARED.map(
    (kind) =>
      `{ mailbox: gap-${kind}, kind: ${kind}, from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z, source: statement }`,
  ),
  ...REACHED.map(
    (custodian) =>
      `{ mailbox: ${custodian}, kind: unlicensed, from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z, source: statement }`,
  ),
];

function act(id: string, custodian: string, actor: Actor, at: string): Act {
  return { name: id, id, at, mailbox: audited(custodian), actor };
}

const OWNER: Actor = { ip: '203.0.113.1' };

export const GAP_RECORDS: readonly AuditRecord[] = [
  bind({
    ...act('t1-throttled', 'gap-throttled', OWNER, '2001-09-20T00:00:00Z'),
    throttled: true,
    folders: [{ id: folderOf('gap-throttled', 'Inbox'), path: '\\', messageIds: [] }],
  }),
  other({ ...act('t1-intruder-active', 'gap-throttled', INTRUDER, '2001-09-20T02:00:00Z'), operation: 'MailboxLogin' }),
];

/** The rows of the export that stops in the middle: five of twelve. */
export const TRUNCATED_RECORDS: readonly AuditRecord[] = [1, 2, 3, 4, 5].map((at) =>
  sync({
    ...act(`truncated-${at}`, 'gap-truncated', OWNER, `2001-09-1${at}T09:00:00Z`),
    folder: folderOf('gap-truncated', 'Inbox'),
  }),
);
