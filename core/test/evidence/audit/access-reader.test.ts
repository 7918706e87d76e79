import type { AccessRow } from '@candor/core/evidence/record';
import { describe, expect, it, test } from 'vitest';
import { bind, readAccess, sync } from './fictional-access.ts';

const lines = (...records: unknown[]) => records.map((record) => JSON.stringify(record)).join('\n');
const ids = (rows: readonly AccessRow[]) =>
  rows.map((row) => `${row.line} ${row.state === 'record' ? row.record.id : `${row.cause} ${row.operation}`}`);
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const wrapped = (id: string) => ({ id: 'w', operation: 'MailItemsAccessed', auditData: bind(id) });
const purview = (...records: unknown[]) =>
  [
    'RecordId,CreationDate,Operation,AuditData,Other',
    ...records.map(
      (record) => `w,d,MailItemsAccessed,${quote(typeof record === 'string' ? record : JSON.stringify(record))},`,
    ),
  ].join('\r\n');
const windows = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const bigEndian = (text: string) => windows(text).swap16();

const all = ['1 a', '2 b', '3 c'];
const three = [bind('a'), sync('b'), bind('c', { Operation: 'Send' })];
const files: [string, string, string | Uint8Array, string[]][] = [
  ['JSON lines', 'management-api', lines(...three), all],
  ['JSON lines with a last line break', 'management-api', `${lines(...three)}\n`, all],
  ['JSON lines after a byte order mark', 'management-api', `\ufeff${lines(...three)}`, all],
  [
    'JSON lines with CRLF and blank lines',
    'management-api',
    `\r\n${lines(three[0])}\r\n\r\n  \r\n${lines(...three.slice(1))}\r\n`,
    ['2 a', '5 b', '6 c'],
  ],
  ['JSON lines in UTF-16', 'management-api', windows(lines(...three)), all],
  ['JSON lines in UTF-16, big-endian', 'management-api', bigEndian(lines(...three)), all],
  ['one line with one record', 'management-api', lines(three[0]), ['1 a']],
  [
    'lines whose break got lost',
    'management-api',
    `${lines(three[0])}${lines(three[1])}\n${lines(three[2])}`,
    ['1 a', '1 b', '2 c'],
  ],
  [
    'lines that kept their commas',
    'management-api',
    three.map((record) => `${JSON.stringify(record)},`).join('\n'),
    all,
  ],
  [
    'a line that is a page',
    'management-api',
    `${lines(three[0])}\n{"value":[${lines(three[1])},${lines(three[2])}]}`,
    ['1 a', '2 b', '2 c'],
  ],
  ['a list', 'management-api', JSON.stringify(three), all],
  ['a list after a byte order mark', 'management-api', `\ufeff ${JSON.stringify(three)}\n`, all],
  ['a list on many lines', 'management-api', JSON.stringify(three, null, 2).replaceAll('\n', '\r\n'), all],
  [
    'a list with one record a line',
    'management-api',
    `[${three.map((record) => JSON.stringify(record)).join(',\n')}]`,
    all,
  ],
  ['lists after each other', 'management-api', `[${lines(three[0])}]\n[${lines(three[1])},${lines(three[2])}]`, all],
  ['one record on many lines', 'management-api', JSON.stringify(three[0], null, 4), ['1 a']],
  [
    'records on many lines after each other',
    'management-api',
    three.map((record) => JSON.stringify(record, null, 1)).join('\n'),
    all,
  ],
  [
    'a page on one line',
    'graph-query',
    JSON.stringify({ '@odata.context': 'x"]}', value: three.map((r) => wrapped(String(r['Id']))) }),
    all,
  ],
  [
    'a page on many lines, with more members',
    'graph-query',
    JSON.stringify({ a: { value: [1] }, value: three.map((r) => wrapped(String(r['Id']))), n: [{ x: ']}' }] }, null, 2),
    all,
  ],
  [
    'pages after each other',
    'graph-query',
    JSON.stringify({ value: [wrapped('a')], b: 1 }) + JSON.stringify({ c: 1, value: [wrapped('b'), wrapped('c')] }),
    all,
  ],
  ['an empty list', 'none', '[]', []],
  ['an empty page', 'none', '{"value":[]}', []],
  [
    'rows of a query, one with an id and a list beside it, which is no page',
    'graph-query',
    lines(wrapped('b'), { ...wrapped('a'), id: 'x', value: [1, 2] }),
    ['1 b', '2 a'],
  ],
  [
    'the answer of a hunt by Graph, on one line',
    'cloud-app-events',
    JSON.stringify({ schema: [{ name: 'Results', value: 'x' }], results: three.map((one) => ({ RawEventData: one })) }),
    ['1 a', '2 b', '3 c'],
  ],
  [
    'the answer of a hunt by Defender, on many lines',
    'cloud-app-events',
    JSON.stringify({ Stats: { value: 1 }, Schema: [], Results: three.map((one) => ({ RawEventData: one })) }, null, 2),
    ['1 a', '2 b', '3 c'],
  ],
  [
    'what Splunk exports as JSON',
    'management-api',
    lines(
      ...three.map((one, offset) => ({ preview: false, offset, result: { _raw: JSON.stringify(one), host: 'h' } })),
    ),
    ['1 a', '2 b', '3 c'],
  ],
  [
    'what Splunk exports as CSV',
    'management-api',
    `"_raw","_time"\n${three.map((one) => `${quote(JSON.stringify(one))},x\n`).join('')}`,
    ['1 a', '2 b', '3 c'],
  ],
  ['an empty file', 'none', '', []],
  [
    'wrappers that differ from row to row',
    'graph-query',
    JSON.stringify([wrapped('a'), { RawEventData: bind('b') }, bind('c')]),
    all,
  ],
  ['texts of JSON', 'management-api', JSON.stringify(three.map((record) => JSON.stringify(record))), all],
  ['the portal CSV', 'purview-csv', purview(...three), all],
  ['the portal CSV in UTF-16', 'purview-csv', windows(purview(...three)), all],
  [
    'a CSV with a type line and a byte order mark',
    'search-csv',
    `\ufeff#TYPE Deserialized\r\n"PSComputerName","Operations","AuditData","ResultIndex"\r\n${three.map((r) => `"x","y",${quote(JSON.stringify(r))},"1"`).join('\r\n')}\r\n`,
    all,
  ],
  [
    'a CSV with semicolons and blank lines',
    'search-csv',
    `Operations;AuditData\n\ny;${quote(JSON.stringify(three[0]))}\n\ny;${quote(JSON.stringify(three[1]))}`,
    ['1 a', '2 b'],
  ],
  [
    'a CSV whose AuditData is on many lines',
    'purview-csv',
    `RecordId,AuditData\n1,${quote(JSON.stringify(three[0], null, 2))}\n2,${quote(JSON.stringify(three[1]))}\n`,
    ['1 a', '2 b'],
  ],
  ['a header alone', 'none', 'RecordId,AuditData\n', []],
  [
    'a CSV of OfficeActivity',
    'office-activity',
    `TimeGenerated [UTC],OfficeId,Operation\n2001-09-12T10:00:00Z,a,Send\n`,
    ['1 a'],
  ],
  [
    'JSON lines of files put behind each other',
    'management-api',
    three.map((one) => `\ufeff${lines(one)}\n`).join(''),
    all,
  ],
  [
    'lists of files put behind each other',
    'management-api',
    [[three[0], three[1]], [three[2]]].map((list) => `\ufeff${JSON.stringify(list, null, 1)}\n`).join(''),
    all,
  ],
  [
    'lists of files put behind each other, without a line break',
    'management-api',
    [[three[0], three[1]], [three[2]]].map((list) => `\ufeff${JSON.stringify(list)}`).join(''),
    all,
  ],
  [
    'CSVs put behind each other, each with its mark and type',
    'search-csv',
    three.map((one) => `\ufeff#TYPE X\n"Operations","AuditData"\ny,${quote(JSON.stringify(one))}\n`).join(''),
    all,
  ],
  [
    'CSVs put behind each other, each with its mark',
    'search-csv',
    three.map((one) => `\ufeff"Operations","AuditData"\r\ny,${quote(JSON.stringify(one))}\r\n`).join(''),
    all,
  ],
  [
    'CSVs put behind each other, each with its header',
    'search-csv',
    `"Operations","AuditData"\ny,${quote(JSON.stringify(three[0]))}\n"Operations","AuditData"\ny,${quote(JSON.stringify(three[1]))}\n`,
    ['1 a', '2 b'],
  ],
  [
    'the neutral CSV',
    'neutral-csv',
    'time,mailbox,kind,message_id,folder,session,ip,app\n2001-09-12T10:00:00Z,ada,bind,<a@a.example>,Inbox,S,192.0.2.1,\n',
    ['1 audit/log:1'],
  ],
];

