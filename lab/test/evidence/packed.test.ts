import { createHash } from 'node:crypto';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decompressed } from '../../src/evidence/reader/decompress.ts';
import { fromUtf16 } from '../../src/evidence/reader/from-utf16.ts';
import { makeFolder, makeMbox, makeMessage, makeZip, take, toPlaces } from './evidence-kit.ts';

const hash = (content: string): string => createHash('sha256').update(content).digest('hex');
const toUtf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

async function decode({ chunks, usedBytes }: Decompressed) {
  const out: Buffer[] = [];
  for await (const chunk of chunks) out.push(chunk);
  return { bytes: Buffer.concat(out), used: usedBytes() };
}

describe('zstd', () => {
  test('unpacks compressed messages in a Maildir, mboxes and single messages', async () => {
    const maildir = 'Mail/cur/1000000000.M1P1.host,S=300,W=310:2,S';
    const message = makeMessage(1);
    const taken = await take(
      makeFolder({
        [maildir]: zstdCompressSync(message),
        'Mail/new/1000000001.M2P1.host': makeMessage(2),
        'Deals.mbox.zst': zstdCompressSync(makeMbox(makeMessage(3), makeMessage(4))),
        'a.eml.zst': zstdCompressSync(makeMessage(5)),
        'b.zst.gz': gzipSync(zstdCompressSync(makeZip([{ name: 'x/c.eml', content: makeMessage(6) }]))),
      }),
    );
    expect(taken.problems).toEqual([]);
    expect(toPlaces(taken)).toEqual([
      ['mail/Deals.mbox.zst#1', 'Deals'],
      ['mail/Deals.mbox.zst#2', 'Deals'],
      [`mail/${maildir}`, 'INBOX'],
      ['mail/Mail/new/1000000001.M2P1.host', 'INBOX'],
      ['mail/a.eml.zst', null],
      ['mail/b.zst.gz!x/c.eml', 'x'],
    ]);
    const row = taken.copies.find(([location]) => location === `mail/${maildir}`);
    expect([row?.[5], row?.[12], row?.[13], row?.[14], row?.[15]]).toEqual([
      1000000000,
      ['\0zstd'],
      0,
      message.length,
      hash(message),
    ]);
  });

  test('reports and accounts for truncated data or trailing bytes', async () => {
    const packed = zstdCompressSync(makeMbox(makeMessage(1)));
    const taken = await take(
      makeFolder({ 'a.zst': packed.subarray(0, -9), 'b.zst': Buffer.concat([packed, Buffer.from('xyz')]) }),
    );
    expect(taken.problems.map(({ code, place, text }) => [code, place, text])).toEqual([
      ['truncated', 'mail/a.zst', expect.stringContaining('is truncated')],
      ['trailing-bytes', 'mail/b.zst', 'The last 3 bytes are no part of the zstd data; they are quarantined.'],
    ]);
  });

  test('stops a bomb and reads what lies beside it', async () => {
    const bomb = zstdCompressSync(Buffer.concat([Buffer.from(makeMessage(1)), Buffer.alloc(200_000_000, 'x')]));
    const taken = await take(makeFolder({ 'a.eml.zst': bomb, 'b.eml': makeMessage(2) }));
    expect(taken.problems.map(({ code, place }) => [code, place])).toEqual([['bomb', 'mail/a.eml.zst']]);
    expect(toPlaces(taken)).toEqual([['mail/b.eml', null]]);
  });
});

