import type { AuditRecord } from '@candor/core/evidence/record';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bind, readAccess, sync } from './fictional-access.ts';

/** A record as Log Analytics has it: nested values are JSON in texts, and some members have other names. */
function toColumns(record: Record<string, unknown>): Record<string, unknown> {
  const { Id, CreationTime, ClientIPAddress, LogonType, ...rest } = record;
  const nested = Object.entries(rest).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : value,
  ]);
  return {
    OfficeId: Id,
    TimeGenerated: `${CreationTime}Z`,
    Client_IPAddress: ClientIPAddress,
    Logon_Type: LogonType,
    ...Object.fromEntries(nested),
  };
}

const NAMES = [
  ...new Set(
    ['AffectedItems', 'Parameters', 'OfficeObjectId', 'AppId', 'ClientAppId', 'Item', 'Folders'].concat(
      ...[bind('a'), sync('b')].map((record) => Object.keys(toColumns(record))),
    ),
  ),
];

function toTable(records: readonly Record<string, unknown>[], names = NAMES) {
  const columns = names.map((name) => ({ name, type: 'string' }));
  const rows = records.map(toColumns).map((row) => names.map((name) => row[name] ?? ''));
  return { name: 'PrimaryResult', columns, rows };
}

const recordsOf = ({ rows }: ReturnType<typeof readAccess>) =>
  rows.map((row) => (row.state === 'record' ? row.record : row.cause));
const records = [bind('r1'), sync('r2'), bind('r3', { UserId: 'b "c" [d] {e}, \\ü@harbor.example' })];
const known = recordsOf(readAccess(JSON.stringify(records.map(toColumns))));

