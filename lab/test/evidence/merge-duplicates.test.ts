import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIncident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { importAuditLogs } from '../../src/evidence/import/import-audit-logs.ts';
import { readPayloads, readSources, streamRecords } from '../../src/evidence/store/audit-record-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

/** More than the values that an engine takes in one statement. */
const ROWS = 40_000;

test('an id may have any number of rows: they are one record, and each is a source', async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'mail'));
  const row = (at: number) =>
    JSON.stringify({
      CreationTime: '2001-09-12T10:00:00',
      Id: 'same',
      Operation: 'MailItemsAccessed',
      RecordType: 50,
      MailboxOwnerUPN: 'ann@harbor.example',
      OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
      Folders: [{ Id: 'x', FolderItems: [{ InternetMessageId: `<m${at % 3}@harbor.example>` }] }],
    });
  writeFileSync(join(folder, 'a.jsonl'), `${Array.from({ length: ROWS }, (_, at) => row(at)).join('\n')}\n`);
  const { incident } = readIncident(
    `incident: same
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [{ custodian: ann, address: ann@harbor.example, evidence: mail }]
access: [{ file: a.jsonl }]
`,
    'incident.yaml',
  );
  if (incident === null) throw new Error('the incident is not valid');
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  await importAuditLogs(store, { incident, folder, onBytes: () => {} });
  const records = [];
  for await (const some of streamRecords(store)) records.push(...some);
  expect(records.map(({ id }) => id)).toEqual(['same']);
  const [record] = records;
  if (record === undefined) throw new Error('there is no record');
  const sources = await readSources(store, record);
  await readPayloads(store, [record]);
  expect(new Set(sources.map(({ line }) => line)).size).toBe(ROWS);
  expect(record.items).toHaveLength(3);
  await store.close();
});