describe('an access file', () => {
  it.each(files)('is recognised by content: %s', (_, container, content, expected) => {
    const { rows, reading } = readAccess(content);
    expect(ids(rows)).toEqual(expected);
    expect(reading.container ?? 'none').toBe(container);
    expect(reading.rows).toBe(expected.length);
  });

  it.each(files)('gives the same rows for any chunk size: %s', (_, __, content) => {
    const whole = readAccess(content);
    for (const size of [1, 2, 3, 7, 64, 1000]) expect(readAccess(content, size)).toEqual(whole);
  });
});

test.each([
  ['the front of the header', '"Operations"', 'no-audit-data'],
  ['more than the header', '"Operations","AuditData","x"', 'not-json'],
  ['a type and a quote that never closes', '#TYPE X,"y', 'broken-quote'],
  ['the header and a quote that never closes', '"Operations","AuditData","y', 'broken-quote'],
  ['a type and more', '#TYPE X,{}', 'no-id'],
])('a CSV row that contains %s is not a row of another file', (_, row, cause) => {
  const { rows } = readAccess(`"Operations","AuditData"\n${row}\ny,${quote(JSON.stringify(three[0]))}\n`);
  expect(rows.map((each) => (each.state === 'record' ? each.record.id : each.cause))).toEqual([cause, 'a']);
});

