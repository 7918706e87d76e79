import { crc32, createInflateRaw } from 'node:zlib';
import type { Decompressed } from './decompress.ts';
import { OUTPUT_CHUNK_BYTES, PackedSource, readExactly, UnpackEngine } from './packed-source.ts';

// Node's own Gunzip gives nothing of a piece in which the checksum is wrong or something other than gzip data follows,
// and small files are one piece. Here the members are taken apart (RFC 1952), so that everything that was unpacked
// comes out first and what follows is left.

const MAGIC = [0x1f, 0x8b, 0x08] as const;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const FLAG = { headerChecksum: 0x02, extra: 0x04, name: 0x08, comment: 0x10 } as const;
/** Name and comment of a member; a longer one is no gzip. */
const HEADER_TEXT_BYTES = 64 * 1024;
/**
 * Packed bytes handed over at once: what damage costs of the data before it. Few at first, since small files lose most.
 */
const FIRST_STEP_BYTES = 1024;
const STEP_BYTES = 16 * 1024;

export function gunzip(packed: AsyncIterable<Buffer> | Iterable<Buffer>): Decompressed {
  const source = new PackedSource(packed);
  let whole = false;
  async function* unpack(): AsyncGenerator<Buffer> {
    for (let member = 0; ; member += 1) {
      if (!(await readHeader(source, member === 0))) break;
      yield* unpackMember(source);
    }
    whole = true;
  }
  return { chunks: unpack(), usedBytes: () => source.used, isWhole: () => whole };
}

/** False when no further member follows; following bytes are left. */
async function readHeader(source: PackedSource, isFirst: boolean): Promise<boolean> {
  const start = source.used;
  const magic = await source.take(MAGIC.length);
  if (magic === null || !MAGIC.every((byte, at) => magic[at] === byte)) {
    if (isFirst) throw new Error('no gzip data');
    source.giveBack(source.used - start);
    return false;
  }
  const rest = await readExactly(source, HEADER_BYTES - MAGIC.length);
  const flags = rest[0] ?? 0;
  if ((flags & FLAG.extra) !== 0) await readExactly(source, (await readExactly(source, 2)).readUInt16LE(0));
  for (const text of [FLAG.name, FLAG.comment]) if ((flags & text) !== 0) await skipText(source);
  if ((flags & FLAG.headerChecksum) !== 0) await readExactly(source, 2);
  return true;
}

async function skipText(source: PackedSource): Promise<void> {
  for (let length = 0; length < HEADER_TEXT_BYTES; length += 1) {
    if ((await readExactly(source, 1))[0] === 0) return;
  }
  throw new Error('its header has no end');
}

async function* unpackMember(source: PackedSource): AsyncGenerator<Buffer> {
  const inflation = new UnpackEngine(createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES }));
  let sum = 0;
  let length = 0;
  try {
    for (let step = FIRST_STEP_BYTES; !inflation.hasEnded; step = source.used < STEP_BYTES ? step : STEP_BYTES) {
      const piece = await source.takeSome(step);
      if (piece === null) throw new Error('unexpected end of file');
      const { chunks, unused, cause } = await inflation.write(piece);
      source.giveBack(unused);
      for (const chunk of chunks) {
        sum = crc32(chunk, sum);
        length = (length + chunk.length) >>> 0;
        yield chunk;
      }
      if (cause !== null) throw cause;
    }
  } finally {
    inflation.close();
  }
  const trailer = await readExactly(source, TRAILER_BYTES);
  if (trailer.readUInt32LE(0) !== sum) throw new Error('the checksum is wrong');
  if (trailer.readUInt32LE(4) !== length) throw new Error('the length is wrong');
}
