import { describe, expect, it, test } from 'vitest';
import { createCsvContainer, readCsvHeader } from '../../../src/evidence/audit/container/csv-container.ts';
import { createRowCollector } from '../../../src/evidence/audit/container/row-collector.ts';
import type { AuditFormat } from '../../../src/evidence/audit/formats/audit-format.ts';
import { AUDIT_FORMATS } from '../../../src/evidence/audit/formats/registry.ts';
import type { AccessRow } from '../../../src/evidence/record/audit-record.ts';
import { type Read, readAccess, runtime } from './fictional-access.ts';

/** All that a format of such a table is. */
const archive: AuditFormat = {
  name: 'archive-csv',
  rows: {
    columns: { time: 'When', mailbox: 'Account', kind: 'Action', messageId: 'Message-Id', ip: 'Client' },
    kinds: { opened: 'bind', downloaded: 'sync', exported: 'export', 'logged in': 'sign-in' },
  },
};

function read(text: string, formats: readonly AuditFormat[] = [...AUDIT_FORMATS, archive]) {
  const end = text.indexOf('\n');
  const header = readCsvHeader(text.slice(0, end), formats);
  if (header === null) return null;
  const rows: AccessRow[] = [];
  const collector = createRowCollector((row) => rows.push(row));
  collector.setUnit('row');
  const context = { file: 'audit/log', runtime, collector, rowLimitBytes: 1 << 20, nameMailbox: () => null };
  const reader = createCsvContainer(context, header);
  reader.push(new TextEncoder().encode(text.slice(end + 1)));
  reader.end();
  return { rows, reading: collector.conclude() };
}

/** The same rows in words and columns of the neutral CSV. */
const NEUTRAL = 'time,mailbox,kind,message_id,ip\n';
const OWN = 'When,Account,Action,Message-Id,Client\n';

test('a format that names only its columns and words reads what the neutral CSV reads', () => {
  const row = (kind: string) => `2001-09-12T10:00:00Z,Ada@harbor.example,${kind},<a@harbor.example>,[192.0.2.1]:25\n`;
  const own = read(OWN + ['Opened', 'downloaded', 'LOGGED IN', 'list', 'peeked'].map(row).join(''));
  const neutral = readAccess(NEUTRAL + ['bind', 'sync', 'sign-in', 'list', 'peeked'].map(row).join(''));
  expect(own?.rows).toEqual(neutral.rows);
  expect(own?.reading).toEqual({ ...neutral.reading, container: 'archive-csv' });
  expect(own?.reading.otherOperations).toEqual([{ operation: 'peeked', rows: 1, line: 5, isUnknownKind: true }]);
});

test('its columns come in any order, letter case and number; of two with one name the first counts', () => {
  const own = read('action,x,ACCOUNT,when,account\nopened,y,ada,2001-09-12T10:00:00Z,bob\n');
  expect(own?.rows).toMatchObject([{ record: { kind: 'bind', mailboxGuid: 'ada', ip: null, lossy: 'no-ids' } }]);
});

test.each(['When,Account', 'Account,Action,Client', 'When,Action,Message-Id', 'Opened,Account,When'])(
  'a header without time, mailbox and kind is not of it: %s',
  (header) => expect(read(`${header}\nx,y,z\n`)).toBeNull(),
);

test('its columns mean nothing to other formats', () => {
  expect(read(`${OWN}2001-09-12T10:00:00Z,ada,opened,,\n`, AUDIT_FORMATS)).toBeNull();
  expect(read('time,mailbox,kind\n2001-09-12T10:00:00Z,ada,opened\n')?.rows).toMatchObject([
    { record: { kind: 'other', operation: 'opened' } },
  ]);
});

describe('an unreadable row', () => {
  const operations = (header: string, rows: readonly string[], open: (text: string) => Pick<Read, 'rows'> | null) =>
    open(header + rows.map((row) => `${row}\n`).join(''))?.rows.map((row) =>
      row.state === 'unreadable' ? row.operation : 'record',
    );

  it('names no operation if its word may show mail', () => {
    const kinds = ['opened', 'downloaded', 'EXPORTED', 'List', '', 'logged in', 'constructor'];
    const expected = [null, null, null, null, null, 'sign-in', 'constructor'];
    expect(
      operations(
        OWN,
        kinds.map((kind) => `,ada,${kind},,`),
        read,
      ),
    ).toEqual(expected);
    const broken = kinds.map((kind) => `2001-09-12T10:00:00Z,ada,${kind},"x"y,`);
    expect(operations(OWN, broken, read)).toEqual(expected);
  });

  it.each(['bind', 'sync', 'list', 'export', ''])(
    'of the neutral CSV names no operation, broken or not: %s',
    (kind) => {
      expect(operations(NEUTRAL, [`,ada,${kind},,`, `2001-09-12T10:00:00Z,ada,${kind},"x"y,`], readAccess)).toEqual([
        null,
        null,
      ]);
    },
  );

  it.each([
    ['Operations,AuditData', 'MailItemsAccessed,"x"y', 'MailItemsAccessed'],
    ['operations,auditdata', 'Send,"x"y', 'Send'],
    ['Operations,AuditData', ',"x"y', null],
    ['ActionType,RawEventData', 'Send,"x"y', 'Send'],
  ])('of a wrapper names the operation before its broken quote: %s', (header, row, expected) => {
    expect(operations(`${header}\n`, [row], readAccess)).toEqual([expected]);
  });
});
