import { toRowPlace } from '@candor/core/evidence/record';
import { expect, test } from 'vitest';
import { bind, readAccess } from './fictional-access.ts';

const json = (id: string): string => JSON.stringify(bind(id));
const csv = `RecordType,CreationDate,UserIds,Operations,AuditData\n50,x,y,MailItemsAccessed,"${json('a').replaceAll('"', '""')}"\n`;
const tables = JSON.stringify({
  tables: [{ columns: [{ name: 'RawEventData' }], rows: [[json('a')]] }],
});

// Each file holds one record. The place must lead whoever opens the file to it, whatever the file's name says.
test.each([
  ['JSON Lines', `\n${json('a')}\n`, 'log:2'],
  ['a list', `[\n${json('a')}\n]`, 'log, element 1'],
  ['a page', JSON.stringify({ value: [bind('a')] }), 'log, element 1'],
  ['one object on many lines', JSON.stringify(bind('a'), null, 2), 'log, element 1'],
  ['tables', tables, 'log, row 1'],
  ['CSV', csv, 'log, row 1'],
  ['CSV behind a #TYPE line and a byte order mark', `\ufeff#TYPE Selected\r\n${csv}`, 'log, row 1'],
  ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le'), 'log, row 1'],
])('cites a record of %s by the number it counts', (_, content, place) => {
  const { rows, reading } = readAccess(content);
  expect(rows.map(({ state }) => state)).toEqual(['record']);
  expect(toRowPlace('log', reading.unit, rows[0]?.line ?? 0)).toBe(place);
});