test('a record with a member _raw is not a Splunk search result', () => {
  const { rows, reading } = readAccess(JSON.stringify(bind('r1', { Operation: 'Send', _raw: 'x' })));
  expect([ids(rows), reading.container]).toEqual([['1 r1'], 'management-api']);
});

test('a second header at the end of a CSV counts as a truncated row', () => {
  const { rows } = readAccess('"Operations","AuditData"\n"Operations","AuditData');
  expect(rows).toMatchObject([{ line: 1, cause: 'cut-off' }]);
});

describe('times as the Log Analytics portal writes them', () => {
  const read = (time: string, column = 'TimeGenerated [UTC]') => {
    const [row] = readAccess(`${column},OfficeId,Operation\n"${time}",a,Send\n`).rows;
    return row?.state === 'record' ? row.record.time : row?.cause;
  };

  it.each([
    ['9/12/2001, 10:00:00.999 AM', 1000288800],
    ['9/12/2001, 10:00:00\u202fAM', 1000288800],
    ['9/12/2001, 10:00:00.000 PM', 1000332000],
    ['9/12/2001, 12:00:00.000 AM', 1000252800],
    ['9/12/2001, 12:00:00.000 PM', 1000296000],
  ])('%s', (time, instant) => {
    expect(read(time)).toBe(instant);
  });

  // In other languages of the portal the day may be first; and which zone is that of another column nobody knows.
  it.each([
    '12/9/2001, 10:00:00.000 am',
    // In the Emirates: two digits each, and AM in capitals.
    '12/09/2001, 10:00:00.000 AM',
    '09/12/2001, 10:00:00.000 AM',
    '12/09/2001, 10:00:00.000',
    '13/9/2001, 10:00:00.000 AM',
    '9/12/2001, 0:00:00.000 AM',
    '9/12/2001, 13:00:00.000 PM',
    '9/12/2001 10:00:00 AM',
  ])('rejects %s', (time) => {
    expect(read(time)).toBe('no-time');
  });

  it.each(['TimeGenerated', 'TimeGenerated [Local Time]'])('rejects it in a column %s', (column) => {
    expect(read('9/12/2001, 10:00:00.999 AM', column)).toBe('no-time');
  });
});

