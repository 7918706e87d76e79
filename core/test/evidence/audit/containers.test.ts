import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, it } from 'vitest';
import { bind, readAccess, sync, without } from './fictional-access.ts';

const plain = (id: string, members: Record<string, unknown>) => ({
  ...without(bind(id), 'Folders', 'OperationProperties', 'OperationCount'),
  MailboxOwnerSid: 'S-1-5-21-1',
  ...members,
});
/** What the rules of 2026-12 read, one record each. */
const RECORDS = [
  bind('r1', { MailboxOwnerSid: 'S-1-5-21-1' }),
  sync('r2'),
  plain('r3', { Operation: 'MessageBind', Messages: [{ MessageItems: [{ InternetMessageId: '<a>' }] }] }),
  plain('r4', { Operation: 'AttachmentAccess', Item: { InternetMessageId: '<a>', ParentFolder: { Id: 'F' } } }),
  plain('r5', { Operation: 'FolderBind', Folder: { Id: 'F' } }),
  plain('r6', {
    Operation: 'Copy',
    CrossMailboxOperation: true,
    DestMailboxGuid: 'B',
    DestMailboxOwnerUPN: 'b@a.example',
    AffectedItems: [{ InternetMessageId: '<a>' }],
    Folder: { Id: 'F' },
  }),
  plain('r7', { Operation: 'Consent to application.', ModifiedProperties: [{ Name: 'x', NewValue: 'Mail.Read' }] }),
  plain('r8', { Operation: 'New-ComplianceSearchAction', Parameters: '-Purge' }),
  plain('r9', { Operation: 'New-ComplianceSearchAction', Parameters: [{ Name: 'Export', Value: 'True' }] }),
  plain('r10', {
    Operation: 'UpdateInboxRules',
    OperationProperties: [{ Name: 'RuleActions', Value: '[{"ActionType":"Forward"}]' }],
  }),
];

const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (header: string) =>
  `${header}\n${RECORDS.map((record) => `x,${quote(JSON.stringify(record))}\n`).join('')}`;
const isNested = (value: unknown) => typeof value === 'object' && value !== null;

/** Sentinel has columns: nested values are texts, and some names are other ones. */
function toSentinel({ Id, CreationTime, ClientIPAddress, LogonType, ...rest }: Record<string, unknown>) {
  const { DestMailboxGuid, CrossMailboxOperation, ...others } = rest;
  const columns = Object.entries(others).map(([name, value]) => [
    name,
    isNested(value) ? JSON.stringify(value) : value,
  ]);
  return {
    Type: 'OfficeActivity',
    OfficeId: Id,
    TimeGenerated: CreationTime,
    Client_IPAddress: ClientIPAddress,
    Logon_Type: LogonType,
    DestMailboxId: DestMailboxGuid ?? '',
    CrossMailboxOperations: CrossMailboxOperation ?? '',
    ...Object.fromEntries(columns),
  };
}

const records = (text: string): AuditRecord[] =>
  readAccess(text).rows.map((row) => {
    if (row.state !== 'record') throw new Error(row.cause);
    return row.record;
  });
const expected = records(lines(RECORDS));

it('describes its records', () => {
  expect(expected.map(({ kind }) => kind)).toEqual([
    'bind',
    'sync',
    'bind',
    'bind',
    'list',
    'handle',
    'other',
    'other',
    'export',
    'rule',
  ]);
});

describe.each([
  ['a list of the Management Activity API', 'management-api', JSON.stringify(RECORDS)],
  ['the CSV of Search-UnifiedAuditLog', 'search-csv', csv('Operations,AuditData')],
  ['the CSV of the Purview portal', 'purview-csv', csv('RecordId,AuditData')],
  [
    'ConvertTo-Json, with text',
    'convertto-json',
    lines(RECORDS.map((record) => ({ AuditData: JSON.stringify(record) }))),
  ],
  ['ConvertTo-Json, with objects', 'convertto-json', lines(RECORDS.map((AuditData) => ({ AuditData })))],
  ['Graph', 'graph-query', JSON.stringify({ value: RECORDS.map((auditData) => ({ auditData })) })],
  ['Sentinel', 'office-activity', lines(RECORDS.map(toSentinel))],
  ['Defender', 'cloud-app-events', lines(RECORDS.map((RawEventData) => ({ RawEventData })))],
  [
    'Defender, with text',
    'cloud-app-events',
    lines(RECORDS.map((record) => ({ ActionType: 'x', RawEventData: JSON.stringify(record) }))),
  ],
  ['Elastic', 'elastic-o365', lines(RECORDS.map((audit) => ({ o365: { audit } })))],
])('from %s', (_, container, text) => {
  it('gives the same records', () => {
    expect(readAccess(text).reading.container).toBe(container);
    expect(records(text)).toEqual(expected);
  });
});
