import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, test } from 'vitest';
import {
  citedFor,
  cmdlet,
  codesOf,
  DAY,
  makeCopy,
  makeIncident,
  nobodys,
  owners,
  run,
  START,
  verdictOf,
} from '../testkit.ts';

const T = START + DAY;
const OUT = 'drop@evil.example';
const CLEAR = ['complete-coverage'];

const rule = (operation: string, parameters: Record<string, string>, changes: Partial<AuditRecord> = {}) =>
  cmdlet(operation, parameters, { id: 'f', kind: 'rule', time: T, objectId: 'ann\\zz', ...changes });
const at = (arrived: number) => makeCopy({ location: 'm', arrived });
const outcomeOf = (records: readonly AuditRecord[], arrived = T, incident = makeIncident()) =>
  run({ incident, records, copies: [at(arrived), makeCopy({ location: 'b', custodian: 'bob', arrived })] });
const codes = (records: readonly AuditRecord[], arrived = T) => codesOf(outcomeOf(records, arrived));
const both = (records: readonly AuditRecord[], arrived = T) => {
  const outcome = outcomeOf(records, arrived);
  return [codesOf(outcome), codesOf(outcome, 'b')];
};

describe('transport and DLP rules send mail of all mailboxes elsewhere', () => {
  test.each([
    ['TransportRule', 'BlindCopyTo'],
    ['TransportRule', 'CopyTo'],
    ['TransportRule', 'RedirectMessageTo'],
    ['TransportRule', 'AddToRecipients'],
    ['TransportRule', 'GenerateIncidentReport'],
    ['TransportRule', 'ModerateMessageByUser'],
    ['TransportRule', 'RouteMessageOutboundConnector'],
    ['DlpComplianceRule', 'RedirectMessageTo'],
    ['DlpComplianceRule', 'AddRecipients'],
    ['DlpComplianceRule', 'GenerateIncidentReport'],
    ['DlpComplianceRule', 'Moderate'],
  ])('%s %s', (family, target) => {
    for (const verb of ['New', 'Set']) {
      expect(both([rule(`${verb}-${family}`, { Name: 'n', [target]: OUT })])).toEqual([['forwarding'], ['forwarding']]);
    }
    const unknown = rule(`New-${family}`, { Name: 'n', [target]: OUT }, nobodys);
    expect(both([unknown])).toEqual([['forwarding-unattributed'], ['forwarding-unattributed']]);
    expect(codes([{ ...unknown, ...owners }])).toEqual(CLEAR);
    expect(codes([rule(`New-${family}`, { Name: 'n', [target]: 'False' })])).toEqual(CLEAR);
    const end = rule(`Remove-${family}`, { Identity: 'N' }, { id: 'end', time: T + 5, ...owners });
    expect(codes([rule(`New-${family}`, { Name: 'n', [target]: OUT }), end], T + 6)).toEqual(CLEAR);
  });

  test('a rule of another family with the same name does not end one', () => {
    const dlp = rule('New-DlpComplianceRule', { Name: 'n', Moderate: 'True' });
    for (const end of ['Remove-TransportRule', 'Disable-DlpComplianceRule', 'Remove-DlpCompliancePolicy'])
      expect(codes([dlp, rule(end, { Identity: 'n' }, { id: 'end', ...owners })], T + 1)).toEqual(['forwarding']);
  });
});

describe('policies send what they suspect elsewhere', () => {
  test.each([
    ['SafeAttachmentPolicy', 'RedirectAddress'],
    ['HostedContentFilterPolicy', 'RedirectToRecipients'],
    ['HostedContentFilterPolicy', 'TestModeBccToRecipients'],
    ['HostedOutboundSpamFilterPolicy', 'BccSuspiciousOutboundAdditionalRecipients'],
    ['AntiPhishPolicy', 'TargetedUserActionRecipients'],
    ['AntiPhishPolicy', 'TargetedDomainActionRecipients'],
    ['AntiPhishPolicy', 'MailboxIntelligenceProtectionActionRecipients'],
  ])('%s %s is unreadable, for all mailboxes', (policy, target) => {
    for (const by of [{}, nobodys]) {
      const begun = rule(`Set-${policy}`, { Identity: 'p', [target]: OUT }, by);
      expect(both([begun])).toEqual([['forwarding-unreadable'], ['forwarding-unreadable']]);
      expect(verdictOf(outcomeOf([begun]))).toBe('possible');
      const end = rule(`Remove-${policy}`, { Identity: 'P' }, { id: 'end', time: T + 5, ...owners });
      expect(codes([begun, end], T + 6)).toEqual(CLEAR);
    }
    const inside = rule(`New-${policy}`, { Name: 'p', [target]: 'ann@org.example' }, nobodys);
    expect(codes([inside])).toEqual(CLEAR);
    expect(codes([{ ...inside, parameters: [{ name: 'Name', value: 'p' }], sessions: ['s-1'] }])).toEqual(CLEAR);
  });
});

