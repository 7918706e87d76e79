import { readAccessRow } from '@candor/core/evidence/audit';
import { type AuditRecord, mergeAuditRecords } from '@candor/core/evidence/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind, sync, without } from './fictional-access.ts';

function record(value: unknown): AuditRecord {
  const { row } = readAccessRow(value, 1);
  if (row.state !== 'record') throw new Error(row.cause);
  return row.record;
}

const cut = record(bind('r1', { Folders: ['@{FolderItems=System.Object[]; Id=LgCut}'] }));
const whole = record(bind('r1'));

describe('rows with one id', () => {
  it('give one record, or none when there is no row', () => {
    expect(mergeAuditRecords([cut])).toEqual(cut);
    expect(mergeAuditRecords([])).toBeNull();
  });

  it('are lossy only if every row is', () => {
    expect(mergeAuditRecords([cut, whole])?.lossy).toBeNull();
    expect(mergeAuditRecords([cut, record(bind('r1', { OperationCount: 5 }))])?.lossy).toBe('count-mismatch');
  });

  it('merge their items and folders', () => {
    const other = record(
      bind('r1', {
        OperationCount: 1,
        Folders: [{ Id: 'LgB', FolderItems: [{ InternetMessageId: '<c@a.example>' }] }],
      }),
    );
    const merged = mergeAuditRecords([cut, whole, other]);
    expect(merged?.items.map((item) => item.messageId)).toEqual([
      '<a@harbor.example>',
      '<b@harbor.example>',
      '<c@a.example>',
    ]);
    expect(merged?.folders).toEqual(['LgB', 'LgCut', 'LgInbox']);
  });

  it('fill an empty field from another row', () => {
    const bare = record(
      without(bind('r1'), 'UserId', 'ClientIPAddress', 'AppId', 'MailboxGuid', 'SessionId', 'AppAccessContext'),
    );
    expect(mergeAuditRecords([bare, whole])).toEqual(whole);
    expect(mergeAuditRecords([whole, bare])).toEqual(whole);
  });

  it('are throttled if any row is', () => {
    const throttled = record(
      bind('r1', {
        OperationProperties: [
          { Name: 'MailAccessType', Value: 'Bind' },
          { Name: 'IsThrottled', Value: 'True' },
        ],
      }),
    );
    expect(mergeAuditRecords([whole, throttled])?.throttled).toBe(true);
  });

  it('prefer a complete row over a lossy one, then the smaller value', () => {
    const wholeZ = record(bind('r1', { UserId: 'z@a.example' }));
    const wholeY = record(bind('r1', { UserId: 'y@a.example' }));
    const lossyA = record(bind('r1', { UserId: 'a@a.example', OperationCount: 9 }));
    expect(mergeAuditRecords([lossyA, wholeZ, wholeY])?.userId).toBe('y@a.example');
  });

  it('are a purge if any row is', () => {
    const action = (Parameters: unknown) => record(bind('r1', { Operation: 'New-ComplianceSearchAction', Parameters }));
    const [named, bare] = [action([{ Name: 'PurgeType', Value: 'HardDelete' }]), action('')];
    expect([named.kind, bare.kind]).toEqual(['other', 'export']);
    expect(mergeAuditRecords([named, bare])?.kind).toBe('other');
    expect(mergeAuditRecords([bare, bare])?.kind).toBe('export');
  });

  it('go to another mailbox if any row does, and merge what was granted', () => {
    const move = (changes: Record<string, unknown>) => record(bind('r1', { Operation: 'Move', ...changes }));
    const away = move({ CrossMailboxOperation: true, DestMailboxGuid: '{B}', DestMailboxOwnerUPN: 'b@a.example' });
    expect(mergeAuditRecords([move({}), away])).toMatchObject({
      crossMailbox: true,
      destMailboxGuid: 'b',
      destMailboxOwnerUpn: 'b@a.example',
    });
    const grant = (NewValue: string) =>
      record(bind('r1', { Operation: 'Consent to application.', ModifiedProperties: [{ Name: 'x', NewValue }] }));
    expect(mergeAuditRecords([grant('b'), grant('a'), grant('b')])?.modified.map(({ newValue }) => newValue)).toEqual([
      'a',
      'b',
    ]);
  });

  it('take the kind from a row with the operation', () => {
    const nameless = record(without(bind('r1'), 'Operation'));
    expect(nameless.kind).toBe('other');
    expect(mergeAuditRecords([nameless, record(sync('r1'))])?.kind).toBe('sync');
  });

  it('merge the same in any order and with any repetition', () => {
    const text = fc.constantFrom('a', 'b', 'ü', '\u{10400}', '\uffee');
    const variant = fc
      .record({
        UserId: text,
        ClientIPAddress: fc.ipV4(),
        SessionId: text,
        OperationCount: fc.constantFrom(1, 2, 3),
        id: text,
        drop: fc.constantFrom('UserId', 'SessionId', 'AppId', 'Folders', 'x'),
      })
      .map(({ id, drop, ...changes }) =>
        record(
          without(bind('r1', { ...changes, Folders: [{ Id: id, FolderItems: [{ InternetMessageId: id }] }] }), drop),
        ),
      );
    fc.assert(
      fc.property(fc.array(variant, { minLength: 1, maxLength: 6 }), fc.func(fc.nat()), (rows, rank) => {
        const merged = mergeAuditRecords(rows);
        const shuffled = rows.map((row, at) => ({ row, at: rank(at) })).sort((a, b) => a.at - b.at);
        expect(mergeAuditRecords(shuffled.map(({ row }) => row))).toEqual(merged);
        expect(mergeAuditRecords([...rows, ...rows])).toEqual(merged);
        expect(mergeAuditRecords([merged!, merged!])).toEqual(merged);
      }),
    );
  });
});
