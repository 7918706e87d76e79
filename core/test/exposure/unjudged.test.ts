import { describe, expect, test } from 'vitest';
import { cmdlet, INTRUDER_IP, listing, makeRecord, run, UNKNOWN_IP } from './testkit.ts';

const unjudged = (...records: Parameters<typeof makeRecord>[0][]) =>
  run({ records: records.map((changes) => makeRecord(changes)) })
    .exposure.alerts()
    .unjudged?.map(({ why, name, records: count }) => `${why} ${name} ${count}`);
const unnamed = { mailboxGuid: null, userId: 'x@far.example' };
const ambiguous = { sessions: [], ip: UNKNOWN_IP };

describe("the intruder's records without a rule", () => {
  test('are reported by operation, with the first and last', () => {
    const told = run({
      records: [
        makeRecord({ id: 'b', operation: 'MessageBind', kind: 'other', ...listing('a@org.example') }),
        makeRecord({ id: 'a', operation: 'MessageBind', kind: 'other' }),
        makeRecord({ id: 'c', operation: 'Remove-MailboxPermission', kind: 'permission' }),
      ],
    }).exposure.alerts().unjudged;
    expect(told).toEqual([
      { why: 'no-rule', name: 'MessageBind', records: 2, record: 'a', last: 'b' },
      { why: 'no-rule', name: 'Remove-MailboxPermission', records: 1, record: 'c', last: 'c' },
    ]);
  });

  test('include a rule changed by a mail program without its actions', () => {
    const rule = { operation: 'UpdateInboxRules', kind: 'rule' } as const;
    const of = (value: string) => ({ ...rule, parameters: [{ name: 'RuleOperation', value }] });
    expect(unjudged(of('ReorderRules'), rule)).toEqual(['no-rule UpdateInboxRules 2']);
    expect(unjudged(of('ModifyMailboxRule'), of('RemoveMailboxRule'))).toEqual([]);
    expect(unjudged({ ...of('AddMailboxRule'), ...unnamed })).toEqual(['no-mailbox UpdateInboxRules 1']);
  });

  test('exclude other users and operations with a rule', () => {
    expect(unjudged({ kind: 'other', ...ambiguous }, { kind: 'other', sessions: [], ip: '203.0.113.10' })).toEqual([]);
    expect(unjudged({ kind: 'other', operation: 'MailboxLogin' })).toEqual([]);
    // A word in a neutral row that is no kind is told where it stands.
    const neutral = { id: 'log.csv:2', userId: null, kind: 'other' } as const;
    expect(unjudged({ ...neutral, operation: 'reed' })).toEqual([]);
    expect(unjudged({ ...neutral, operation: 'other' })).toEqual(['no-rule other 1']);
    expect(
      unjudged(
        { ...listing('a@org.example') },
        { kind: 'sync' },
        { kind: 'handle', ...listing('a@org.example') },
        { kind: 'sign-in' },
        { kind: 'search', query: 'x' },
        { kind: 'search', query: null },
      ),
    ).toEqual([]);
  });
});

describe("the intruder's records without a mailbox", () => {
  test('are reported where their content would be lost', () => {
    expect(
      unjudged(
        { ...unnamed, kind: 'sync', operation: 'Sync' },
        { ...unnamed, kind: 'handle', operation: 'HardDelete', ...listing('a@org.example') },
        { ...unnamed, kind: 'bind', operation: 'Lossy', lossy: 'count-mismatch', ...listing('a@org.example') },
        { ...unnamed, kind: 'bind', operation: 'Empty' },
        { ...unnamed, kind: 'search', operation: 'Search', query: 'x' },
        { ...unnamed, kind: 'rule', operation: 'New-InboxRule' },
      ),
    ).toEqual([
      'no-mailbox Empty 1',
      'no-mailbox HardDelete 1',
      'no-mailbox Lossy 1',
      'no-mailbox New-InboxRule 1',
      'no-mailbox Search 1',
      'no-mailbox Sync 1',
    ]);
  });

  test('are not reported where they are judged or listed anyway', () => {
    const records = [
      makeRecord({ ...unnamed, ...listing('a@org.example') }),
      makeRecord({ ...unnamed, kind: 'send', ...listing('a@org.example') }),
      cmdlet('New-TransportRule', { Name: 'x', BlindCopyTo: 'x@far.example' }, { userId: 'x@far.example' }),
      makeRecord({ kind: 'sync' }),
    ];
    expect(run({ records }).exposure.alerts().unjudged).toEqual([]);
  });
});

describe('records that name no message', () => {
  const nameless = { items: [{ messageId: null, folder: null }] };
  const partly = { items: [...nameless.items, { messageId: 'a@org.example', folder: null }] };

  test('are reported: mail of that mailbox would otherwise be cleared', () => {
    expect(
      unjudged(
        { operation: 'Empty' },
        { operation: 'Nameless', ...nameless },
        { operation: 'Partly', ...partly, operationCount: 2 },
        { operation: 'HardDelete', kind: 'handle', ...nameless },
        { operation: 'Send', kind: 'send' },
        { operation: 'Nobody', ...ambiguous, ...nameless },
      ),
    ).toEqual(['Empty', 'HardDelete', 'Nameless', 'Nobody', 'Partly', 'Send'].map((name) => `no-message ${name} 1`));
  });

  test('are not reported where another rule takes the whole mailbox, nothing was opened, or nobody is suspected', () => {
    expect(
      unjudged(
        { lossy: 'count-mismatch', ...nameless },
        { operationCount: 0 },
        { kind: 'sync' },
        { kind: 'handle', ...ambiguous },
        { sessions: [], ip: '203.0.113.10', userId: 'ann@org.example', ...nameless },
      ),
    ).toEqual([]);
  });

  test('ask once when they name no mailbox either', () => {
    expect(unjudged({ ...unnamed, kind: 'handle' })).toEqual(['no-mailbox MailItemsAccessed 1']);
  });
});

test('reports accesses by unknown users without a mailbox where they would be lost', () => {
  const lost = { ...unnamed, ...ambiguous };
  expect(
    unjudged(
      { ...lost, kind: 'sync', operation: 'Sync' },
      { ...lost, kind: 'bind', operation: 'Lossy', lossy: 'depth', ...listing('a@org.example') },
      // What they name by id is not cleared anywhere, and a search is its user's own.
      { ...lost, kind: 'bind', ...listing('a@org.example') },
      { ...lost, kind: 'handle', ...listing('a@org.example') },
      { ...lost, kind: 'search', query: 'x' },
    ),
  ).toEqual(['no-mailbox Lossy 1', 'no-mailbox Sync 1']);
});

test('reports accesses by unknown users to a missing mailbox, by mailbox', () => {
  const far = { mailboxGuid: null, mailboxOwnerUpn: 'Anne@org.example', ...ambiguous };
  expect(
    unjudged(
      { ...far },
      { ...far, kind: 'sync' },
      { ...far, kind: 'sign-in' },
      // What the intruder did there is listed as unresolved, and a GUID beside a known address is that mailbox.
      { ...far, sessions: ['s-1'], ip: INTRUDER_IP },
      { ...ambiguous, mailboxGuid: 'far', mailboxOwnerUpn: 'ann@org.example', ...listing('a@org.example') },
    ),
  ).toEqual(['not-supplied anne@org.example 2']);
});
