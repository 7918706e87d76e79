import type { Actor } from '../audit/actor.ts';
import { type AuditRecord, cmdlet } from '../audit/record.ts';
import {
  ADMIN,
  act,
  type Cases,
  copy,
  EARLY,
  HELP_DESK,
  INSIDE,
  INTRUDER,
  LATE,
  mailbox,
  NOBODY,
  OFFICE,
  OWNER,
  operation,
  recorded,
} from './cast.ts';

/** Rules and settings that send mail away: F1. */

const AT = '2001-09-20T10:00:00Z';
const OUT = 'smtp:drop@outside.example';
const NAMES = [
  'enabled',
  'outlook',
  'unreadable',
  'rule-unattributed',
  'rule-inside',
  'sent-to',
  'journalled',
  'transport',
];

function rule(
  id: string,
  custodian: string,
  actor: Actor,
  operationName: string,
  parameters: Readonly<Record<string, string>>,
  at = AT,
  userId?: string,
): AuditRecord {
  return cmdlet({ ...act(id, custodian, actor, at, userId), operation: operationName, parameters });
}

function outlook(
  id: string,
  custodian: string,
  actor: Actor,
  at: string,
  properties: Readonly<Record<string, string>>,
): AuditRecord {
  const list = Object.entries(properties).map(([Name, Value]) => ({ Name, Value }));
  return operation(act(id, custodian, actor, at), 'UpdateInboxRules', { OperationProperties: list });
}

const FORWARD = JSON.stringify([{ ActionType: 'Forward', Recipients: ['drop@outside.example'] }]);
const subject = (text: string) => ({ fields: [`Subject: ${text}`] });

export const FORWARDING: Cases = {
  mailboxes: NAMES.map((name) => mailbox(name)),
  specimens: [
    copy(
      'enabled/Inbox/f1-enabled',
      "F1: `forwarding`, an enabled rule with its maker's words",
      'presumed',
      ['f1-enable'],
      { arrived: INSIDE, ...subject('paid in full') },
    ),
    copy('enabled/Inbox/f1-enabled-miss', 'F1, N1: `complete-coverage`, other words', 'no-evidence', [], {
      arrived: INSIDE,
    }),
    copy(
      'enabled/Inbox/f1-enabled-late',
      'F1: `forwarding`, it goes on after containment and bars D1',
      'presumed',
      ['f1-enable'],
      { arrived: LATE, ...subject('paid again') },
    ),
    copy('outlook/Inbox/f1-outlook', 'F1: `forwarding`, UpdateInboxRules', 'presumed', ['f1-outlook'], {
      arrived: INSIDE,
    }),
    copy('outlook/Inbox/f1-outlook-removed', 'F1, N1: `complete-coverage`, after its removal', 'no-evidence', [], {
      arrived: '2001-09-26T12:00:00Z',
    }),
    copy('unreadable/Inbox/f1-unreadable', 'F1: `forwarding-unreadable`', 'possible', ['f1-unreadable'], {
      arrived: INSIDE,
    }),
    copy('unreadable/Inbox/f1-unreadable-late', 'F1: `forwarding-unreadable`, bars D1', 'possible', ['f1-unreadable'], {
      arrived: LATE,
    }),
    copy('rule-unattributed/Inbox/f1-unattributed', 'F1: `forwarding-unattributed`', 'possible', ['f1-unattributed'], {
      arrived: INSIDE,
    }),
    copy(
      'rule-unattributed/Inbox/f1-unattributed-late',
      'F1: `forwarding-unattributed`, bars D1',
      'possible',
      ['f1-unattributed'],
      { arrived: LATE },
    ),
    copy(
      'rule-inside/Inbox/f1-inside',
      'F1, N1: `complete-coverage`, an ambiguous rule to an internal target',
      'no-evidence',
      [],
      { arrived: INSIDE },
    ),
    copy(
      'sent-to/Inbox/f1-sent-to',
      'F1: `forwarding`, SentTo of an inbox rule is not evaluated',
      'presumed',
      ['f1-sent-to'],
      { arrived: INSIDE },
    ),
    copy('journalled/Inbox/f1-journal', 'F1: `forwarding`, a journal rule of one mailbox', 'presumed', ['f1-journal'], {
      arrived: INSIDE,
    }),
    copy('transport/Inbox/f1-transport', 'F1: `forwarding`, AddToRecipients', 'presumed', ['f1-transport'], {
      arrived: INSIDE,
      fields: ['From: payments@outside.example'],
    }),
    copy('transport/Inbox/f1-transport-miss', 'F1, N1: `complete-coverage`, another sender', 'no-evidence', [], {
      arrived: INSIDE,
    }),
  ],
  records: [
    rule(
      'f1-made',
      'enabled',
      OWNER,
      'New-InboxRule',
      { Name: 'Alpha', ForwardTo: OUT, SubjectContainsWords: 'paid' },
      EARLY,
    ),
    rule(
      'f1-disabled',
      'enabled',
      OFFICE,
      'Disable-InboxRule',
      { Identity: 'enabled\\alpha' },
      '2001-09-12T10:00:00Z',
      HELP_DESK,
    ),
    rule('f1-enable', 'enabled', INTRUDER, 'Enable-InboxRule', { Identity: 'enabled\\alpha' }),
    outlook('f1-outlook', 'outlook', INTRUDER, AT, {
      RuleOperation: 'AddMailboxRule',
      RuleId: '7',
      RuleName: 'Copy',
      RuleActions: FORWARD,
    }),
    outlook('f1-outlook-removed', 'outlook', OWNER, '2001-09-25T10:00:00Z', {
      RuleOperation: 'RemoveMailboxRule',
      RuleId: '7',
    }),
    outlook('f1-unreadable', 'unreadable', INTRUDER, AT, {
      RuleOperation: 'ModifyMailboxRule',
      RuleId: '8',
      RuleActions: '[]',
    }),
    rule('f1-unattributed', 'rule-unattributed', NOBODY, 'New-InboxRule', { Name: 'Out', ForwardTo: OUT }),
    rule('f1-inside', 'rule-inside', NOBODY, 'New-InboxRule', { Name: 'In', ForwardTo: 'desk@lighthouse.example' }),
    rule('f1-sent-to', 'sent-to', INTRUDER, 'New-InboxRule', {
      Name: 'Sent',
      ForwardTo: OUT,
      SentTo: 'somebody-else@outside.example',
    }),
    rule(
      'f1-journal',
      'journalled',
      INTRUDER,
      'New-JournalRule',
      { Name: 'J', JournalEmailAddress: OUT, Recipient: 'journalled@lighthouse.example' },
      AT,
      ADMIN,
    ),
    rule(
      'f1-transport',
      'transport',
      INTRUDER,
      'New-TransportRule',
      { Name: 'T', AddToRecipients: OUT, From: 'payments@outside.example' },
      AT,
      ADMIN,
    ),
    ...NAMES.map((name) => recorded(name)),
  ],
};