describe('unreadable rows', () => {
  it('lose only themselves in JSON lines', () => {
    const text = `${lines(three[0])}\n{"Id":"x","Folders":[{"a\nnot JSON\n{"Operation":"Send"}\n42\n${lines(three[1])}`;
    expect(ids(readAccess(text).rows)).toEqual([
      '1 a',
      '2 not-json null',
      '3 not-json null',
      '4 no-id Send',
      '5 no-id null',
      '6 b',
    ]);
  });

  it('are kept when the first line is broken', () => {
    expect(ids(readAccess(`{"Id":"x","Folders":[{"a":1},\n${lines(three[0])}`).rows)).toEqual([
      '1 not-json null',
      '2 a',
    ]);
    expect(ids(readAccess(`rubbish\n${lines(three[0])}`).rows)).toEqual(['1 not-json null', '2 a']);
  });

  it('lose only themselves in a list with one record per line', () => {
    const text = `[\n${lines(three[0])},\n{"Id":"x"\n,"a":"unclosed\n,\n${lines(three[1])},\n{"Id":]},\n${lines(three[2])}\n]`;
    expect(ids(readAccess(text).rows)).toEqual(['1 a', '2 not-json null', '3 b', '4 not-json null', '5 c']);
  });

  it('lose only themselves in a list that spans lines', () => {
    const pretty = JSON.stringify(three, null, 2);
    const broken = pretty.replace('"MailboxOwnerUPN": "ada@harbor.example"', '"MailboxOwnerUPN": "ada@harbor.example');
    expect(ids(readAccess(broken).rows)).toEqual(['1 not-json null', '2 b', '3 c']);
    for (const size of [1, 5, 100])
      expect(ids(readAccess(broken, size).rows)).toEqual(['1 not-json null', '2 b', '3 c']);
  });

  it('give back the rows that an unclosed bracket seemed to contain', () => {
    const broken = JSON.stringify(three, null, 2).replace('"ClientAppId": "C-1"\n    }', '"ClientAppId": "C-1"\n    ');
    for (const size of [1, 50, 100_000]) {
      expect(ids(readAccess(broken, size).rows)).toEqual(['1 not-json null', '2 b', '3 c']);
    }
  });

  it('count as one row when a list breaks off', () => {
    const text = JSON.stringify(three);
    expect(ids(readAccess(text.slice(0, -1)).rows)).toEqual([...all, '4 cut-off null']);
    expect(ids(readAccess(text.slice(0, -9)).rows)).toEqual(['1 a', '2 b', '3 cut-off null']);
    expect(ids(readAccess(`{"value":[${lines(wrapped('a'))}]`).rows)).toEqual(['1 a', '2 cut-off null']);
  });

  it('are distinguished when the file ends inside the last one', () => {
    const cut = `${lines(three[0])}\n${lines(three[1]).slice(0, -9)}`;
    for (const size of [1, 100_000]) {
      expect(ids(readAccess(cut, size).rows)).toEqual(['1 a', '2 cut-off null']);
      expect(ids(readAccess(`${cut}\n`, size).rows)).toEqual(['1 a', '2 not-json null']);
    }
    expect(ids(readAccess(`${lines(three[0])}\n{"Id": "[{\\""}}`).rows)).toEqual(['1 a', '2 not-json null']);
    const csv = `Operations,AuditData\nSend,${quote(JSON.stringify(three[1])).slice(0, -9)}`;
    for (const size of [1, 100_000]) {
      expect(ids(readAccess(csv, size).rows)).toEqual(['1 cut-off Send']);
      expect(ids(readAccess(`${csv}\n`, size).rows)).toEqual(['1 broken-quote Send']);
    }
    expect(ids(readAccess('Operations,AuditData\nSend,"{}"x').rows)).toEqual(['1 broken-quote Send']);
  });

  it('include list elements that are not objects', () => {
    expect(ids(readAccess(`[null, 5,${lines(three[0])}, tru]`).rows)).toEqual([
      '1 not-json null',
      '2 not-json null',
      '3 a',
      '4 not-json null',
    ]);
  });

  it('end at the line break after an unclosed quote', () => {
    const header = 'Operations,AuditData,ResultIndex\n';
    const good = `y,${quote(JSON.stringify(three[0]))},1\n`;
    const text = `${header}Send,${quote(JSON.stringify(three[1])).slice(0, -1)},2\n${good}${good}`;
    expect(ids(readAccess(text).rows)).toEqual(['1 broken-quote Send', '2 a', '3 a']);
    expect(ids(readAccess(text, 5).rows)).toEqual(['1 broken-quote Send', '2 a', '3 a']);
    expect(ids(readAccess(`${header}${good}Send,"open\nplain,line\n`).rows)).toEqual(
      ['1 a', '2 broken-quote Send', '3 no-audit-data plain'].map((x) => x.replace('no-audit-data', 'not-json')),
    );
  });

  it('include text after a closing quote', () => {
    const text = `RecordId,AuditData\n1,"{}"x\n2,${quote(JSON.stringify(three[0]))}\n`;
    expect(ids(readAccess(text).rows)).toEqual(['1 broken-quote null', '2 a']);
  });

  it('include rows that end before their AuditData', () => {
    expect(ids(readAccess('RecordId,Operation,AuditData\n1,Update\n').rows)).toEqual(['1 no-audit-data Update']);
  });

  it('include rows beyond the size limit', () => {
    const long = `{"Id":"${'x'.repeat(70_000)}`;
    expect(ids(readAccess(`${lines(three[0])}\n${long}\n${lines(three[1])}`, 1000, 65_000).rows)).toEqual([
      '1 a',
      '2 not-json null',
      '3 b',
    ]);
    expect(ids(readAccess(`[${lines(three[0])},\n${long}\n,\n${lines(three[1])}]`, 1000, 65_000).rows)).toEqual([
      '1 a',
      '2 not-json null',
      '3 b',
    ]);
    expect(
      ids(readAccess(`RecordId,AuditData\n1,"${'x'.repeat(70_000)}\n2,${quote(lines(three[1]))}\n`, 1000, 65_000).rows),
    ).toEqual(['1 broken-quote null', '2 b']);
  });

  it('include rows of no known form', () => {
    const { rows, reading } = readAccess('a letter\nto nobody\n');
    expect(ids(rows)).toEqual(['1 not-json null', '2 not-json null']);
    expect(reading.container).toBeNull();
  });

  it('include duplicate names, lone surrogates and NUL', () => {
    const text = [
      '{"Id":"a","Id":"b","CreationTime":"2001-09-12T10:00:00"}',
      '{"Id":"\\ud800","CreationTime":"2001-09-12T10:00:00"}',
      '\u0000{"Id":"a"}',
      '{"Id":"a\u0000"}',
    ].join('\n');
    expect(ids(readAccess(text).rows)).toEqual(['1 b', '2 \ud800', '3 not-json null', '4 not-json null']);
  });
});

