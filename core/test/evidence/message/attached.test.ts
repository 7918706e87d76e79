import { expect, test } from 'vitest';
import { read, readInPieces, readResult, toBytes } from './fictional-message.ts';

const INNER = 'Message-ID: <inner@x.example>\nFrom: a@inner.example\nDate: Mon, 10 Sep 2001 08:00:00 +0000\n\nText.\n';

const wrap = (head: string, content: string): string =>
  `From: b@outer.example\nContent-Type: multipart/mixed; boundary=b${content.length}\n\n--b${content.length}\n${head}\n\n${content}\n--b${content.length}--\n`;
const encode = (text: string): string => Buffer.from(text).toString('base64');

const FORMS: readonly (readonly [string, string, string])[] = [
  ['message/rfc822', 'Content-Type: message/rfc822', INNER],
  ['message/global', 'Content-Type: message/global', INNER],
  ['bytes', 'Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64', encode(INNER)],
  ['a named text', 'Content-Type: text/plain; name="A.EML"', INNER],
  ['any type with that name', 'Content-Type: x/y\nContent-Disposition: attachment; filename=a.eml', INNER],
];

test.each(FORMS)('an attached message as %s has its own fingerprint, names and addresses', (_, head, content) => {
  const { attached, addresses } = read(wrap(head, content));
  // The line end before a boundary belongs to the boundary, in text as in bytes.
  expect(attached).toEqual([{ fingerprint: read(INNER).fingerprint, names: ['inner@x.example'] }]);
  expect(addresses.filter(({ role }) => role === 'attached').map(({ address }) => address)).toEqual([
    'a@inner.example',
  ]);
});

test.each<readonly [string, string, string]>([
  ['bytes without a Message-ID', 'Content-Type: application/octet-stream', INNER.replace(/^.*\n/, '')],
  ['bytes that begin with something else', 'Content-Type: application/octet-stream', `Dear all,\n${INNER}`],
  ['inline text', 'Content-Type: text/plain', INNER],
  ['a file of another type and name', 'Content-Type: application/pdf; name=a.pdf', INNER],
  ['a name with eml inside', 'Content-Type: text/plain; name=a.eml.txt', INNER],
])('%s is no attached message', (_, head, content) => {
  const { attached, addresses } = read(wrap(head, content));
  expect(attached).toEqual([]);
  expect(addresses.map(({ role }) => role)).toEqual(['from']);
});

test('a part without a Message-ID is one by its type', () => {
  const inner = INNER.replace(/^.*\n/, '');
  expect(read(wrap('Content-Type: message/rfc822', inner)).attached).toEqual([
    { fingerprint: read(inner).fingerprint, names: [] },
  ]);
});

test('at any depth, the outer one first', () => {
  const middle = `Message-ID: <middle>\n${wrap('Content-Type: application/octet-stream', INNER)}`;
  const outer = `Message-ID: <outer>\n${wrap('Content-Type: message/rfc822', middle)}`;
  const { attached } = read(wrap('Content-Type: message/rfc822', outer));
  expect(attached.map(({ names }) => names)).toEqual([['outer'], ['middle'], ['inner@x.example']]);
  expect(attached.map(({ fingerprint }) => fingerprint)).toEqual(
    [outer, middle, INNER].map((m) => read(m).fingerprint),
  );
});

test('sixty-five messages inside each other are said to lie too deep', () => {
  let message = INNER;
  for (let depth = 0; depth < 65; depth += 1) message = `Content-Type: message/rfc822\n\n${message}`;
  const { reading, limits } = readResult(message);
  expect(reading.attached.length).toBe(64);
  expect(limits).toEqual(['attached-too-deep']);
});

test('pieces of any size, also in one buffer that is overwritten, give the same', () => {
  const middle = wrap('Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64', encode(INNER));
  const message = wrap('Content-Type: message/rfc822', `\n \nMessage-ID: <m>\n${middle}`);
  const whole = readResult(message);
  expect(whole.reading.attached.length).toBe(2);
  for (const size of [1, 7, 64]) expect(readInPieces(toBytes(message), [size], false)).toEqual(whole);
});

test('limits of bytes that turn out to be no message are not said', () => {
  const names = Array.from({ length: 2000 }, (_, at) => `X-Google-Original-Message-ID: <${at}>\n`).join('');
  expect(readResult(wrap('Content-Type: application/octet-stream', `${names}\n`)).limits).toEqual([]);
  expect(readResult(wrap('Content-Type: application/octet-stream', `Message-ID: <a>\n${names}\n`)).limits).toEqual([
    'too-many-names',
  ]);
});
