import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, test } from 'vitest';
import {
  citedFor,
  cmdlet,
  codesOf,
  DAY,
  makeCopy,
  makeRecord,
  nobodys,
  owners,
  run,
  START,
  verdictOf,
} from '../testkit.ts';

const T = START + DAY;
const at = (arrived: number | null) => makeCopy({ location: 'm', arrived });
const codes = (records: readonly AuditRecord[], arrived: number | null = T) =>
  codesOf(run({ records, copies: [at(arrived)] }));
const rule = (operation: string, parameters: Record<string, string>, changes: Partial<AuditRecord> = {}) =>
  cmdlet(operation, parameters, { time: T, objectId: 'ann\\zz', ...changes });
const program = (parameters: Record<string, string>, changes: Partial<AuditRecord> = {}) =>
  makeRecord({
    id: 'f',
    operation: 'UpdateInboxRules',
    kind: 'rule',
    time: T,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    ...changes,
  });

describe('forwarding by unknown users', () => {
  const to = (value: string) => codes([rule('New-InboxRule', { Name: 'zz', ForwardTo: value }, nobodys)]);
  test('counts only when a target is external', () => {
    for (const inside of [
      'ann@org.example',
      'Ann <Ann@ORG.example.>; "b@sub.org.example"',
      'bob',
      "'bob', ann@org.example",
      'SMTP:bob',
    ])
      expect(to(inside), inside).toEqual(['complete-coverage']);
    for (const outside of [
      'drop@evil.example',
      'ann@org.example; x@evilorg.example',
      'Somebody',
      'ann@org.example [x@evil.example]',
    ])
      expect(to(outside), outside).toEqual(['forwarding-unattributed']);
  });
  test('is possible, also for settings and rules of mail programs', () => {
    const setting = cmdlet('Set-Mailbox', { Identity: 'ann', ForwardingAddress: 'Somebody' }, { time: T, ...nobodys });
    const outcome = run({ records: [setting], copies: [at(T)] });
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['forwarding-unattributed'], 'possible']);
    const actions = (text: string) =>
      codes([program({ RuleOperation: 'AddMailboxRule', RuleName: 'r', RuleActions: text }, nobodys)]);
    expect(actions('[{"ActionType":"Forward","To":["x@evil.example"]}]')).toEqual(['forwarding-unattributed']);
    expect(actions('[{"ActionType":"Forward","To":["bob@org.example"]}]')).toEqual(['complete-coverage']);
    expect(actions('[{"ActionType":"Forward","To":["bob"]}]')).toEqual(['forwarding-unattributed']);
    expect(actions('[]')).toEqual(['complete-coverage']);
  });
});

describe('rules that were switched on', () => {
  const made = rule(
    'New-InboxRule',
    { Name: 'zz', MoveToFolder: 'x', SubjectContainsWords: 'coal' },
    { time: T - 9, ...owners },
  );
  const set = (parameters: Record<string, string>, changes = {}) =>
    rule('Set-InboxRule', { Identity: 'ann\\ZZ', ...parameters }, { time: T - 5, ...owners, ...changes });
  const enable = rule('Enable-InboxRule', { Identity: 'ann\\zz' }, { id: 'e' });
  const told = (records: readonly AuditRecord[]) =>
    run({ records })
      .exposure.alerts()
      .unjudged?.map(({ why, record }) => `${why} ${record}`);
  test('combine earlier statements, later over earlier, and are the only ones cited', () => {
    const records = [made, set({ ForwardTo: 'x@evil.example', SubjectContainsWords: 'gas' }), enable];
    const outcome = run({ records, copies: [at(T)] });
    expect([codesOf(outcome), citedFor(outcome, 'forwarding')]).toEqual([['forwarding'], ['e']]);
    expect(codes([made, set({ ForwardTo: 'x@evil.example' }), enable])).toEqual(['complete-coverage']);
  });
  test('order records of one second by id; later ones do not count', () => {
    const first = set({ ForwardTo: 'x@evil.example' }, { id: 'a', time: T });
    const second = set({ ForwardTo: '', SubjectContainsWords: '' }, { id: 'b', time: T });
    expect(codes([first, { ...second, id: '0' }, enable])).toEqual(['forwarding']);
    expect(codes([first, second, enable])).toEqual(['complete-coverage']);
    expect(codes([set({ ForwardTo: 'x@evil.example' }, { time: T + 1 }), enable])).toEqual(['complete-coverage']);
  });
  test('are reported without a target, also for unknown users', () => {
    expect(told([made, enable])).toEqual(['no-enabled-rule e']);
    expect(told([{ ...enable, ...nobodys }])).toEqual(['no-enabled-rule e']);
    expect(told([{ ...enable, ...owners }])).toEqual([]);
    const unnamed = rule('Enable-InboxRule', { Identity: '' }, { id: 'u', objectId: null, userId: 'x@far.example' });
    expect(told([{ ...unnamed, ...nobodys }])).toEqual(['no-enabled-rule u']);
    expect(told([set({ ForwardTo: 'x@evil.example' }), enable])).toEqual([]);
  });
});

