import { createZstdCompress, constants as zlib, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unzstd } from '../../src/evidence/reader/unzstd.ts';
import { expectRestLeft, unpackPieces } from './unpack-pieces.ts';

const text = Buffer.from(
  Array.from({ length: 40_000 }, (_, line) => `Berth ${line * 7919} is free ${line % 17}\n`).join(''),
);
const checked = { params: { [zlib.ZSTD_c_checksumFlag]: 1 } };
const skippable = Buffer.from('5a2a4d1804000000abcdabcd', 'hex');

const unpack = (packed: Buffer, pieceBytes?: number) => unpackPieces(unzstd, packed, pieceBytes);

/** As a server writes a message whose length it does not know before. */
async function compressStream(bytes: Buffer): Promise<Buffer> {
  const stream = createZstdCompress();
  stream.end(bytes);
  const out: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) out.push(chunk);
  return Buffer.concat(out);
}

describe('intact data', () => {
  test('round-trips in chunks of any size, one frame or several', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.uint8Array({ maxLength: 5000 }), fc.boolean(), fc.boolean()), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.integer({ min: 1, max: 3000 }),
        async (frames, pieceBytes) => {
          const packed = Buffer.concat(
            frames.flatMap(([frame, isChecked, isSkipped]) => [
              isSkipped ? skippable : Buffer.alloc(0),
              zstdCompressSync(frame, isChecked ? checked : {}),
            ]),
          );
          const found = await unpack(packed, pieceBytes);
          expect(found.cause).toBeNull();
          expect(found.text.equals(Buffer.concat(frames.map(([frame]) => frame)))).toBe(true);
          expect([found.used, found.whole]).toEqual([packed.length, true]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('long data in several blocks, with and without a leading length', async () => {
    for (const packed of [zstdCompressSync(text), zstdCompressSync(text, checked), await compressStream(text)]) {
      for (const pieceBytes of [1000, packed.length]) {
        const found = await unpack(packed, pieceBytes);
        expect([found.cause, found.text.equals(text), found.used]).toEqual([null, true, packed.length]);
      }
    }
  });

  test('leaves what follows untouched and uncounted', async () => {
    const rests = ['x', '\x28\xb5\x2f', 'no zstd data', '\0'.repeat(600)];
    await expectRestLeft(unzstd, { packed: zstdCompressSync(text), text }, rests, 7);
  });
});

describe('damaged data', () => {
  test('gives what precedes the damage', async () => {
    const packed = zstdCompressSync(text, checked);
    const cut = await unpack(packed.subarray(0, packed.length - 2));
    expect([cut.cause, cut.whole]).toEqual([new Error('unexpected end of file'), false]);
    expect(cut.text.equals(text)).toBe(true);
    const shorter = await unpack(packed.subarray(0, packed.length - 6));
    expect([shorter.cause, shorter.whole]).toEqual([new Error('unexpected end of file'), false]);
    expect(shorter.text.length).toBeGreaterThan(text.length / 2);
    expect(text.subarray(0, shorter.text.length).equals(shorter.text)).toBe(true);
    const wrong = Buffer.from(packed);
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
    const found = await unpack(wrong);
    expect([String(found.cause), found.whole]).toEqual(["Error: Restored data doesn't match checksum", false]);
    expect(found.text.equals(text)).toBe(true);
  });

  test('is not zstd, or has a frame cut in its header', async () => {
    for (const packed of ['', 'x', 'no zstd data']) expect((await unpack(Buffer.from(packed))).cause).not.toBeNull();
    for (const length of [4, 5, 6, 8]) {
      expect((await unpack(zstdCompressSync(text).subarray(0, length))).cause).not.toBeNull();
      expect((await unpack(skippable.subarray(0, length))).cause).not.toBeNull();
    }
  });

  test('ends when wrong anywhere', async () => {
    const packed = zstdCompressSync(text.subarray(0, 3000), checked);
    for (let at = 0; at < packed.length; at += 1) {
      const wrong = Buffer.from(packed);
      wrong[at] = (wrong[at] ?? 0) ^ 0x55;
      const found = await unpack(wrong, 100);
      expect(found.cause === null && found.text.length > 0, `byte ${at}`).toBe(false);
    }
  });
});

test('a bomb is returned block by block', async () => {
  const unpacking = unzstd([zstdCompressSync(Buffer.alloc(100_000_000, 7))]);
  let taken = 0;
  for await (const chunk of unpacking.chunks) {
    expect(chunk.length).toBeLessThanOrEqual(128 * 1024);
    taken += chunk.length;
    if (taken > 1_000_000) break;
  }
  expect(unpacking.usedBytes()).toBeLessThan(500);
});
