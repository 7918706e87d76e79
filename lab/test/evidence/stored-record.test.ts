import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAccessRow } from '@candor/core/evidence/audit';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Incident } from '@candor/core/incident';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { writeFact } from '../../src/adapters/store/state-fact.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { importAuditLogs } from '../../src/evidence/import/import-audit-logs.ts';
import { readPayloads, streamRecords } from '../../src/evidence/store/audit-record-store.ts';
import { readPayload, toPayload } from '../../src/evidence/store/record-payload.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const base = { CreationTime: '2001-09-12T10:00:00', UserId: 'ada@brightwater.example', MailboxGuid: 'G-1' };
const ROWS: readonly Record<string, unknown>[] = [
  { ...base, Id: 'a', Operation: 'Send', MailboxOwnerSid: 'S-1-5-21-1', Item: { InternetMessageId: '<a>' } },
  // Of the same actor but for the SID.
  { ...base, Id: 'b', Operation: 'Send', MailboxOwnerSid: 'S-1-5-21-2', Item: { InternetMessageId: '<b>' } },
  { ...base, Id: 'c', Operation: 'MessageBind', AffectedItems: [{ Id: 'x' }], Folder: { Id: 'F' } },
  {
    ...base,
    Id: 'd',
    Operation: 'Copy',
    CrossMailboxOperation: true,
    DestMailboxGuid: 'G-2',
    DestMailboxOwnerUPN: 'bo@brightwater.example',
    AffectedItems: [{ InternetMessageId: '<d>', ParentFolder: { Id: 'P' } }, { InternetMessageId: '<e>' }],
    Folder: { Id: 'F' },
  },
  {
    ...base,
    Id: 'e',
    Operation: 'Consent to application.',
    ModifiedProperties: [
      { Name: 'x', NewValue: 'Mail.Read\nMail.Send' },
      { Name: 'y', NewValue: '["b"]' },
    ],
  },
  { ...base, Id: 'f', Operation: 'New-ComplianceSearchAction', Parameters: '-Purge -Force' },
  { ...base, Id: 'g', Operation: 'FolderBind', Folder: { Id: 'F' } },
];

function read(value: unknown): AuditRecord {
  const { row } = readAccessRow(value, 1);
  if (row.state !== 'record') throw new Error(row.cause);
  return row.record;
}

const members = Object.keys(read(ROWS[0])) as (keyof AuditRecord)[];
const flat = (record: AuditRecord) => Object.fromEntries(members.map((name) => [name, record[name]]));

async function list(store: Store): Promise<unknown[]> {
  const found: AuditRecord[] = [];
  for await (const records of streamRecords(store)) {
    await readPayloads(store, records);
    found.push(...records);
  }
  return found.map(flat).sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
}

it('returns every field of a record unchanged', async () => {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'log.jsonl'), ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  const incident = { access: [{ file: 'log.jsonl' }] } as unknown as Incident;
  await importAuditLogs(store, { incident, folder, onBytes: () => undefined });
  expect(await list(store)).toEqual(ROWS.map((row) => flat(read(row))));

  // A state of the program before knows none of the new fields: its logs are read again.
  await store.db.updateTable('evidence_access_actor').set({ mailbox_owner_sid: null }).execute();
  await writeFact(store, 'access-reading', '8');
  await importAuditLogs(store, { incident, folder, onBytes: () => undefined });
  expect(await list(store)).toEqual(ROWS.map((row) => flat(read(row))));
  await store.close();
});

it('reads a payload written before there were rare fields', () => {
  const plain = '[1,["F"],[0,"<a>"],null,["Name","x"],null,null,[7]]';
  expect(readPayload(plain, 1)).toEqual({
    folders: ['F'],
    items: [{ messageId: '<a>', folder: 'F' }],
    objectId: null,
    parameters: [{ name: 'Name', value: 'x' }],
    operationCount: null,
    query: null,
    partRows: [7],
    crossMailbox: false,
    destMailboxGuid: null,
    destMailboxOwnerUpn: null,
    modified: [],
    target: null,
    workload: null,
    fileName: null,
  });
  const [first, , , copied] = ROWS.map(read);
  expect(JSON.parse(toPayload(first as AuditRecord))).toHaveLength(8);
  expect(readPayload(toPayload(copied as AuditRecord, [1, 2]), 2)).toMatchObject({
    partRows: [1, 2],
    crossMailbox: true,
    destMailboxGuid: 'g-2',
  });
});

it('refuses a payload of another form, and names the row', () => {
  const plain = '[1,["F"],[0,"<a>"],null,["Name","x"],null,null,[7]]';
  for (const damaged of [plain.slice(0, -1), '{}', plain.replace('"<a>"', '{}'), plain.replace('[7]', '["7"]')])
    expect(() => readPayload(damaged, 41)).toThrow('evidence_access_payload.payloads of row 41 cannot be read');
});