describe('parameters that these rules do not read', () => {
  const unread = (operation: string, parameters: Record<string, string>, changes: Partial<AuditRecord> = {}) =>
    codes([rule(operation, { Name: 'n', ...parameters }, changes)]);
  test('may send mail elsewhere, whoever made the rule', () => {
    for (const by of [{}, nobodys]) {
      expect(unread('New-InboxRule', { SendTextMessageNotificationTo: '+1' }, by)).toEqual(['forwarding-unreadable']);
      expect(unread('Set-TransportRule', { AddManagerAsRecipientType: 'Bcc' }, by)).toEqual(['forwarding-unreadable']);
      expect(unread('New-TransportRule', { '': '-Name n -Something x' }, by)).toEqual(['forwarding-unreadable']);
    }
    expect(unread('New-InboxRule', { SendTextMessageNotificationTo: '+1' }, owners)).toEqual(CLEAR);
  });
  test('not when empty, off, an exception, known, or beside a target', () => {
    expect(unread('New-InboxRule', { Odd: '', Other: 'False', ExceptIfOdd: 'x', MOVETOFOLDER: 'y' })).toEqual(CLEAR);
    expect(unread('New-InboxRule', { Odd: 'x', ForwardTo: OUT })).toEqual(['forwarding']);
    expect(unread('New-JournalRule', { Odd: 'x' })).toEqual(CLEAR);
    expect(unread('New-DlpComplianceRule', { Odd: 'x' })).toEqual(CLEAR);
  });
  test('keep the conditions of their rule, and its mailbox', () => {
    expect(unread('New-InboxRule', { Odd: 'x', SubjectContainsWords: 'coal' })).toEqual(CLEAR);
    expect(unread('New-InboxRule', { Odd: 'x', SubjectContainsWords: 'gas' })).toEqual(['forwarding-unreadable']);
    expect(both([rule('New-InboxRule', { Name: 'n', Odd: 'x' })])).toEqual([['forwarding-unreadable'], CLEAR]);
    expect(both([rule('New-TransportRule', { Name: 'n', Odd: 'x' })])[1]).toEqual(['forwarding-unreadable']);
  });
  test('without any parameter a rule of the intruder may do anything, one of unknown users nothing', () => {
    expect(codes([rule('New-InboxRule', {})])).toEqual(['forwarding-unreadable']);
    expect(codes([rule('New-InboxRule', {}, nobodys)])).toEqual(CLEAR);
  });
  test('also of a rule that was switched on', () => {
    const made = rule('New-InboxRule', { Name: 'zz', Odd: 'x' }, { id: 'made', time: T - 5, ...owners });
    const enable = rule('Enable-InboxRule', { Identity: 'ann\\zz' });
    const outcome = outcomeOf([made, enable]);
    expect([codesOf(outcome), citedFor(outcome, 'forwarding-unreadable')]).toEqual([['forwarding-unreadable'], ['f']]);
    expect(codes([enable])).toEqual(CLEAR);
  });
  test('an import replaces all rules', () => {
    for (const operation of ['Import-TransportRuleCollection', 'Import-JournalRuleCollection']) {
      for (const by of [{}, nobodys])
        expect(both([rule(operation, { FileData: 'x' }, by)])[1]).toEqual(['forwarding-unreadable']);
      expect(codes([rule(operation, { FileData: 'x' }, owners)])).toEqual(CLEAR);
    }
  });
  test('not when a person read the record', () => {
    const accepted = makeIncident({ accepted: [{ record: 'f', by: 'Ann', why: 'read' }] });
    const taken = (parameters: Record<string, string>, by: Partial<AuditRecord> = {}) =>
      codesOf(outcomeOf([rule('New-TransportRule', { Name: 'n', ...parameters }, by)], T, accepted));
    expect(taken({ Odd: 'x' })).toEqual(CLEAR);
    expect(taken({ BlindCopyTo: OUT })).toEqual(['forwarding']);
    expect(taken({ BlindCopyTo: OUT }, nobodys)).toEqual(CLEAR);
  });
});

test('a record that failed begins and ends nothing', () => {
  const begun = rule('New-TransportRule', { Name: 'n', BlindCopyTo: OUT });
  expect(codes([{ ...begun, failed: true }])).toEqual(CLEAR);
  const end = rule('Remove-TransportRule', { Identity: 'n' }, { id: 'end', failed: true });
  expect(codes([begun, end], T + 1)).toEqual(['forwarding']);
});

