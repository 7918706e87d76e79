import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gunzip } from '../../src/evidence/reader/gunzip.ts';
import { expectRestLeft, unpackPieces } from './unpack-pieces.ts';

const text = Buffer.from(
  Array.from({ length: 400 }, (_, line) => `Berth ${line * 7919} is free ${line % 17}\n`).join(''),
);

const unpack = (packed: Buffer, pieceBytes?: number) => unpackPieces(gunzip, packed, pieceBytes);

describe('intact data', () => {
  test('round-trips in chunks of any size, one member or several', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 3000 }),
        async (members, pieceBytes) => {
          const packed = Buffer.concat(members.map((member) => gzipSync(member)));
          const found = await unpack(packed, pieceBytes);
          expect(found.cause).toBeNull();
          expect(found.text.equals(Buffer.concat(members))).toBe(true);
          expect([found.used, found.whole]).toEqual([packed.length, true]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('may have a name, a comment, extra fields and a header checksum', async () => {
    const plain = gzipSync(text);
    const extras = Buffer.concat([Buffer.from([3, 0, 1, 2, 3]), Buffer.from('name\0comment\0'), Buffer.from([9, 9])]);
    const packed = Buffer.concat([plain.subarray(0, 10), extras, plain.subarray(10)]);
    packed[3] = 0x1e;
    for (const pieceBytes of [1, 7, packed.length]) {
      const found = await unpack(packed, pieceBytes);
      expect([found.cause, found.text.equals(text)]).toEqual([null, true]);
    }
  });

  test('leaves what follows untouched and uncounted', async () => {
    const rests = ['x', '\x1f', '\x1f\x8b', 'no gzip data', '\0'.repeat(600)];
    await expectRestLeft(gunzip, { packed: gzipSync(text), text }, rests, 1);
  });
});

describe('damaged data', () => {
  test.each([
    ['checksum', 8, 'the checksum is wrong'],
    ['length', 4, 'the length is wrong'],
  ])('reports a wrong %s after giving everything', async (_, fromEnd, words) => {
    const packed = gzipSync(text);
    packed[packed.length - fromEnd] = (packed[packed.length - fromEnd] ?? 0) ^ 1;
    const found = await unpack(packed);
    expect(found.text.equals(text)).toBe(true);
    expect(String(found.cause)).toContain(words);
    expect(found.whole).toBe(false);
  });

  test('cut anywhere, gives the beginning and reports it', async () => {
    const packed = gzipSync(text);
    for (let length = 0; length < packed.length; length += 23) {
      const found = await unpack(packed.subarray(0, length));
      expect(found.cause).toBeInstanceOf(Error);
      expect(text.subarray(0, found.text.length).equals(found.text)).toBe(true);
    }
    expect((await unpack(packed.subarray(0, packed.length - 9))).text.length).toBeGreaterThan(text.length * 0.9);
  });

  test('loses no more than the damaged chunk', async () => {
    const large = gzipSync(Buffer.concat(Array.from({ length: 40 }, (_, at) => gzipSync(`${at}${text}`))));
    const broken = Buffer.from(large);
    broken.fill(0xff, large.length - 2000, large.length - 1900);
    const found = await unpack(broken);
    expect(found.cause).toBeInstanceOf(Error);
    expect(found.text.length).toBeGreaterThan((large.length - 2000) * 0.9);
  });

  test('ends for any changed byte', async () => {
    const packed = gzipSync(text.subarray(0, 2000));
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.nat(255), async (at, value) => {
        const changed = Buffer.from(packed);
        changed[at] = value;
        const found = await unpack(changed);
        expect(found.whole || found.cause instanceof Error).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
