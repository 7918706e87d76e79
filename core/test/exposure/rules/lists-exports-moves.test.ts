import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  cmdlet,
  codesOf,
  DAY,
  GUID,
  INTRUDER_IP,
  listing,
  makeCopy,
  makeIncident,
  makeRecord,
  nobodys,
  owners,
  run,
  START,
  verdictOf,
} from '../testkit.ts';

const T = START + DAY;
const at = (folder: string | null, arrived: number | null) => makeCopy({ location: 'm', folder, arrived });

describe('L1: a listed folder', () => {
  const list = makeRecord({ kind: 'list', operation: 'FolderBind', time: T, folders: ['F-deals'] });
  const judge = (copy: ReturnType<typeof at>, changes: Partial<AuditRecord> = {}) =>
    run({ records: [{ ...list, ...changes }], copies: [copy] });
  test('shows the messages that were, or may have been, in it', () => {
    for (const folder of ['Deals', 'Unlisted', null]) {
      const outcome = judge(at(folder, T));
      expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['folder-listed'], 'partial']);
    }
    expect(codesOf(judge(at('INBOX', T)))).toEqual(['complete-coverage']);
    expect(codesOf(judge(at('Deals', T + 1)))).toEqual(['complete-coverage']);
    for (const folders of [[], ['F-x']]) expect(codesOf(judge(at('INBOX', T), { folders }))).toEqual(['folder-listed']);
  });
  test('is possible for unknown users and nothing for the owner', () => {
    const outcome = judge(at('Deals', T), nobodys);
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['folder-listed-unattributed'], 'possible']);
    expect(codesOf(judge(at('Deals', T), owners))).toEqual(['complete-coverage']);
  });
  test('is unresolved when unknown', () => {
    expect(judge(at('INBOX', T), { folders: ['F-x'] }).unresolved).toMatchObject([{ what: 'folder', value: 'F-x' }]);
  });
});

describe('E1: an export', () => {
  const copies = [at('INBOX', T), makeCopy({ location: 'b', custodian: 'bob', arrived: T })];
  const both = (record: AuditRecord) => {
    const outcome = run({ records: [record], copies });
    return [codesOf(outcome), codesOf(outcome, 'b')];
  };
  const search = makeRecord({ kind: 'export', operation: 'SearchExported', time: T });
  const request = (parameters: Record<string, string>) =>
    makeRecord({
      kind: 'export',
      operation: 'New-MailboxExportRequest',
      time: T,
      mailboxGuid: null,
      parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    });
  test('covers all mailboxes, whatever mailbox the record gives', () => {
    expect(both(search)).toEqual([['export'], ['export']]);
    expect(both({ ...search, time: T - DAY })).toEqual([['export'], ['export']]);
    expect(both({ ...search, time: T - DAY - 1 })).toEqual([['complete-coverage'], ['complete-coverage']]);
    const outcome = run({ records: [{ ...search, ...nobodys }], copies });
    expect([codesOf(outcome, 'b'), verdictOf(outcome, 'b')]).toEqual([['export-unattributed'], 'possible']);
  });
  test('covers the mailbox that a request names, none if unknown, or all', () => {
    expect(both(request({ Mailbox: 'ann' }))).toEqual([['export'], ['complete-coverage']]);
    for (const far of ['x@far.example', '{99999999-0000-4000-8000-000000000009}'])
      expect(both(request({ Mailbox: far }))).toEqual([['complete-coverage'], ['complete-coverage']]);
    expect(both(request({ Mailbox: 'Palle' }))).toEqual([['export'], ['export']]);
    expect(both(request({}))).toEqual([['export'], ['export']]);
  });
  test('in a neutral row covers its mailbox, or all without one', () => {
    const neutral = { ...search, operation: 'export', id: 'gate.csv:1', userId: null, mailboxGuid: GUID.ann };
    expect(both(neutral)).toEqual([['export'], ['complete-coverage']]);
    expect(both({ ...neutral, mailboxGuid: null })).toEqual([['export'], ['export']]);
  });
  test('blocks clearance of later mail when ambiguous', () => {
    const late = [at('INBOX', T + DAY + 1)];
    expect(codesOf(run({ records: [{ ...search, ...nobodys }], copies: late }))).toEqual(['coverage-incomplete']);
    expect(codesOf(run({ records: [search], copies: late }))).toEqual(['complete-coverage']);
  });
  test('by the intruder counts as activity in every mailbox', () => {
    const { exposure } = run({ records: [search] });
    expect([exposure.isActiveOn('ann'), exposure.isActiveOn('bob')]).toEqual([true, true]);
  });
  test('excludes a purge, which names no mailbox', () => {
    const purge = makeRecord({
      kind: 'other',
      operation: 'New-ComplianceSearchAction',
      time: T,
      parameters: [{ name: 'Purge', value: 'True' }],
    });
    expect(both(purge)).toEqual([['complete-coverage'], ['complete-coverage']]);
  });
});

