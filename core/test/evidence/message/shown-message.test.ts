import { readShownMessage, readShownText } from '@candor/core/evidence/message';
import { expect, test } from 'vitest';
import { runtime, toBytes } from './fictional-message.ts';

const read = (text: string) => readShownMessage(runtime, toBytes(text.replaceAll('\n', '\r\n')));

test('names are shown beside addresses, also a name that is an address', () => {
  const { addresses } = read(
    [
      'From: "Ana Novak" <a.novak@northwind.example>',
      'To: =?utf-8?Q?J=C3=BCrg_W=2C?= <j@harbor.example>, ops@harbor.example (on call), undisclosed-recipients:;',
      'Cc: "ceo@bank.example" <thief@crook.example>, "a, \\"b\\"" <c@harbor.example>, nobody',
      '',
      'x',
    ].join('\n'),
  );
  expect(addresses.map(({ role, name, address, unreadable }) => [role, name, address, unreadable])).toEqual([
    ['from', 'Ana Novak', 'a.novak@northwind.example', null],
    ['to', 'Jürg W,', 'j@harbor.example', null],
    ['to', 'on call', 'ops@harbor.example', null],
    ['cc', 'ceo@bank.example', 'thief@crook.example', null],
    ['cc', 'a, "b"', 'c@harbor.example', null],
    ['cc', '', 'nobody', 'no-domain'],
  ]);
});

test('every leaf names its multipart, its parameters and its id', () => {
  const { parts } = read(
    [
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; format=Flowed; delsp=yes; charset=utf-8',
      '',
      'caf\xc3\xa9',
      '--b',
      'Content-Type: multipart/related; boundary=c',
      '',
      '--c',
      'Content-Type: text/html',
      '',
      '<p>x',
      '--c',
      'Content-Type: image/png; name=x.png',
      'Content-ID: <logo@harbor.example>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw==',
      '--c--',
      '--b--',
      '--a',
      'Content-Type: multipart/alternative; boundary=d',
      '',
      '--d',
      '',
      'second',
      '--d--',
      '--a--',
    ].join('\n'),
  );
  const [plain, html, picture, second] = parts;
  expect(parts.map(({ type, contentId, inline }) => [type, contentId, inline])).toEqual([
    ['text/plain', null, true],
    ['text/html', null, true],
    ['image/png', 'logo@harbor.example', false],
    ['text/plain', null, true],
  ]);
  expect(plain?.parameters.get('format')).toBe('Flowed');
  expect(plain === undefined ? '' : readShownText(runtime, plain)).toBe('café');
  expect([...(picture?.bytes ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(html?.multipart?.type).toBe('multipart/related');
  expect(html?.multipart?.within).toBe(plain?.multipart);
  expect(second?.multipart?.type).toBe('multipart/alternative');
  expect(second?.multipart).not.toBe(plain?.multipart);
  expect(second?.multipart?.within).toBe(plain?.multipart?.within);
});

test('the first of a repeated field counts, and the repetition is reported, in parts too', () => {
  const { subject, repeated, parts } = read(
    [
      'Subject: first',
      'Subject: second',
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Type: text/plain',
      'Content-Type: text/html',
      '',
      'x',
      '--a--',
    ].join('\n'),
  );
  expect(subject).toBe('first');
  expect(repeated).toEqual(['subject', 'content-type']);
  expect(parts.map(({ type }) => type)).toEqual(['text/plain']);
});

test('parts and addresses beyond the limits are counted but not kept', () => {
  const parts = Array.from({ length: 1200 }, () => '--a\n\nx').join('\n');
  const addresses = Array.from({ length: 6000 }, (_, at) => `u${at}@harbor.example`).join(',\n ');
  const message = read(`To: ${addresses}\nContent-Type: multipart/mixed; boundary=a\n\n${parts}\n--a--`);
  expect(message.parts).toHaveLength(1000);
  expect(message.furtherParts).toBe(200);
  expect(message.addresses).toHaveLength(5000);
  expect(message.hasFurtherAddresses).toBe(true);
});

test('input that is not a message gives an empty message', () => {
  const empty = read('');
  expect([empty.subject, empty.date, empty.dateText, empty.messageId, empty.addresses]).toEqual([
    '',
    null,
    '',
    null,
    [],
  ]);
  expect(readShownMessage(runtime, new Uint8Array([0, 255, 10, 10, 0])).parts).toHaveLength(1);
});

test('keeps the date as written, with its zone', () => {
  const { date, dateText } = read('Date: Fri, 12 Oct 2001 16:05:31 +0200\n\n');
  expect([date, dateText]).toEqual([1002895531, 'Fri, 12 Oct 2001 16:05:31 +0200']);
});

test('reads a text whose charset is named in an RFC 2231 form', () => {
  const { parts } = read("Content-Type: text/plain; charset*=us-ascii''koi8-r\n\n\xc1");
  expect(parts.map((part) => readShownText(runtime, part))).toEqual(['а']);
});