describe('the neutral CSV', () => {
  const read = (row: string) => readAccess(`time,mailbox,kind,message_id,folder,session,ip,app\n${row}\n`).rows[0];

  it('gives a record whose id is made of file and row', () => {
    expect(read('2001-09-12T10:00:00Z,ADA,Bind,<a@a.example>,Notes/All,S-1,[192.0.2.1]:25,APP')).toMatchObject({
      state: 'record',
      line: 1,
      record: {
        id: 'audit/log:1',
        kind: 'bind',
        mailboxGuid: 'ada',
        items: [{ messageId: '<a@a.example>', folder: 'Notes/All' }],
        folders: ['Notes/All'],
        sessions: ['s-1'],
        appId: 'app',
        ip: '192.0.2.1',
        lossy: null,
      },
    });
  });

  it('keeps an unknown kind', () => {
    expect(read('2001-09-12T10:00:00Z,ada,peek,,,,,')).toMatchObject({ record: { kind: 'other', operation: 'peek' } });
    expect(read('2001-09-12T10:00:00Z,{ADA},bind,,,{S-1},,{APP}')).toMatchObject({
      record: { mailboxGuid: 'ada', sessions: ['s-1'], appId: 'app' },
    });
  });

  it('reads a row without a time as unreadable; an unreadable mail access names no other operation', () => {
    expect(read(',ada,bind,,,,,')).toMatchObject({ cause: 'no-time', operation: null });
    expect(read(',ada,send,,,,,')).toMatchObject({ cause: 'no-time', operation: 'send' });
  });

  it('accepts columns in any order', () => {
    expect(readAccess('kind,time,mailbox\nsync,2001-09-12T10:00:00,ada\n').rows[0]).toMatchObject({
      record: { kind: 'sync', mailboxGuid: 'ada' },
    });
  });
});