describe('an internal address of a mail contact or mail user lies outside', () => {
  const forward = rule('New-InboxRule', { Name: 'n', ForwardTo: 'kate@org.example' }, nobodys);
  const contact = (operation: string, value: string, changes: Partial<AuditRecord> = {}) =>
    cmdlet(operation, { Name: 'Kate', ExternalEmailAddress: value }, { id: 'c', time: T + 50, ...owners, ...changes });
  test('whoever made it, and whenever', () => {
    expect(codes([forward])).toEqual(CLEAR);
    for (const operation of ['New-MailContact', 'Set-MailContact', 'New-MailUser', 'Set-MailUser'])
      expect(codes([forward, contact(operation, 'SMTP:Kate@ORG.example')])).toEqual(['forwarding-unattributed']);
  });
  test('not another address, another operation, or an attempt', () => {
    for (const other of [
      contact('New-MailContact', 'kate@far.example'),
      contact('New-Mailbox', 'kate@org.example'),
      contact('New-MailContact', 'kate@org.example', { failed: true }),
    ])
      expect(codes([forward, other])).toEqual(CLEAR);
  });
});

describe('groups: mail to a group goes to who was put into it', () => {
  const join = (operation: string, parameters: Record<string, string>, changes: Partial<AuditRecord> = {}) =>
    cmdlet(
      operation,
      { Identity: 'Trading Desk', ...parameters },
      { id: 'f', kind: 'other', time: T, userId: 'x@far.example', ...changes },
    );
  const directory = (operation: string, member: string, changes: Partial<AuditRecord> = {}) =>
    join(
      operation,
      {},
      {
        parameters: [],
        objectId: member,
        modified: [{ name: 'Group.DisplayName', newValue: '"Trading Desk"' }],
        ...changes,
      },
    );
  const to = (role: 'to' | 'cc' | 'bcc', address: string) => ({ role, address, unreadable: null });
  const copyTo = (...addresses: ReturnType<typeof to>[]) => ({ ...at(T), addresses });
  const desk = copyTo(to('cc', 'trading-DESK@sub.org.example'));
  const other = makeCopy({ location: 'o', arrived: T });
  const judged = (record: AuditRecord, copy = desk, end: AuditRecord[] = []) => {
    const outcome = run({ records: [record, ...end], copies: [copy, other] });
    return [codesOf(outcome), codesOf(outcome, 'o')];
  };
  test('every operation that adds a member, for copies to the group', () => {
    for (const record of [
      join('Add-DistributionGroupMember', { Member: OUT }),
      join('Update-DistributionGroupMember', { Members: `ann@org.example;${OUT}` }),
      join('Add-UnifiedGroupLinks', { Links: OUT }),
      directory('Add member to group.', OUT),
      directory('Add member to group.', 'drop_evil.example#EXT#@org.example'),
    ])
      expect(judged(record)).toEqual([['forwarding'], CLEAR]);
    expect(judged(join('Add-DistributionGroupMember', { Member: OUT }, nobodys))).toEqual([
      ['forwarding-unattributed'],
      CLEAR,
    ]);
  });
  test('by address or by the letters and numbers of its name before an internal domain, in To or Cc', () => {
    const named = join('Add-DistributionGroupMember', { Identity: 'Desk@Far.example', Member: OUT });
    expect(judged(named, copyTo(to('to', 'desk@far.example')))[0]).toEqual(['forwarding']);
    const record = join('Add-DistributionGroupMember', { Member: OUT });
    for (const elsewhere of [to('bcc', 'tradingdesk@org.example'), to('to', 'tradingdesk@far.example')])
      expect(judged(record, copyTo(elsewhere))).toEqual([['forwarding-unreadable'], ['forwarding-unreadable']]);
  });
  test('a group that no copy names may be any, when the intruder added the member', () => {
    const record = join('Add-DistributionGroupMember', { Identity: 'Nobody', Member: OUT });
    expect(judged(record)).toEqual([['forwarding-unreadable'], ['forwarding-unreadable']]);
    expect(judged({ ...record, ...nobodys })).toEqual([CLEAR, CLEAR]);
  });
  test('not an internal member, or one without an address', () => {
    for (const member of ['ann@org.example', 'Somebody'])
      expect(judged(join('Add-DistributionGroupMember', { Member: member }))).toEqual([CLEAR, CLEAR]);
  });
  test('until somebody leaves the same group', () => {
    const record = join('Add-DistributionGroupMember', { Member: OUT });
    const late = { ...desk, arrived: T + 10 };
    const end = (operation: string, changes: Partial<AuditRecord> = {}) =>
      join(operation, { Identity: 'TRADING desk' }, { id: 'end', time: T + 5, ...owners, ...changes });
    expect(judged(record, late)[0]).toEqual(['forwarding']);
    for (const operation of ['Remove-DistributionGroupMember', 'Remove-UnifiedGroupLinks'])
      expect(judged(record, late, [end(operation)])[0]).toEqual(CLEAR);
    const left = directory('Remove member from group.', OUT, { id: 'end', time: T + 5, ...owners });
    expect(judged(record, late, [left])[0]).toEqual(CLEAR);
    expect(judged(record, late, [end('Remove-UnifiedGroupLinks', { failed: true })])[0]).toEqual(['forwarding']);
  });
});
