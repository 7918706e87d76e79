import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccessReader } from '@candor/core/evidence/audit';
import type { AccessRow } from '@candor/core/evidence/record';
import { expect, test } from 'vitest';
import { createNumbers, MUTATION_RUNS, MUTATION_TIMEOUT_MS, mutate } from '../../mutation.ts';
import { bind, runtime, sync } from './fictional-access.ts';

const AUDIT = join(import.meta.dirname, '../../../../corpus/audit');
/** Sorted, so that the same numbers make the same mutations on every disk. */
const names = readdirSync(AUDIT)
  .filter((name) => /\.(?:csv|json|jsonl)$/.test(name))
  .sort();

/** Each container, and for each the files of the corpus that are in it. */
const containers: readonly (readonly [string, RegExp])[] = [
  ['management API, lines', /^(?:management-api|escapes|deep|duplicate-keys|addresses|app-context|utf16)\.jsonl$/],
  ['management API, list', /^(?:management-api|array-.*)\.json$/],
  ['search CSV', /^(?:search|csv-.*)\.csv$/],
  ['purview CSV', /^purview\.csv$/],
  ['ConvertTo-Json', /^convertto\.json$/],
  ['Graph page', /^graph-.*\.json$/],
  ['OfficeActivity', /^office-activity\.json$/],
  ['CloudAppEvents', /^cloud-app-events\.jsonl$/],
  ['neutral CSV', /^neutral.*\.csv$/],
];

const columns = ['OfficeId', 'TimeGenerated', 'Operation', 'OperationProperties', 'Folders'];
const records = [bind('r1'), sync('r2'), bind('r3')];
/** Containers of which the corpus has no file. */
const made: readonly (readonly [string, readonly string[]])[] = [
  [
    'tables of Log Analytics',
    [undefined, 1].map((spaces) =>
      JSON.stringify(
        {
          tables: [
            {
              columns: columns.map((name) => ({ name })),
              rows: records.map((record) => [record['Id'], record['CreationTime'], 'MailItemsAccessed', '[]', '"x"']),
            },
          ],
        },
        null,
        spaces,
      ),
    ),
  ],
  [
    'events of Elastic',
    [records.map((audit) => JSON.stringify({ _source: { event: { id: audit['Id'] }, o365: { audit } } })).join('\n')],
  ],
  [
    'accesses to messages, purges, grants and copies',
    [
      [
        bind('r1', { Operation: 'MessageBind', Messages: [{ MessageItems: [{ InternetMessageId: '<a>' }] }] }),
        bind('r2', { Operation: 'AttachmentAccess', Item: { InternetMessageId: '<a>', ParentFolder: { Id: 'F' } } }),
        bind('r3', { Operation: 'FolderBind', Folder: { Id: 'F' } }),
        bind('r4', { Operation: 'New-ComplianceSearchAction', Parameters: '-SearchName "x" -Purge:$false' }),
        bind('r5', {
          Operation: 'Consent to application.',
          ModifiedProperties: [{ Name: 'x', NewValue: 'Mail.Read' }],
        }),
        bind('r6', { Operation: 'Copy', CrossMailboxOperation: true, DestMailboxGuid: 'B', Folder: { Id: 'F' } }),
      ]
        .map((audit) => JSON.stringify(audit))
        .join('\n'),
    ],
  ],
];

function read(bytes: Uint8Array, pieceBytes: number) {
  const rows: AccessRow[] = [];
  const reader = createAccessReader('audit/log', runtime, (row) => rows.push(row));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = Buffer.from(bytes.subarray(at, at + pieceBytes));
    reader.push(piece);
    piece.fill(0x7e);
  }
  return { rows, reading: reader.end() };
}

const filesOf = (pattern: RegExp): Buffer[] =>
  names.filter((name) => pattern.test(name)).map((name) => readFileSync(join(AUDIT, name)));

test.each([
  ...containers.map(([name, pattern]) => [name, filesOf(pattern)] as const),
  ...made.map(([name, texts]) => [name, texts.map((text) => Buffer.from(text))] as const),
])(
  'mutated %s: every row is a record or unreadable, the same whole and in pieces',
  (_, seeds) => {
    expect(seeds.length).toBeGreaterThan(0);
    const next = createNumbers(20010911);
    for (let run = 0; run < MUTATION_RUNS; run += 1) {
      const bytes = mutate(seeds[run % seeds.length] ?? Buffer.alloc(0), next);
      const whole = read(bytes, bytes.length + 1);
      const { rows, reading } = whole;
      expect(rows.length).toBeLessThanOrEqual(reading.rows);
      for (const row of rows) expect(row.line).toBeGreaterThan(0);
      expect(read(bytes, 1 + next(200)), `run ${run}`).toEqual(whole);
    }
  },
  MUTATION_TIMEOUT_MS,
);