it('counts operations without a rule', () => {
  const text = lines(
    bind('a', { Operation: 'Zeta' }),
    bind('b', { Operation: 'Alpha' }),
    bind('c', { Operation: 'Zeta' }),
    bind('d'),
    bind('e', { Operation: 'UpdateInboxRules' }),
    bind('f', { Operation: 'Set-OrganizationConfig' }),
    bind('g', { Operation: 'Consent to application.' }),
    bind('h', { Operation: 'New-ComplianceSearchAction', Parameters: '-Purge' }),
  );
  expect(readAccess(text).reading.otherOperations).toEqual([
    { operation: 'Alpha', rows: 1, line: 2, isUnknownKind: false },
    { operation: 'Zeta', rows: 2, line: 1, isUnknownKind: false },
  ]);
});

it('distinguishes unknown kind words from the kind `other`', () => {
  const rows = ['Other', 'MailItemsAccessed', 'BIND', ' Sign-In ', 'MailItemsAccessed', ''];
  const text = rows.map((kind) => `2001-09-12T10:00:00Z,ada,${kind}\n`).join('');
  const { reading, rows: read } = readAccess(`time,mailbox,kind\n${text}`);
  expect(read.map((row) => (row.state === 'record' ? row.record.kind : null))).toEqual([
    'other',
    'other',
    'bind',
    'sign-in',
    'other',
    'other',
  ]);
  expect(reading.otherOperations).toEqual([
    { operation: '', rows: 1, line: 6, isUnknownKind: true },
    { operation: 'MailItemsAccessed', rows: 2, line: 2, isUnknownKind: true },
    { operation: 'Other', rows: 1, line: 1, isUnknownKind: false },
  ]);
});

it('recognition does not depend on chunk boundaries', () => {
  const text = `{"a":1\n, "value": [${JSON.stringify(bind('a'))}]}\n{"b":2}\n`;
  const whole = readAccess(text);
  for (const pieceBytes of [1, 7, 8, 20]) expect(readAccess(text, pieceBytes), `${pieceBytes}`).toEqual(whole);
});
