import type { Actor } from '../audit/actor.ts';
import { type Act, type AuditRecord, bind, cmdlet, search } from '../audit/record.ts';
import { INTRUDER } from './binds.ts';
import { audited, folderOf, type RuleMailbox, type Specimen } from './specimen.ts';

/** Q1 and F1: rules that look into the text of a message. */
export const CONTENT_MAILBOXES: readonly RuleMailbox[] = [
  { custodian: 'search', folders: [['Inbox', 'Inbox']] },
  { custodian: 'forward', folders: [['Inbox', 'Inbox']] },
];

const HELP_DESK: Actor = { ip: '192.0.2.10' };

function hit(
  custodian: string,
  name: string,
  rule: string,
  verdict: string,
  records: readonly string[],
  more: Partial<Specimen> = {},
): Specimen {
  return { custodian, folder: 'Inbox', name, arrived: '2001-09-15T12:00:00Z', rule, verdict, records, ...more };
}

const Q1 = 'Q1 `search-hit`';
const F1 = 'F1 `forwarding`';

export const CONTENT_SPECIMENS: readonly Specimen[] = [
  hit('search', 'q1-word', Q1, 'partial', ['q1-word'], { content: 'the harvest report' }),
  hit('search', 'q1-phrase', Q1, 'partial', ['q1-phrase'], { content: 'a spare key lies under the mat' }),
  hit('search', 'q1-prefix', Q1, 'partial', ['q1-prefix'], { content: 'turbines' }),
  hit('search', 'q1-subject', Q1, 'partial', ['q1-subject'], { fields: ['Subject: Lantern oil'] }),
  hit('search', 'q1-from', Q1, 'partial', ['q1-from'], { fields: ['From: Keeper <keeper@outside.example>'] }),
  hit('search', 'q1-not', `${Q1}: a term after NOT counts as a hit`, 'partial', ['q1-not'], {
    content: 'anchors aweigh',
  }),
  hit('search', 'q1-or', Q1, 'partial', ['q1-or'], { content: 'the buoy' }),
  hit('search', 'q1-part-of-a-word', 'all terms must be there', 'no-evidence (N1)', [], { content: 'harvesters' }),
  hit('search', 'q1-later', 'arrived after the search', 'no-evidence (N1)', [], {
    content: 'harvest again',
    arrived: '2001-09-25T12:00:00Z',
  }),
  hit('search', 'b6-in-other-mailbox', 'B8 `bind-elsewhere`: its id was listed for another mailbox', 'presumed', [
    'b6-other-mailbox',
  ]),
  hit('forward', 'f1-rule-hit', F1, 'presumed', ['f1-rule'], { content: 'Invoice for the lamp' }),
  hit('forward', 'f1-rule-miss', 'the conditions do not match', 'no-evidence (N1)', []),
  hit('forward', 'f1-rule-before', 'arrived before the rule', 'no-evidence (N1)', [], {
    content: 'Invoice one',
    arrived: '2001-09-14T23:59:59Z',
  }),
  hit('forward', 'f1-rule-after', 'arrived after its removal', 'no-evidence (N1)', [], {
    content: 'Invoice two',
    arrived: '2001-09-17T00:00:01Z',
  }),
  hit(
    'forward',
    'f1-unreadable-condition',
    `${F1}: a condition that cannot be evaluated`,
    'presumed',
    ['f1-header-rule'],
    { arrived: '2001-09-18T12:00:00Z' },
  ),
  hit('forward', 'f1-mailbox-forwarding', `${F1}, settings`, 'presumed', ['f1-settings'], {
    arrived: '2001-09-21T12:00:00Z',
  }),
  hit('forward', 'f1-transport-rule', `${F1}, transport rule`, 'presumed', ['f1-transport'], {
    arrived: '2001-09-25T12:00:00Z',
    fields: ['From: Transport <transport@outside.example>'],
  }),
  hit('forward', 'f1-sender-a-label', `${F1}: a sender is compared as A-labels`, 'presumed', ['f1-sender'], {
    arrived: '2001-09-27T12:00:00Z',
    fields: ['From: Keeper <keeper@xn--bcher-kva.example>'],
  }),
  hit(
    'forward',
    'f1-named-sender',
    `${F1}: a sender with a name beside the address cannot be evaluated`,
    'presumed',
    ['f1-named-sender'],
    { arrived: '2001-09-28T12:00:00Z' },
  ),
];

