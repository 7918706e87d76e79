import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { feedReused, giveReused, PIECE_SIZES } from '../../../core/test/reused-buffer.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import type { Decompressed } from '../../src/evidence/reader/decompress.ts';
import { inflateRaw } from '../../src/evidence/reader/decompress.ts';
import { fromUtf16 } from '../../src/evidence/reader/from-utf16.ts';
import { gunzip } from '../../src/evidence/reader/gunzip.ts';
import { createMessagePort, isKept } from '../../src/evidence/reader/message-port.ts';
import { PackedSource } from '../../src/evidence/reader/packed-source.ts';
import { unzstd } from '../../src/evidence/reader/unzstd.ts';
import { makeMessage } from './evidence-kit.ts';

// Readers of the lab; those of core have tests of their own beside them, with the same kit.

/** Every line differs, so that bytes of another place show. */
const text = Buffer.from(makeMessage(1, `\n${Array.from({ length: 9_000 }, (_, at) => `line ${at}\n`).join('')}`));

test.each([...PIECE_SIZES, 1024 * 1024])(
  'a message that is kept whole is the one that came in pieces of %i',
  (size) => {
    const work = { is: 'whole', openTaker: () => ({ wants: () => true, take: async () => ({}) }) } as const;
    const { reader } = createMessagePort(createNodeRuntime(), [{}], work);
    for (let time = 0; time < 2; time += 1) {
      feedReused(text, size, (piece) => reader.write(piece));
      const content = reader.end();
      expect(isKept(content) && text.equals(content.kept)).toBe(true);
    }
    let last: Uint8Array = new Uint8Array(0);
    feedReused(text, size, (piece) => {
      const content = reader.end(piece);
      last = isKept(content) ? content.kept : last;
    });
    expect(Buffer.from(last).equals(text.subarray(-last.length))).toBe(true);
  },
);

const unpackers: readonly (readonly [string, Buffer, (pieces: Iterable<Buffer>) => Decompressed])[] = [
  ['gzip', gzipSync(text), gunzip],
  ['zstd', zstdCompressSync(text), unzstd],
  ['deflate', deflateRawSync(text), inflateRaw],
  ['UTF-16', Buffer.from(text.toString('latin1'), 'utf16le'), (pieces) => fromUtf16(pieces, 'utf-16le')],
];

test.each(unpackers)('%s is unpacked the same from one buffer that is overwritten', async (_, packed, unpack) => {
  for (const size of [7, 1000, 65_536]) {
    const pieces: Buffer[] = [];
    for await (const chunk of unpack(giveReused(packed, size)).chunks) pieces.push(chunk);
    expect(Buffer.concat(pieces).equals(text), `pieces of ${size}`).toBe(true);
  }
});

test.each([1, 7, 100, 65_536])(
  'what is taken of packed bytes in pieces of %i is there to be given back',
  async (size) => {
    const source = new PackedSource(giveReused(text, size));
    const first = await source.take(150);
    expect(first?.equals(text.subarray(0, 150))).toBe(true);
    source.giveBack(50);
    const second = await source.take(60);
    expect(second?.equals(text.subarray(100, 160))).toBe(true);
    const rest: Buffer[] = [];
    for (let piece = await source.takeSome(4_096); piece !== null; piece = await source.takeSome(4_096))
      rest.push(Buffer.from(piece));
    expect(Buffer.concat(rest).equals(text.subarray(160))).toBe(true);
  },
);