describe('an answer of Log Analytics', () => {
  it.each([
    ['on one line', JSON.stringify({ tables: [toTable(records)] })],
    ['spread over lines', JSON.stringify({ tables: [toTable(records)] }, null, 2)],
    ['with a byte order mark', `\ufeff${JSON.stringify({ tables: [toTable(records)] })}\n`],
    ['with further members', JSON.stringify({ tables: [toTable(records)], statistics: { rows: [[1]] }, error: null })],
    ['in two tables', JSON.stringify({ tables: [toTable(records.slice(0, 1)), toTable(records.slice(1))] })],
    ['behind another', records.map((one) => JSON.stringify({ tables: [toTable([one])] })).join('\n')],
    [
      'behind another with its mark',
      records.map((one) => `\ufeff${JSON.stringify({ tables: [toTable([one])] })}`).join(''),
    ],
  ])('gives each row as a record: %s', (_, text) => {
    for (const chunkBytes of [1, 7, 1 << 20]) {
      const read = readAccess(text, chunkBytes);
      expect(recordsOf(read)).toEqual(known);
      expect(read.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
      expect(read.reading).toMatchObject({
        container: 'office-activity',
        rows: 3,
        truncated: null,
        missingColumns: [],
      });
    }
  });

  it('accepts the Kusto form as well', () => {
    const { columns, rows } = toTable(records);
    const Columns = columns.map(({ name }) => ({ ColumnName: name, DataType: 'String' }));
    expect(recordsOf(readAccess(JSON.stringify({ Tables: [{ TableName: 'T', Columns, Rows: rows }] })))).toEqual(known);
  });

  it.each([
    ['a query that was done', 4, null],
    ['a query that was not done', 2, 'the answer reports an error, so its rows are incomplete'],
    ['a query that was not done, in text', '1', 'the answer reports an error, so its rows are incomplete'],
    ['a query with a warning', 3, null],
  ])('is read without the status tables of Kusto: %s', (_, severity, truncated) => {
    const { columns, rows } = toTable(records);
    const table = (names: readonly string[], Rows: readonly unknown[]) => ({
      Columns: names.map((ColumnName) => ({ ColumnName })),
      Rows,
    });
    const Tables = [
      table(
        columns.map(({ name }) => name),
        rows,
      ),
      table(['Value'], [['{}']]),
      table(
        ['Timestamp', 'Severity', 'SeverityName', 'StatusCode', 'StatusDescription'],
        [
          ['2001-09-12T10:00:00Z', 6, 'Stats', 0, '{}'],
          ['2001-09-12T10:00:00Z', severity, 'x', 0, 'x'],
        ],
      ),
      table(['Ordinal', 'Kind', 'Name', 'Id', 'PrettyName'], [[0, 'QueryResult', 'PrimaryResult', 'x', '']]),
    ];
    const read = readAccess(JSON.stringify({ Tables }), 7);
    expect(recordsOf(read)).toEqual(known);
    expect(read.reading).toMatchObject({ rows: 3, truncated, missingColumns: [] });
    // A row that is none says that rows before it are missing, and these tables in front are the answer to something
    // else.
    const broken = [...Tables.slice(0, 3), { ...Tables[3], Rows: [{ Exceptions: ['x'] }] }];
    expect(recordsOf(readAccess(JSON.stringify({ Tables: broken })))).toEqual([...known, 'not-json']);
    expect(recordsOf(readAccess(JSON.stringify({ Tables: Tables.slice(1) })))).toEqual(['no-id']);
    expect(recordsOf(readAccess(JSON.stringify({ tables: Tables })))).toHaveLength(7);
  });

  it('reads records of a further Kusto table, whatever other columns it has', () => {
    const { columns, rows } = toTable(records);
    const names = ['Value', 'Kind', 'Severity', ...columns.map(({ name }) => name)];
    const further = {
      Columns: names.map((ColumnName) => ({ ColumnName })),
      Rows: rows.map((row) => ['', '', '1', ...row]),
    };
    const read = readAccess(JSON.stringify({ Tables: [{ Columns: [], Rows: [] }, further] }));
    expect([recordsOf(read), read.reading.truncated]).toEqual([known, null]);
  });

  it('reads a record stored whole in one column', () => {
    const names = ['Timestamp', 'ActionType', 'RawEventData'];
    const rows = records.map((record) => ['', 'MailItemsAccessed', JSON.stringify(record)]);
    const read = readAccess(JSON.stringify({ tables: [{ columns: names.map((name) => ({ name })), rows }] }));
    expect(recordsOf(read)).toEqual(recordsOf(readAccess(JSON.stringify(records))));
    expect(read.reading).toMatchObject({ container: 'cloud-app-events', missingColumns: [] });
  });

  it('counts as truncated when it reports an error beside its rows', () => {
    const error = { code: 'PartialError', details: [{ code: 'EngineError' }] };
    const { rows, reading } = readAccess(JSON.stringify({ tables: [toTable(records)], error }));
    expect([rows.length, reading.truncated]).toEqual([3, 'the answer reports an error, so its rows are incomplete']);
  });

  it('names the judged columns that are missing', () => {
    const names = NAMES.filter((name) => !['OperationProperties', 'Client_IPAddress', 'Item'].includes(name));
    const { rows, reading } = readAccess(JSON.stringify({ tables: [toTable(records, names)] }));
    expect(reading.missingColumns).toEqual(['Client_IPAddress', 'Item', 'OperationProperties']);
    expect(rows.map((row) => row.state === 'record' && row.record.throttled)).toEqual([false, false, false]);
    const csv = 'TimeGenerated,OfficeId,ClientIP\n';
    expect(readAccess(csv).reading.missingColumns).toContain('MailboxGuid');
    expect(readAccess(csv).reading.missingColumns).not.toContain('Client_IPAddress');
  });

  it.each([
    ['no columns', { tables: [{ rows: [['r1']] }] }, ['not-json']],
    ['columns behind the rows', { tables: [{ rows: [['r1']], columns: [{ name: 'OfficeId' }] }] }, ['not-json']],
    [
      'a row of another length',
      { tables: [{ columns: [{ name: 'OfficeId' }], rows: [['r1', 1], []] }] },
      ['not-json', 'not-json'],
    ],
    [
      'rows that are no lists',
      { tables: [{ columns: [{ name: 'a' }], rows: ['x', 1, null, { a: 1 }] }] },
      ['not-json', 'not-json', 'not-json', 'not-json'],
    ],
    ['columns without names', { tables: [{ columns: [1], rows: [['r1']] }] }, ['not-json']],
    ['no id', { tables: [{ columns: [{ name: 'Operation' }], rows: [['MailItemsAccessed']] }] }, ['no-id']],
    ['no rows', { tables: [{ columns: [{ name: 'OfficeId' }], rows: [] }] }, []],
    ['no tables', { tables: [] }, []],
    ['tables that are no list', { tables: { a: { columns: [{ name: 'OfficeId' }], rows: [['x']] } } }, []],
  ])('with %s', (_, answer, causes) => {
    expect(recordsOf(readAccess(JSON.stringify(answer)))).toEqual(causes);
  });

  it('loses and reports what follows when it breaks off or does not match', () => {
    const text = JSON.stringify({ tables: [toTable(records)] });
    for (let end = text.indexOf('"rows"'); end < text.length; end += 17) {
      const causes = recordsOf(readAccess(text.slice(0, end)));
      expect(causes.at(-1)).toBe('cut-off');
      expect(causes.slice(0, -1)).toEqual(known.slice(0, causes.length - 1));
    }
    expect(recordsOf(readAccess(`${text.slice(0, -1)}]`))).toEqual([...known, 'not-json']);
    expect(recordsOf(readAccess(`${text} x`))).toEqual([...known, 'not-json']);
    expect(recordsOf(readAccess(`{"tables":${'['.repeat(2000)}`))).toEqual(['not-json']);
  });

  it('loses a row that is too long', () => {
    const rows = [records[0], bind('r2', { UserId: 'x'.repeat(9000) }), records[1]].map((one) => one ?? {});
    // What comes before the first line end is one piece.
    const text = JSON.stringify({ tables: [toTable(rows)] }).replace('{', '{\n');
    const causes = recordsOf(readAccess(text, 500, 5000));
    expect(causes).toEqual([known[0], 'not-json', known[1]]);
  });
});

test('any table reads the same whole and in pieces', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 })),
      fc.integer({ min: 1, max: 9 }),
      (rows, size) => {
        const columns = ['OfficeId', 'TimeGenerated', 'x'].map((name) => ({ name }));
        const text = JSON.stringify({ tables: [{ columns, rows }] });
        const whole = readAccess(text);
        expect(whole.reading.rows).toBe(rows.length);
        expect(readAccess(text, size)).toEqual(whole);
      },
    ),
  );
});

test('a record with a member called tables is not a table', () => {
  const [row] = readAccess(JSON.stringify(bind('r1', { tables: [1] }))).rows;
  expect((row as { record?: AuditRecord }).record?.id).toBe('r1');
});