describe('moved out of the folder later', () => {
  const copy = makeCopy({ location: 'm', messageId: 'm@x.example', folder: 'Deals', arrived: T });
  const move = (changes: Partial<AuditRecord> = {}) =>
    makeRecord({
      kind: 'handle',
      operation: 'Move',
      time: T + 10,
      ...listing('M@x.example', 'F-inbox'),
      ...owners,
      ...changes,
    });
  const sync = makeRecord({ id: 's', kind: 'sync', time: T, folders: ['F-inbox'] });
  const folder = makeIncident({ policy: { sync: 'folder', gaps: 'presumed', tell: 'undetermined' } });
  const codes = (records: AuditRecord[], incident = folder) => codesOf(run({ incident, records, copies: [copy] }));
  test('counts as in the folder, under the folder policy', () => {
    expect(codes([sync])).toEqual(['sync-other-folder']);
    expect(codes([sync, move()])).toEqual(['sync-folder']);
    expect(codes([sync, move({ operation: 'MoveToDeletedItems' })])).toEqual(['sync-folder']);
    expect(codes([sync, move()], makeIncident())).toEqual(['sync-mailbox']);
    expect(codes([{ ...sync, time: T - 5 }, move()])).toEqual(['sync-hour']);
  });
  test('not if it left before or at that time, or for another folder or mailbox', () => {
    for (const other of [
      move({ time: T }),
      move(listing('m@x.example', 'F-kept')),
      move({ mailboxGuid: GUID.bob, ip: '203.0.113.20' }),
      move({ operation: 'Copy' }),
    ])
      expect(codes([sync, other])).toEqual(['sync-other-folder']);
  });
  test('applies to an ambiguous Sync under either policy', () => {
    for (const incident of [folder, makeIncident()]) {
      expect(codes([{ ...sync, ...nobodys }, move()], incident)).toEqual(['sync-unattributed']);
      expect(codes([{ ...sync, ...nobodys }], incident)).toEqual(['complete-coverage']);
    }
  });
});

describe('W1: move into another mailbox', () => {
  const copy = makeCopy({ location: 'm', messageId: 'm@x.example' });
  const out = (changes: Partial<AuditRecord>) =>
    run({
      records: [makeRecord({ kind: 'handle', operation: 'Copy', ...listing('m@x.example'), ...changes })],
      copies: [copy],
    });
  test('by flag, GUID or owner of the target', () => {
    for (const changes of [
      { crossMailbox: true },
      { destMailboxGuid: GUID.bob },
      { destMailboxOwnerUpn: 'bob@org.example' },
      { operation: 'Move', destMailboxGuid: GUID.bob },
    ]) {
      const outcome = out(changes);
      expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['copied-out'], 'accessed']);
    }
  });
  test('not within its own mailbox, nor for another operation', () => {
    for (const changes of [
      { destMailboxGuid: GUID.ann },
      { mailboxGuid: 'old', mailboxOwnerUpn: 'ann@org.example', destMailboxGuid: 'old' },
      { destMailboxOwnerUpn: 'ANN@org.example' },
      { operation: 'SoftDelete', crossMailbox: true },
    ])
      expect(codesOf(out(changes))).toEqual(['handled']);
  });
});

describe('D1: after the last access', () => {
  const late = makeCopy({ location: 'm', messageId: 'm@x.example', arrived: CONTAINED + 5000 });
  const codes = (record: Partial<AuditRecord>) => codesOf(run({ records: [makeRecord(record)], copies: [late] }));
  test('of any kind that shows mail, at any time', () => {
    for (const kind of ['bind', 'list', 'search', 'send', 'handle'] as const) {
      expect(codes({ kind, time: late.arrived! - 1 })).toContain('after-containment');
      expect(codes({ kind, time: late.arrived! })).not.toContain('after-containment');
    }
    for (const kind of ['sign-in', 'rule', 'permission', 'other'] as const)
      expect(codes({ kind, time: late.arrived! })).toContain('after-containment');
    expect(
      codes({ kind: 'export', operation: 'SearchExported', time: late.arrived!, mailboxGuid: null }),
    ).not.toContain('after-containment');
  });
  test('a Sync lasts an hour, and a listed address counts outside the window', () => {
    expect(codes({ kind: 'sync', time: late.arrived! - 3600 })).not.toContain('after-containment');
    expect(codes({ kind: 'sync', time: late.arrived! - 3601 })).toContain('after-containment');
    expect(codes({ sessions: [], ip: INTRUDER_IP, time: late.arrived! })).not.toContain('after-containment');
  });
  test('not for a copy that a record names', () => {
    for (const named of [
      { kind: 'sync', ...nobodys },
      { kind: 'other', ...nobodys, mailboxGuid: null },
      { kind: 'bind', mailboxGuid: null },
      { kind: 'handle', mailboxGuid: null },
      { kind: 'handle', crossMailbox: true, operation: 'Copy' },
    ] as const)
      expect(codes({ ...listing('m@x.example'), ...named })).not.toContain('after-containment');
  });
});

test('N1: not beside an intruder record of kind other', () => {
  const copies = [at('INBOX', START)];
  expect(codesOf(run({ records: [makeRecord({ kind: 'other', operation: 'Odd' })], copies }))).toEqual([
    'coverage-incomplete',
  ]);
  expect(codesOf(run({ records: [cmdlet('Odd', {}, { mailboxGuid: null })], copies }))).toEqual(['complete-coverage']);
});

test('a name or local part names a mailbox if it is unique', () => {
  const [ann, bob] = makeIncident().mailboxes;
  const named = (names: readonly (readonly string[])[]) =>
    makeIncident({
      mailboxes: [
        { ...ann!, names: names[0]! },
        { ...bob!, names: names[1]! },
      ],
    });
  const record = (userId: string) => makeRecord({ kind: 'sign-in', mailboxGuid: null, userId });
  const active = (incident: ReturnType<typeof named>, userId: string) => {
    const { exposure } = run({ incident, records: [record(userId)] });
    return ['ann', 'bob'].filter((custodian) => exposure.isActiveOn(custodian));
  };
  expect(active(named([['Annie Ott'], []]), ' {annie OTT} ')).toEqual(['ann']);
  expect(active(named([['x'], ['X']]), 'x')).toEqual([]);
  expect(active(named([['bob'], []]), 'bob')).toEqual(['bob']);
});
