import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { openAttachment } from '../../../src/impact/finding/attachment-text.ts';
import { Passwords } from '../../../src/impact/finding/locked/passwords.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';

const MEBIBYTE = 1024 * 1024;

const passwords = new Passwords(() => []);
const open = (bytes: Buffer) =>
  openAttachment(createNodeRuntime(), bytes, { name: 'a.zip', type: '' }, { ocr: false, passwords });

test('a locked member is encrypted, with its size, and the others are read', async () => {
  const zip = makeZip([
    { name: 'a.txt', content: 'locked', encrypted: true },
    { name: 'b.txt', content: 'open' },
  ]);
  expect(await open(zip)).toEqual({
    text: 'open',
    unread: [{ reason: 'encrypted', parts: 1, bytes: deflateRawSync('locked').length }],
  });
});

test('a list of members that is damaged from its beginning costs the whole file', async () => {
  const zip = makeZip([{ name: 'a.txt', content: 'text' }]);
  zip.write('XX', zip.indexOf('PK\u0001\u0002', 0, 'latin1'), 'latin1');
  expect((await open(zip)).unread).toEqual([{ reason: 'damaged', parts: 1, bytes: zip.length }]);
});

test('10,000 members are read, and those behind them are counted', async () => {
  const zip = makeZip(Array.from({ length: 10_003 }, (_, at) => ({ name: `${at}.txt`, content: 'x', stored: true })));
  const { text, unread } = await open(zip);
  expect(text.split('\n').length).toBe(10_000);
  expect(unread).toEqual([{ reason: 'too-large', parts: 3, bytes: 3 }]);
});

test('what packed files unpack to is limited together', async () => {
  const packed = gzipSync(Buffer.alloc(60 * MEBIBYTE));
  const { unread } = await open(
    makeZip(['a.gz', 'b.gz', 'c.gz'].map((name) => ({ name, content: packed, stored: true }))),
  );
  expect(unread).toEqual([
    { reason: 'no-reader', parts: 2, bytes: 120 * MEBIBYTE },
    { reason: 'too-large', parts: 1, bytes: packed.length },
  ]);
});

test('text is searched up to 16 Mi characters of an attachment, and the rest is counted', async () => {
  const long = Buffer.alloc(10 * MEBIBYTE, 'a');
  const { text, unread } = await open(makeZip(['a', 'b'].map((name) => ({ name, content: long }))));
  expect(text.length).toBe(16 * MEBIBYTE + '\n'.length);
  expect(unread).toEqual([{ reason: 'too-large', parts: 1, bytes: 4 * MEBIBYTE }]);
});
