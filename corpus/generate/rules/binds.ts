import type { Actor } from '../audit/actor.ts';
import { type Act, type AuditRecord, affect, bind, single, sync } from '../audit/record.ts';
import { audited, folderOf, guidOf, type RuleMailbox, type Specimen } from './specimen.ts';

export const INTRUDER: Actor = { session: 'session-intruder', ip: '198.51.100.150' };
const NOBODY: Actor = { ip: '203.0.113.99' };

const EARLY = '2001-09-01T12:00:00Z';
const BIND = 'bind';

export const BIND_MAILBOXES: readonly RuleMailbox[] = [
  {
    custodian: BIND,
    folders: [
      ['Inbox', 'Inbox'],
      ['Filed', 'User Created'],
      ['Sent', 'SentItems'],
      ['Deleted', 'DeletedItems'],
    ],
  },
  {
    custodian: 'lossy',
    folders: [
      ['Inbox', 'Inbox'],
      ['Filed', 'User Created'],
    ],
  },
];

function copy(
  folder: string,
  name: string,
  rule: string,
  verdict: string,
  records: readonly string[],
  more: Partial<Specimen> = {},
): Specimen {
  return { custodian: BIND, folder, name, arrived: EARLY, rule, verdict, records, ...more };
}

export const BIND_SPECIMENS: readonly Specimen[] = [
  copy('Inbox', 'b1-bind', 'B1 `bind`', 'accessed', ['b1-bind', 'b6-unknown-folder']),
  copy('Inbox', 'b1-other-case', 'B1 `bind`, id without case', 'accessed', ['b1-other-case'], {
    id: 'B1-Other-Case@Rules.example',
  }),
  copy('Inbox', 'b2-original', 'B1 `bind`', 'accessed', ['b2-bind'], { id: 'b2@rules.example', content: 'b2' }),
  copy('Filed', 'b2-same-content', 'B2 `bind-same-content`', 'accessed', ['b2-bind'], {
    id: 'b2@rules.example',
    content: 'b2',
  }),
  copy('Inbox', 'b3-one', 'B3 `bind-ambiguous`', 'presumed', ['b3-bind'], { id: 'b3@rules.example' }),
  copy('Filed', 'b3-other', 'B3 `bind-ambiguous`', 'presumed', ['b3-bind'], { id: 'b3@rules.example' }),
  copy('Inbox', 'b3-decided', 'B1: the folder decides', 'accessed', ['b3-decided'], { id: 'b3-decided@rules.example' }),
  copy('Filed', 'b3-decided-against', 'B3 `bind-same-id`', 'possible', ['b3-decided'], {
    id: 'b3-decided@rules.example',
  }),
  copy('Inbox', 'b4-bind-unattributed', 'B4 `bind-unattributed`', 'presumed', ['b4-bind']),
  copy('Inbox', 'w1-handled', 'W1 `handled`', 'partial', ['w1-move']),
  copy('Inbox', 'w2-parent', 'W2 `quoted-out`', 'accessed', ['w3-send']),
  copy('Sent', 'w3-intruder-sent', 'W3 `intruder-sent`', 'accessed', ['w3-send'], {
    fields: ['From: bind@lighthouse.example', 'To: victim@outside.example', 'In-Reply-To: <w2-parent@rules.example>'],
  }),
  copy('Inbox', 'd1-after-containment', 'D1 `after-containment`', 'absent', [], { arrived: '2001-10-21T09:00:01Z' }),
  copy('Inbox', 'd1-before-last-access', 'not D1: the intruder came back later', 'no-evidence (N1)', [], {
    arrived: '2001-10-21T09:00:00Z',
  }),
  copy('Inbox', 'd1-named-by-a-record', 'not D1: a record names it', 'accessed', ['d1-bind'], {
    arrived: '2001-10-21T08:00:00Z',
  }),
  copy('Inbox', 'n1-complete-coverage', 'N1 `complete-coverage`', 'no-evidence', []),
  copy('Inbox', 'n2-no-message-id', 'N2 `coverage-incomplete`', 'undetermined', [], { id: null }),
  copy('Inbox', 'n2-ambiguous-update', 'N2 `coverage-incomplete`', 'undetermined', []),
  {
    custodian: 'lossy',
    folder: 'Inbox',
    name: 'b7-lossy-record',
    arrived: EARLY,
    rule: 'B7 `lossy-record`, G1 `gap-lossy`',
    verdict: 'presumed',
    records: ['b7-count', 'b7-text'],
  },
  {
    custodian: 'lossy',
    folder: 'Filed',
    name: 'b7-other-folder',
    arrived: EARLY,
    rule: 'neither B7 nor `gap-lossy`: N2',
    verdict: 'undetermined',
    records: [],
  },
  {
    custodian: 'lossy',
    folder: 'Inbox',
    name: 'b7-later',
    arrived: '2001-10-02T12:00:00Z',
    rule: 'arrived later: N2',
    verdict: 'undetermined',
    records: [],
  },
];

function act(id: string, actor: Actor = INTRUDER, custodian = BIND, at = '2001-09-20T09:00:00Z'): Act {
  return { name: id, id, at, mailbox: audited(custodian), actor };
}

