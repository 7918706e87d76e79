import { type Actor, SUBSTRATE_CONTEXT_SERVICE } from '../audit/actor.ts';
import { type AuditRecord, bind } from '../audit/record.ts';
import { audited, folderOf, type RuleMailbox, type Specimen } from './specimen.ts';

/** One Bind for each row of the attribution table, each on a copy of its own: the verdict shows the label. */
type Row = readonly [name: string, rule: string, verdict: string, actor: Actor, at?: string];

const OTHER_ADDRESS = '198.51.100.200';

const ROWS: readonly Row[] = [
  ['a1-session', 'A1 `session` → B1', 'accessed', { session: 'SESSION-INTRUDER', ip: '198.51.100.150' }],
  ['a1-session-in-context', 'A1 `session` → B1', 'accessed', { aadSession: 'session-intruder' }],
  ['a2-token', 'A2 `token` → B1', 'accessed', { token: 'Token-Intruder' }],
  [
    'a2-token-other-case',
    'A10: tokens compare exactly → B4',
    'presumed',
    { token: 'token-intruder', ip: '203.0.113.99' },
  ],
  ['a3-application', 'A3 `application` → B1', 'accessed', { app: 'app-intruder', ip: '40.96.1.20' }],
  ['a3-client-application', 'A3 `application` → B1', 'accessed', { clientApp: 'app-intruder', ip: '203.0.113.99' }],
  [
    'a3-shared-application',
    'A3 `shared-application` → B4',
    'presumed',
    { clientApp: 'app-intruder', ip: '203.0.113.1' },
  ],
  [
    'a4-shared-session',
    'A4 `shared-session` → B4',
    'presumed',
    { session: 'session-stolen-cookie', ip: '203.0.113.1' },
  ],
  [
    'a4-session-split',
    'A4 `session-split` → B1: a client that the owner does not use',
    'accessed',
    { session: 'session-stolen-cookie', ip: OTHER_ADDRESS, client: 'Client=REST;Client=RESTSystem' },
  ],
  [
    'a4-same-client',
    "A4 `shared-session` → B4: the owner's client from another address",
    'presumed',
    { session: 'session-stolen-cookie', ip: '203.0.113.98' },
  ],
  ['a5-address', 'A5 `address` → B1', 'accessed', { ip: '198.51.100.5:443' }],
  ['a5-provider', 'A10: a listed provider address → B4', 'presumed', { ip: '40.96.7.7' }],
  ['a6-address-expanded', 'A6 `address-expanded` → B1', 'accessed', { ip: OTHER_ADDRESS }, '2001-09-20T10:14:00Z'],
  ['a6-too-late', 'A10: 16 minutes after the session → B4', 'presumed', { ip: OTHER_ADDRESS }, '2001-09-20T10:16:30Z'],
  ['a7-shared-address', 'A7 `shared-address` → B4', 'presumed', { ip: '198.51.100.44' }],
  ['a8-owner-address', 'A8 `owner-address`', 'no-evidence (N1)', { ip: '203.0.113.1' }],
  [
    'a8a-shared-account',
    'A8a `shared-account` → B4: the office, on a day on which the intruder uses the account',
    'presumed',
    { ip: '192.0.2.7', client: 'Client=IMAP4' },
  ],
  [
    'a9-service',
    'A9 `service`',
    'no-evidence (N1)',
    { app: SUBSTRATE_CONTEXT_SERVICE, ip: '52.96.10.7', client: 'Client=REST;Action=Search' },
  ],
  ['a10-unattributed', 'A10 `unattributed` → B4', 'presumed', { ip: '203.0.113.99' }],
  ['a11-out-of-window', 'A11 `out-of-window`', 'no-evidence (N1)', { ip: '203.0.113.99' }, '2001-09-08T10:00:00Z'],
  [
    'a10b-linked',
    'A10b `linked-out-of-window` → B4: the same network, a day before the window',
    'presumed',
    { ip: '203.0.113.99' },
    '2001-09-09T10:00:00Z',
  ],
];

const CUSTODIAN = 'who';

export const ATTRIBUTION_MAILBOX: RuleMailbox = {
  custodian: CUSTODIAN,
  folders: [['Inbox', 'Inbox']],
  addresses: ['198.51.100.44'],
};

export const ATTRIBUTION_SPECIMENS: readonly Specimen[] = ROWS.map(([name, rule, verdict]) => ({
  custodian: CUSTODIAN,
  folder: 'Inbox',
  name,
  arrived: '2001-09-01T12:00:00Z',
  rule,
  verdict,
  records: verdict.startsWith('no-evidence') ? [] : [name],
}));

export const ATTRIBUTION_RECORDS: readonly AuditRecord[] = ROWS.map(([name, , , actor, at]) =>
  bind({
    name,
    id: name,
    at: at ?? '2001-09-20T10:00:00Z',
    mailbox: audited(CUSTODIAN),
    actor,
    folders: [{ id: folderOf(CUSTODIAN, 'Inbox'), path: '\\Posteingang', messageIds: [`<${name}@rules.example>`] }],
  }),
);
