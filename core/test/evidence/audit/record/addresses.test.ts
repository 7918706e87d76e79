import { readAccessRow } from '@candor/core/evidence/audit';
import { type AuditRecord, mergeAuditRecords } from '@candor/core/evidence/record';
import { describe, expect, it } from 'vitest';
import { bind } from '../fictional-access.ts';

function record(changes: Record<string, unknown>): AuditRecord {
  const { row } = readAccessRow(bind('r1', { ClientIPAddress: undefined, AppAccessContext: undefined, ...changes }), 1);
  if (row.state !== 'record') throw new Error(row.cause);
  return row.record;
}

const addresses = ({ ip, addresses: all }: AuditRecord) => [ip, ...all];
const failed = (ResultStatus: unknown, Operation = 'MailItemsAccessed') => record({ ResultStatus, Operation }).failed;
const contradicts = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  mergeAuditRecords([record(a), record(b)])?.contradicts;

describe('addresses', () => {
  it('are those of all fields, the first that counts first; several only where they differ', () => {
    expect(addresses(record({ ClientIP: '198.51.100.7:5', ActorIpAddress: '198.51.100.7' }))).toEqual(['198.51.100.7']);
    expect(addresses(record({ Client_IPAddress: '192.0.2.1', ClientIP: '198.51.100.7' }))).toEqual([
      '198.51.100.7',
      '192.0.2.1',
      '198.51.100.7',
    ]);
    expect(addresses(record({ ActorIpAddress: 'Host.Example' }))).toEqual(['host.example']);
    expect(addresses(record({}))).toEqual([null]);
  });

  it('of several rows are those of all of them', () => {
    const merged = mergeAuditRecords([record({ ClientIP: '198.51.100.7' }), record({ ClientIP: '192.0.2.1' })]);
    expect(merged?.addresses).toEqual(['192.0.2.1', '198.51.100.7']);
    expect(merged?.ip).toBe('192.0.2.1');
    const same = mergeAuditRecords([record({ ClientIP: '192.0.2.1' }), record({ ActorIpAddress: '192.0.2.1' })]);
    expect(same?.addresses).toEqual([]);
  });
});

describe('an attempt', () => {
  it.each(['False', false, 'failed', 'FAILURE', 'Fail', 'Error', ' Unsuccessful '])('failed by %j', (status) => {
    expect(failed(status)).toBe(true);
  });

  it.each(['True', 'Succeeded', 'PartiallySucceeded', '', null, undefined, 0])('did not fail by %j', (status) => {
    expect(failed(status)).toBe(false);
  });

  it('failed as a refused sign-in, and of several rows only when all say so', () => {
    expect(failed('Success', 'UserLoginFailed')).toBe(true);
    const rows = [record({ ResultStatus: 'Failed' }), record({})];
    expect(mergeAuditRecords(rows)?.failed).toBe(false);
    expect(mergeAuditRecords([record({ ResultStatus: 'Failed' }), record({ ResultStatus: false })])?.failed).toBe(true);
  });
});

describe('rows with one id contradict each other', () => {
  it.each([
    ['UserId', 'a@x.example', 'b@x.example'],
    ['CreationTime', '2001-09-12T10:00:00', '2001-09-12T10:00:01'],
    ['MailboxGuid', 'a', 'b'],
    ['MailboxOwnerUPN', 'a@x.example', 'b@x.example'],
    ['AppId', 'a', 'b'],
    ['ClientAppId', 'a', 'b'],
    ['LogonType', 0, 2],
  ])('in %s', (field, a, b) => {
    expect(contradicts({ [field]: a }, { [field]: b })).toEqual([field]);
    expect(contradicts({ [field]: a }, { [field]: a })).toEqual([]);
    if (field !== 'CreationTime') expect(contradicts({ [field]: a }, { [field]: null })).toEqual([]);
    if (typeof a === 'string') expect(contradicts({ [field]: a }, { [field]: a.toUpperCase() })).toEqual([]);
  });

  it('not in a logon type by number and by word, nor in other fields', () => {
    for (const [number, word] of [
      [0, 'Owner'],
      [1, 'admin'],
      [2, 'Delegated'],
    ])
      expect(contradicts({ LogonType: number }, { LogonType: word })).toEqual([]);
    expect(contradicts({ ClientInfoString: 'a', SessionId: 'a' }, { ClientInfoString: 'b', SessionId: 'b' })).toEqual(
      [],
    );
  });
});

describe('a Copy or Move that may leave its mailbox', () => {
  const item = { InternetMessageId: '<a@x.example>', ParentFolder: { Id: 'P' } };
  const move = (changes: Record<string, unknown>) =>
    record({ Operation: 'Move', Folders: undefined, AffectedItems: [item], CrossMailboxOperation: true, ...changes });
  it('is lossy without a list, with an empty one, or with an item that has no id', () => {
    expect(move({}).lossy).toBeNull();
    expect(move({ AffectedItems: [item, { Id: 'x' }] }).lossy).toBe('no-ids');
    expect(move({ AffectedItems: [] }).lossy).toBe('no-ids');
    expect(move({ AffectedItems: 'System.Object[]' }).lossy).toBe('no-list');
    expect(move({ AffectedItems: undefined }).lossy).toBe('no-list');
    const inside = { CrossMailboxOperation: false, AffectedItems: [] };
    expect(move(inside).lossy).toBeNull();
    expect(move({ ...inside, DestMailboxGuid: 'other' }).lossy).toBe('no-ids');
    expect(move({ ...inside, Operation: 'Update', CrossMailboxOperation: true }).lossy).toBeNull();
  });
  it('takes its folders from Folder and Folders', () => {
    expect(move({ Folder: { Id: 'F' }, Folders: [{ Id: 'G' }, {}] }).folders).toEqual(['F', 'G']);
    expect(move({}).folders).toEqual([]);
  });
});
