import { type AccessRecord, mergeAccessRecords, readAccessRow } from '@candor/core/evidence/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind, sync, without } from './fictional-access.ts';

function record(value: unknown): AccessRecord {
  const { row } = readAccessRow(value, 1);
  if (row.state !== 'record') throw new Error(row.cause);
  return row.record;
}

const cut = record(bind('r1', { Folders: ['@{FolderItems=System.Object[]; Id=LgCut}'] }));
const whole = record(bind('r1'));

describe('rows of one id', () => {
  it('are one row when there is one, and none when there is none', () => {
    expect(mergeAccessRecords([cut])).toEqual(cut);
    expect(mergeAccessRecords([])).toBeNull();
  });

  it('are lossy only if no row is whole', () => {
    expect(mergeAccessRecords([cut, whole])?.lossy).toBeNull();
    expect(mergeAccessRecords([cut, record(bind('r1', { OperationCount: 5 }))])?.lossy).toBe('count-mismatch');
  });

  it('unite items and folders', () => {
    const other = record(
      bind('r1', {
        OperationCount: 1,
        Folders: [{ Id: 'LgB', FolderItems: [{ InternetMessageId: '<c@a.example>' }] }],
      }),
    );
    const merged = mergeAccessRecords([cut, whole, other]);
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
    expect(mergeAccessRecords([bare, whole])).toEqual(whole);
    expect(mergeAccessRecords([whole, bare])).toEqual(whole);
  });

  it('are throttled if one says so', () => {
    const throttled = record(
      bind('r1', {
        OperationProperties: [
          { Name: 'MailAccessType', Value: 'Bind' },
          { Name: 'IsThrottled', Value: 'True' },
        ],
      }),
    );
    expect(mergeAccessRecords([whole, throttled])?.throttled).toBe(true);
  });

  it('let a whole row beat a lossy one, then the smaller value', () => {
    const wholeZ = record(bind('r1', { UserId: 'z@a.example' }));
    const wholeY = record(bind('r1', { UserId: 'y@a.example' }));
    const lossyA = record(bind('r1', { UserId: 'a@a.example', OperationCount: 9 }));
    expect(mergeAccessRecords([lossyA, wholeZ, wholeY])?.userId).toBe('y@a.example');
  });

  it('purge when one of them says so', () => {
    const action = (Parameters: unknown) => record(bind('r1', { Operation: 'New-ComplianceSearchAction', Parameters }));
    const [named, bare] = [action([{ Name: 'PurgeType', Value: 'HardDelete' }]), action('')];
    expect([named.kind, bare.kind]).toEqual(['other', 'export']);
    expect(mergeAccessRecords([named, bare])?.kind).toBe('other');
    expect(mergeAccessRecords([bare, bare])?.kind).toBe('export');
  });

  it('go to another mailbox when one says so, and unite what was granted', () => {
    const move = (changes: Record<string, unknown>) => record(bind('r1', { Operation: 'Move', ...changes }));
    const away = move({ CrossMailboxOperation: true, DestMailboxGuid: '{B}', DestMailboxOwnerUPN: 'b@a.example' });
    expect(mergeAccessRecords([move({}), away])).toMatchObject({
      crossMailbox: true,
      destMailboxGuid: 'b',
      destMailboxOwnerUpn: 'b@a.example',
    });
    const grant = (NewValue: string) =>
      record(bind('r1', { Operation: 'Consent to application.', ModifiedProperties: [{ Name: 'x', NewValue }] }));
    expect(mergeAccessRecords([grant('b'), grant('a'), grant('b')])?.newValues).toEqual(['a', 'b']);
  });

  it('take the kind from a row that has the operation', () => {
    const nameless = record(without(bind('r1'), 'Operation'));
    expect(nameless.kind).toBe('other');
    expect(mergeAccessRecords([nameless, record(sync('r1'))])?.kind).toBe('sync');
  });

  it('mean the same in any order and however often they are repeated', () => {
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
        const merged = mergeAccessRecords(rows);
        const shuffled = rows.map((row, at) => ({ row, at: rank(at) })).sort((a, b) => a.at - b.at);
        expect(mergeAccessRecords(shuffled.map(({ row }) => row))).toEqual(merged);
        expect(mergeAccessRecords([...rows, ...rows])).toEqual(merged);
        expect(mergeAccessRecords([merged!, merged!])).toEqual(merged);
      }),
    );
  });
});
