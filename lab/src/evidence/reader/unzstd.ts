import { createZstdDecompress } from 'node:zlib';
import type { Decompressed } from './decompress.ts';
import { OUTPUT_CHUNK_BYTES, PackedSource, readExactly, UnpackEngine } from './packed-source.ts';

// Node's decompressor stops or continues at the end of a frame depending on chunking. This splits frames and blocks
// (RFC 8878), so that all frames are returned, trailing bytes are left, and no piece gives more than one block of at
// most 128 KB.

const MAGIC = 0xfd2fb528;
/** The lowest of sixteen, of frames whose content is for other programs. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4] as const;
const CONTENT_SIZE_BYTES = [0, 2, 4, 8] as const;
const REPEATED_BLOCK = 1;
const SKIP_STEP_BYTES = 64 * 1024;

export function unzstd(packed: AsyncIterable<Buffer> | Iterable<Buffer>): Decompressed {
  const source = new PackedSource(packed);
  let whole = false;
  async function* unpack(): AsyncGenerator<Buffer> {
    for (let isFirst = true; ; isFirst = false) {
      const start = source.used;
      const magic = (await source.take(MAGIC_BYTES))?.readUInt32LE(0) ?? null;
      if (magic === MAGIC) yield* unpackFrame(source);
      else if (magic !== null && magic >>> 4 === SKIPPABLE_MAGIC >>> 4) await skipFrame(source);
      else if (isFirst) throw new Error('no zstd data');
      else {
        source.giveBack(source.used - start);
        break;
      }
    }
    whole = true;
  }
  return { chunks: unpack(), usedBytes: () => source.used, isWhole: () => whole };
}

async function skipFrame(source: PackedSource): Promise<void> {
  for (let left = (await readExactly(source, 4)).readUInt32LE(0); left > 0; ) {
    const piece = await source.takeSome(Math.min(left, SKIP_STEP_BYTES));
    if (piece === null) throw new Error('unexpected end of file');
    left -= piece.length;
  }
}

async function* unpackFrame(source: PackedSource): AsyncGenerator<Buffer> {
  const engine = new UnpackEngine(createZstdDecompress({ chunkSize: OUTPUT_CHUNK_BYTES }));
  try {
    const { bytes, hasChecksum } = await takeHeader(source);
    for (let before = bytes, isLast = false; !isLast; before = Buffer.alloc(0)) {
      const block = await takeBlock(source);
      isLast = block.isLast;
      yield* drain(await engine.write(Buffer.concat([before, block.bytes])));
    }
    // By itself: a small message is one block, and comes out also where its checksum is wrong.
    if (hasChecksum) yield* drain(await engine.write(await readExactly(source, CHECKSUM_BYTES)));
    yield* drain(await engine.end());
  } finally {
    engine.close();
  }
}

async function takeHeader(source: PackedSource): Promise<{ readonly bytes: Buffer; readonly hasChecksum: boolean }> {
  const magic = Buffer.alloc(MAGIC_BYTES);
  magic.writeUInt32LE(MAGIC, 0);
  const descriptor = await readExactly(source, 1);
  const flags = descriptor[0] ?? 0;
  const isSingle = (flags & 0x20) !== 0;
  const contentSize = CONTENT_SIZE_BYTES[(flags >> 6) as 0 | 1 | 2 | 3] || (isSingle ? 1 : 0);
  const window = isSingle ? 0 : 1;
  const rest = await readExactly(source, window + DICTIONARY_ID_BYTES[(flags & 3) as 0 | 1 | 2 | 3] + contentSize);
  return { bytes: Buffer.concat([magic, descriptor, rest]), hasChecksum: (flags & 4) !== 0 };
}

async function takeBlock(source: PackedSource): Promise<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  const header = await readExactly(source, BLOCK_HEADER_BYTES);
  const fields = header.readUIntLE(0, BLOCK_HEADER_BYTES);
  const content = await readExactly(source, ((fields >> 1) & 3) === REPEATED_BLOCK ? 1 : fields >> 3);
  return { bytes: Buffer.concat([header, content]), isLast: (fields & 1) !== 0 };
}

function* drain({ chunks, cause }: Awaited<ReturnType<UnpackEngine['write']>>): Generator<Buffer> {
  yield* chunks;
  if (cause !== null) throw cause;
}