describe('rules of mail programs', () => {
  const forward = '[{"ActionType":"Redirect","To":["x@evil.example"]}]';
  const begin = (changes: Record<string, string> = {}) =>
    program({ RuleOperation: 'AddMailboxRule', RuleName: 'r', RuleActions: forward, ...changes });
  const remove = (parameters: Record<string, string>) =>
    program({ RuleOperation: 'RemoveMailboxRule', ...parameters }, { id: 'end', time: T + 50, ...owners });
  test('end by name or by the same id', () => {
    for (const end of [remove({ RuleName: 'R' }), rule('Disable-InboxRule', { Identity: 'ann\\r' }, { time: T + 50 })])
      expect(codes([begin(), end], T + 51)).toEqual(['complete-coverage']);
    expect(codes([begin({ RuleName: '', RuleId: 'Ab' }), remove({ RuleId: 'Ab' })], T + 51)).toEqual([
      'complete-coverage',
    ]);
    expect(codes([begin({ RuleName: '', RuleId: 'Ab' }), remove({ RuleId: 'ab' })], T + 51)).toEqual(['forwarding']);
    expect(codes([begin({ RuleName: '' }), remove({ RuleName: '' })], T + 51)).toEqual(['forwarding']);
    const made = rule('New-InboxRule', { Name: 'r', ForwardTo: 'x@evil.example' });
    expect(codes([made, remove({ RuleName: 'r' })], T + 51)).toEqual(['complete-coverage']);
  });
  test('start only when one was added or changed', () => {
    expect(codes([begin({ RuleOperation: 'ModifyMailboxRule' })])).toEqual(['forwarding']);
    expect(codes([begin({ RuleOperation: 'Other' })])).toEqual(['complete-coverage']);
  });
  test('may do anything when their actions are unreadable', () => {
    const unread = ['', '[]', '{}', '[{}]', '[{"ActionType":""}]', 'System.Object[]', '"Forward"', 'null'];
    for (const text of unread) expect(codes([begin({ RuleActions: text })]), text).toEqual(['forwarding-unreadable']);
    const missing = program({ RuleOperation: 'ModifyMailboxRule' });
    const outcome = run({ records: [missing], copies: [at(T)] });
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['forwarding-unreadable'], 'possible']);
    for (const text of ['[{"ActionType":"Delete"},{}]', 'Delete', '{"ActionType":"Mark"}'])
      expect(codes([begin({ RuleActions: text })]), text).toEqual(['complete-coverage']);
    expect(codes([begin({ RuleActions: 'System.Object[] forward' })])).toEqual(['forwarding']);
  });
});

test('a journal rule applies to its recipient, or to everyone', () => {
  const copies = [at(T), makeCopy({ location: 'b', custodian: 'bob', arrived: T })];
  const journal = (parameters: Record<string, string>) =>
    rule('New-JournalRule', { Name: 'j', JournalEmailAddress: 'x@evil.example', ...parameters });
  const both = (parameters: Record<string, string>) => {
    const outcome = run({ records: [journal(parameters)], copies });
    return [codesOf(outcome), codesOf(outcome, 'b')];
  };
  expect(both({})).toEqual([['forwarding'], ['forwarding']]);
  expect(both({ Recipient: 'somebody@far.example' })).toEqual([['forwarding'], ['forwarding']]);
  expect(both({ Recipient: 'bob@org.example' })).toEqual([['complete-coverage'], ['forwarding']]);
  const end = rule('Disable-JournalRule', { Identity: 'J' }, { time: T + 1, ...owners });
  expect(codes([journal({ Recipient: 'ann' }), end], T + 2)).toEqual(['complete-coverage']);
});