function bound(id: string, folder: string, messageIds: readonly string[], actor = INTRUDER, at?: string): AuditRecord {
  return bind({ ...act(id, actor, BIND, at), folders: [{ id: folderOf(BIND, folder), path: '\\', messageIds }] });
}

export const BIND_RECORDS: readonly AuditRecord[] = [
  bound('b1-bind', 'Inbox', ['<b1-bind@rules.example>']),
  bound('b1-other-case', 'Inbox', ['b1-other-case@rules.example']),
  bound('b2-bind', 'Inbox', ['<b2@rules.example>']),
  bound('b3-bind', 'Deleted', ['<b3@rules.example>']),
  bound('b3-decided', 'Inbox', ['<b3-decided@rules.example>']),
  bound('b4-bind', 'Inbox', ['<b4-bind-unattributed@rules.example>'], NOBODY),
  bound('b6-no-mailbox', 'Inbox', ['<b6-in-no-mailbox@rules.example>']),
  bound('b6-other-mailbox', 'Inbox', ['<b6-in-other-mailbox@rules.example>']),
  bound('b6-unknown-folder', 'Not in the list', ['<b1-bind@rules.example>']),
  bind({
    ...act('b6-not-supplied'),
    mailbox: { guid: guidOf('stranger'), address: 'stranger@lighthouse.example' },
    folders: [{ id: 'folder-stranger', path: '\\', messageIds: ['<b6-stranger@rules.example>'] }],
  }),
  bound('d1-bind', 'Inbox', ['<d1-named-by-a-record@rules.example>'], INTRUDER, '2001-10-21T09:00:00Z'),
  affect({
    ...act('w1-move'),
    operation: 'Move',
    messageIds: ['<w1-handled@rules.example>'],
    folder: folderOf(BIND, 'Inbox'),
  }),
  affect({
    ...act('deleted', { ip: '203.0.113.1' }),
    operation: 'HardDelete',
    messageIds: ['<deleted@rules.example>'],
    folder: folderOf(BIND, 'Inbox'),
  }),
  single({
    ...act('w3-send'),
    operation: 'Send',
    messageId: '<w3-intruder-sent@rules.example>',
    folder: folderOf(BIND, 'Sent'),
  }),
  single({
    ...act('n2-update', NOBODY),
    operation: 'Update',
    messageId: '<n2-ambiguous-update@rules.example>',
    folder: folderOf(BIND, 'Inbox'),
  }),
  bind({
    ...act('b7-count', INTRUDER, 'lossy'),
    count: 3,
    folders: [{ id: folderOf('lossy', 'Inbox'), path: '\\', messageIds: [null] }],
  }),
  bind({
    ...act('b7-text', INTRUDER, 'lossy'),
    count: 2,
    items: 'System.Object[]',
    folders: [{ id: folderOf('lossy', 'Inbox'), path: '\\', messageIds: [] }],
  }),
];

const SYNCS: readonly (readonly [string, Actor])[] = [
  ['sync', INTRUDER],
  ['sync-ambiguous', NOBODY],
];

export const SYNC_MAILBOXES: readonly RuleMailbox[] = SYNCS.map(([custodian]) => ({
  custodian,
  folders: [
    ['Inbox', 'Inbox'],
    ['Filed', 'User Created'],
  ],
}));

/** The Syncs are at 10:00 on 20 September. `others` is what the policy makes of the other folders. */
export function toSyncSpecimens(others: string): readonly Specimen[] {
  const at = (name: string, folder: string | null, arrived: string, rule: string, verdict: string): Specimen => ({
    custodian: 'sync',
    folder,
    name,
    arrived,
    rule,
    verdict,
    records: verdict.startsWith('no-evidence') ? [] : ['sync-inbox'],
  });
  return [
    at('s1-sync-folder', 'Inbox', '2001-09-20T10:00:00Z', 'S1 `sync-folder`', 'presumed'),
    at('s2-sync-hour', 'Inbox', '2001-09-20T11:00:00Z', 'S2 `sync-hour`', 'presumed'),
    at('s2-an-hour-and-a-second', 'Inbox', '2001-09-20T11:00:01Z', 'later than S2', 'no-evidence (N1)'),
    at('s3-folder-not-in-list', 'Unlisted', '2001-09-20T10:30:00Z', 'S3 `sync-folder-unknown`', 'presumed'),
    at('s3-no-folder', null, '2001-09-20T10:30:00Z', 'S3 `sync-folder-unknown`', 'presumed'),
    at('other-folder', 'Filed', '2001-09-20T10:30:00Z', others, others.startsWith('S5') ? 'presumed' : 'possible'),
    {
      ...at('s7-sync-unattributed', 'Inbox', '2001-09-20T10:30:00Z', 'S7 `sync-unattributed`', 'possible'),
      custodian: 'sync-ambiguous',
      records: ['sync-ambiguous-inbox'],
    },
    {
      ...at('s7-other-folder', 'Filed', '2001-09-20T10:30:00Z', 'S7 takes no other folder', 'no-evidence (N1)'),
      custodian: 'sync-ambiguous',
      records: [],
    },
  ];
}

export const SYNC_RECORDS: readonly AuditRecord[] = SYNCS.map(([custodian, actor]) =>
  sync({
    ...act(`${custodian}-inbox`, actor, custodian, '2001-09-20T10:00:00Z'),
    folder: folderOf(custodian, 'Inbox'),
  }),
);
