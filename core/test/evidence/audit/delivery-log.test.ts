import { createDeliveryLogReader, type DeliveryRow } from '@candor/core/evidence/audit';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

function read(content: string | Uint8Array, size = 1024) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const found: DeliveryRow[] = [];
  const reader = createDeliveryLogReader(createNodeRuntime(), (row) => found.push(row));
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    buffer.set(piece);
    reader.push(buffer.subarray(0, piece.length));
    buffer.fill(0x2d);
  }
  return { ...reader.end(), found };
}

const T = Date.UTC(2001, 9, 29, 15, 24, 23) / 1000;
const ROW: DeliveryRow = { id: 'a@x.example', time: T, addresses: ['r@y.example', 's@z.example'] };
const TRACE =
  '"MessageId","Received","SenderAddress","RecipientAddress","Status"\r\n"<a@x.example>","2001-10-29T15:24:23","s@z.example","r@y.example","Delivered"\r\n';

test.each<readonly [string, string]>([
  ['as Get-MessageTrace exports it', TRACE],
  ['with a #TYPE line', `#TYPE Selected.System.Object\r\n${TRACE}`],
  ['with a byte order mark', `\ufeff${TRACE}`],
  ['joined of two, with the header again', `${TRACE}${TRACE.split('\r\n')[0]}\r\n`],
  [
    'of the historical search',
    'date_time_utc,message_id,sender_address,recipient_address\n2001-10-29T15:24:23.5Z,<a@x.example>,s@z.example,r@y.example\n',
  ],
  [
    'by when it began',
    'origin_timestamp_utc;message_id;Sender_Address;RECIPIENT_ADDRESS\n2001-10-29 15:24:23;a@x.example;s@z.example;r@y.example',
  ],
  [
    'of two times, Received',
    'DateTimeUtc,Received,MessageId,SenderAddress,RecipientAddress\n2001-01-01T00:00:00,2001-10-29T15:24:23,a@x.example,s@z.example,r@y.example\n',
  ],
  [
    'where Received is empty, the next',
    'Received\tDateTimeUtc\tMessageId\tSenderAddress\tRecipientAddress\n\t2001-10-29T15:24:23\ta@x.example\ts@z.example\tr@y.example\n',
  ],
  [
    'with a zone',
    'Received,MessageId,SenderAddress,RecipientAddress\n2001-10-29T17:24:23+02:00,a@x.example,s@z.example,r@y.example\n',
  ],
])('reads a trace %s', (_, text) => {
  for (const size of [1, 7, 4096]) expect(read(text, size)).toEqual({ rows: 1, unreadable: 0, found: [ROW] });
});

test('reads UTF-16 as Windows writes it', () => {
  expect(read(Buffer.from(`\ufeff${TRACE}`, 'utf16le'), 5).found).toEqual([ROW]);
});

test('splits several recipients', () => {
  const text = 'MessageId,Received,RecipientAddress\nm,2001-10-29T15:24:23,"a@x.example; b@x.example,c@x.example;"\n';
  expect(read(text).found[0]?.addresses).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
});

test('a failed row does not count, whatever it lacks', () => {
  const text = 'MessageId,Received,Status\nm,2001-10-29T15:24:23,FAILED\n,,Failed\nn,2001-10-29T15:24:23,Failed?\n';
  const { found, ...counts } = read(text);
  expect(counts).toEqual({ rows: 3, unreadable: 0 });
  expect(found.map(({ id }) => id)).toEqual(['n']);
});

test.each<readonly [string, string]>([
  ['no time', ',m'],
  ['a time that two countries read differently', '10/11/2001 15:24,m'],
  ['no id', '2001-10-29T15:24:23,'],
  ['an id of nothing', '2001-10-29T15:24:23,<>'],
  ['an open quote', '2001-10-29T15:24:23,"m'],
])('counts a row with %s as unreadable', (_, row) => {
  expect(read(`Received,MessageId\n${row}\n2001-10-29T15:24:23,n\n`)).toMatchObject({ rows: 2, unreadable: 1 });
});

test('without a header that names id and time nothing is read', () => {
  expect(read('a,b\n1,2\n')).toEqual({ rows: 2, unreadable: 2, found: [] });
  expect(read('Received,Subject\n2001-10-29T15:24:23,x\n')).toEqual({ rows: 2, unreadable: 2, found: [] });
  expect(read('')).toEqual({ rows: 0, unreadable: 0, found: [] });
});

test('a trace of ten thousand rows gives each', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `<${at}@x.example>,2001-10-29T15:24:23,r@y.example\n`);
  expect(read(`MessageId,Received,RecipientAddress\n${rows.join('')}`, 333).found.length).toBe(10_000);
});