function act(id: string, at: string, custodian: string, actor: Actor = INTRUDER): Act {
  return { name: id, id, at, mailbox: audited(custodian), actor };
}

function searched(id: string, query: string): AuditRecord {
  return search({ ...act(id, '2001-09-20T09:00:00Z', 'search'), query });
}

const FORWARD = 'forward@lighthouse.example';
const DROP = 'drop@collector.invalid';

function rule(
  id: string,
  at: string,
  operation: string,
  parameters: Readonly<Record<string, string>>,
  actor?: Actor,
): AuditRecord {
  return cmdlet({ ...act(id, at, 'forward', actor), operation, parameters });
}

/** The owners' own accesses show that accesses to their mailboxes are recorded. */
const OWN_ACCESSES: readonly AuditRecord[] = CONTENT_MAILBOXES.map(({ custodian }) =>
  bind({
    ...act(`${custodian}-own`, '2001-09-12T09:00:00Z', custodian, { ip: '203.0.113.1' }),
    folders: [{ id: folderOf(custodian, 'Inbox'), path: '\\', messageIds: [`<${custodian}-own@rules.example>`] }],
  }),
);

export const CONTENT_RECORDS: readonly AuditRecord[] = [
  ...OWN_ACCESSES,
  searched('q1-word', 'harvest report'),
  searched('q1-phrase', '"spare key"'),
  searched('q1-prefix', 'turb*'),
  searched('q1-subject', 'subject:lantern'),
  searched('q1-from', 'from:keeper'),
  searched('q1-not', 'anchors NOT aweigh'),
  searched('q1-or', 'buoy OR beacon'),
  rule('f1-rule', '2001-09-15T00:00:00Z', 'New-InboxRule', {
    Mailbox: FORWARD,
    Name: 'zz',
    SubjectContainsWords: 'invoice;receipt',
    ForwardTo: DROP,
  }),
  rule('f1-rule-removed', '2001-09-17T00:00:00Z', 'Remove-InboxRule', { Identity: `${FORWARD}\\ZZ` }, HELP_DESK),
  rule('f1-header-rule', '2001-09-18T00:00:00Z', 'New-InboxRule', {
    Mailbox: FORWARD,
    Name: 'yy',
    HeaderContainsWords: 'X-Priority',
    RedirectTo: DROP,
  }),
  rule('f1-header-rule-off', '2001-09-19T00:00:00Z', 'Disable-InboxRule', { Identity: 'forward\\yy' }, HELP_DESK),
  rule('f1-settings', '2001-09-21T00:00:00Z', 'Set-Mailbox', {
    Identity: FORWARD,
    ForwardingSmtpAddress: `smtp:${DROP}`,
  }),
  rule(
    'f1-settings-off',
    '2001-09-22T00:00:00Z',
    'Set-Mailbox',
    { Identity: FORWARD, ForwardingSmtpAddress: '' },
    HELP_DESK,
  ),
  rule('f1-transport', '2001-09-25T00:00:00Z', 'New-TransportRule', {
    Name: 'Copies',
    BlindCopyTo: DROP,
    From: 'transport@outside.example',
  }),
  rule('f1-transport-removed', '2001-09-26T00:00:00Z', 'Remove-TransportRule', { Identity: 'Copies' }, HELP_DESK),
  rule('f1-sender', '2001-09-27T00:00:00Z', 'New-InboxRule', {
    Mailbox: FORWARD,
    Name: 'xx',
    From: 'Keeper@b\u00fccher.example',
    ForwardTo: DROP,
  }),
  rule('f1-sender-removed', '2001-09-28T00:00:00Z', 'Remove-InboxRule', { Identity: 'forward\\xx' }, HELP_DESK),
  rule('f1-named-sender', '2001-09-28T00:00:00Z', 'New-InboxRule', {
    Mailbox: FORWARD,
    Name: 'ww',
    From: 'Wanda <wanda@outside.example>',
    ForwardTo: DROP,
  }),
  rule('f1-named-sender-off', '2001-09-29T00:00:00Z', 'Remove-InboxRule', { Identity: 'forward\\ww' }, HELP_DESK),
];