describe('UTF-16 text', () => {
  const message = makeMessage(1, 'Content-Type: text/plain; charset=utf-8\n').replace('Text 1', 'Grüße aus 大阪');

  test('reads like the same text in UTF-8, and is reported', async () => {
    const big = toUtf16(message).swap16();
    const taken = await take(
      makeFolder({
        'a.eml': message,
        'b.eml': toUtf16(message),
        'c.eml': big,
        'd.mbox': toUtf16(makeMbox(makeMessage(3), makeMessage(4))),
        'Mail/cur/5.a': toUtf16(message),
        'Mail/new/6.a': makeMessage(7),
      }),
    );
    const same = taken.copies.filter((row) => row[3] === 'm1@harbor.example');
    expect(same.map((row) => [row[0], row[12]])).toEqual([
      ['mail/Mail/cur/5.a', ['\0utf-16le']],
      ['mail/a.eml', []],
      ['mail/b.eml', ['\0utf-16le']],
      ['mail/c.eml', ['\0utf-16be']],
    ]);
    expect(new Set(same.map((row) => `${row[7]} ${row[13]} ${row[14]} ${row[15]}`))).toEqual(
      new Set([`${same[0]?.[7]} 0 ${Buffer.byteLength(message)} ${hash(message)}`]),
    );
    expect(taken.copies).toHaveLength(7);
    expect(taken.problems.map(({ code, place, weight }) => [code, place, weight])).toEqual(
      ['Mail/cur/5.a', 'b.eml', 'c.eml', 'd.mbox'].map((name) => ['utf-16', `mail/${name}`, 'note']),
    );
    const item = taken.items.find(({ account }) => account.bytes.size === big.length);
    expect(item?.account.bytes).toEqual({ size: big.length, messages: 0, structure: big.length, quarantined: 0 });
  });

  test('with invalid units and an odd number of bytes', async () => {
    const odd = Buffer.concat([toUtf16(makeMessage(1)), Buffer.from([0, 0xd8, 0x41, 0, 0x41])]);
    const [row, ...rest] = (await take(makeFolder({ 'a.eml': odd }))).copies;
    expect([rest.length, row?.[3], row?.[15]]).toEqual([
      0,
      'm1@harbor.example',
      hash(`${makeMessage(1)}\ufffdA\ufffd`),
    ]);
  });

  test('gives the same in chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 9 }), async (bytes, pieceBytes) => {
        const head = Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]);
        const pieces = Array.from({ length: Math.ceil(head.length / pieceBytes) }, (_, at) =>
          head.subarray(at * pieceBytes, (at + 1) * pieceBytes),
        );
        const [whole, cut] = await Promise.all([[head], pieces].map((chunks) => decode(fromUtf16(chunks, 'utf-16le'))));
        expect(cut).toEqual(whole);
      }),
    );
  });

  test('that is not mail is not read', async () => {
    const taken = await take(makeFolder({ 'a.txt': toUtf16('Minutes of the meeting\n') }));
    expect(taken.problems.map(({ code, weight }) => [code, weight])).toEqual([['not-mail', 'person']]);
  });
});

test('a Maildir file that is neither text nor has a header is read as a message, and reported', async () => {
  const taken = await take(
    makeFolder({
      'cur/1000000000.a': deflateSync(makeMessage(1).repeat(9)),
      'cur/1000000000.d': makeZip([{ name: 'x.eml', content: makeMessage(1) }]),
      'cur/1000000000.b': 'No header, but text in \x1b$B and \xe9.\n',
      'cur/1000000000.c': `Odd: 1\nTo: b@partner.test\n\n\0\x01`,
    }),
  );
  expect(taken.copies.map((row) => row[0])).toEqual(['a', 'b', 'c', 'd'].map((name) => `mail/cur/1000000000.${name}`));
  expect(taken.problems.map(({ code, place, weight }) => [code, place, weight])).toEqual([
    ['maildir-no-text', 'mail/cur/1000000000.a', 'person'],
    ['maildir-no-text', 'mail/cur/1000000000.d', 'person'],
  ]);
});

test('does not read other compression, and names the command to unpack it', async () => {
  const taken = await take(
    makeFolder({ 'cur/1000000000.a': Buffer.from('fd377a585a00', 'hex'), 'cur/1000000000.b': 'BZh91AY' }),
  );
  expect(taken.problems.map(({ code, text }) => [code, text])).toEqual([
    ['packed', 'It is packed with xz, which is not supported; unpack it first (`xz -dc`).'],
    ['packed', 'It is packed with bzip2, which is not supported; unpack it first (`bzip2 -dc`).'],
  ]);
});
