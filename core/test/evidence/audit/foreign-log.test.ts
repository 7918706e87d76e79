import { expect, test } from 'vitest';
import { bind, readAccess } from './fictional-access.ts';
import { FOREIGN_LOGS } from './foreign-logs.ts';

test('knows at least twenty foreign kinds', () => {
  expect(new Set(FOREIGN_LOGS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30);
});

test.each(FOREIGN_LOGS)('$name is recognised, and none of its rows counts as unreadable', ({ name, shows, text }) => {
  for (const chunk of [7, 1 << 20]) {
    const { rows, reading } = readAccess(text, chunk);
    expect([rows, reading.rows, reading.container, reading.truncated]).toEqual([[], 0, null, null]);
    expect(reading.foreign?.log).toMatchObject({ name, shows });
    expect(reading.foreign?.rows).toBeGreaterThan(0);
    expect(reading.otherOperations).toEqual([]);
  }
});

test('records after foreign rows are read, and unreadable rows are still reported', () => {
  const signIn = JSON.stringify({
    id: '1',
    createdDateTime: 'x',
    userPrincipalName: 'a',
    appDisplayName: 'b',
    ipAddress: 'c',
  });
  const { rows, reading } = readAccess([signIn, signIn, JSON.stringify(bind('a')), '{"no":"log"}', ''].join('\n'));
  expect(rows.map(({ state, line }) => [state, line])).toEqual([
    ['record', 3],
    ['unreadable', 4],
  ]);
  expect(reading).toMatchObject({ rows: 2, foreign: { line: 1, rows: 2 } });
});

test('audit records after a foreign table are not skipped', () => {
  const trace = 'Received,SenderAddress,RecipientAddress,Status\n2001-09-12,a@x.example,b@x.example,Delivered\n';
  expect(readAccess(`${trace}RecordId,CreationDate,AuditData\n1,2001-09-12,"{}"\n`).rows).toMatchObject([
    { state: 'unreadable', operation: null },
  ]);
});

test.each([
  ['a record without an id', JSON.stringify({ ...bind('a'), Id: undefined })],
  ['a row of nothing known', '{"a":1}'],
  ['a table of nothing known', 'name;amount\nx;1\n'],
])('%s still counts as an unreadable row', (_, text) => {
  const { rows, reading } = readAccess(text);
  expect(rows[0]?.state).toBe('unreadable');
  expect(reading.foreign).toBeNull();
});
