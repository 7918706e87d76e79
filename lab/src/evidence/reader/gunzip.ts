import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import type { Decompressed } from './decompress.ts';

// Node's own Gunzip gives nothing of a piece in which the checksum is wrong or something other than gzip data follows, and small files are
// one piece. Here the members are taken apart (RFC 1952), so that everything that was unpacked comes out first and what follows is left.

const MAGIC = [0x1f, 0x8b, 0x08] as const;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const FLAG = { headerChecksum: 0x02, extra: 0x04, name: 0x08, comment: 0x10 } as const;
/** Name and comment of a member; a longer one is no gzip. */
const HEADER_TEXT_BYTES = 64 * 1024;
/** Packed bytes handed over at once: what damage costs of the data before it. Few at first, since small files lose most. */
const FIRST_STEP_BYTES = 1024;
const STEP_BYTES = 16 * 1024;
const OUTPUT_CHUNK_BYTES = 128 * 1024;

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

/** False when no further member follows; what is there then is not taken. */
async function readHeader(source: PackedSource, isFirst: boolean): Promise<boolean> {
  const start = source.used;
  const magic = await source.take(MAGIC.length);
  if (magic === null || !MAGIC.every((byte, at) => magic[at] === byte)) {
    if (isFirst) throw new Error('no gzip data');
    source.giveBack(source.used - start);
    return false;
  }
  const rest = await takeAll(source, HEADER_BYTES - MAGIC.length);
  const flags = rest[0] ?? 0;
  if ((flags & FLAG.extra) !== 0) await takeAll(source, (await takeAll(source, 2)).readUInt16LE(0));
  for (const text of [FLAG.name, FLAG.comment]) if ((flags & text) !== 0) await skipText(source);
  if ((flags & FLAG.headerChecksum) !== 0) await takeAll(source, 2);
  return true;
}

async function skipText(source: PackedSource): Promise<void> {
  for (let length = 0; length < HEADER_TEXT_BYTES; length += 1) {
    if ((await takeAll(source, 1))[0] === 0) return;
  }
  throw new Error('its header has no end');
}

async function takeAll(source: PackedSource, length: number): Promise<Buffer> {
  const bytes = await source.take(length);
  if (bytes === null) throw new Error('unexpected end of file');
  return bytes;
}

async function* unpackMember(source: PackedSource): AsyncGenerator<Buffer> {
  const inflation = new Inflation();
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
  const trailer = await takeAll(source, TRAILER_BYTES);
  if (trailer.readUInt32LE(0) !== sum) throw new Error('the checksum is wrong');
  if (trailer.readUInt32LE(4) !== length) throw new Error('the length is wrong');
}

interface Inflated {
  readonly chunks: readonly Buffer[];
  /** Bytes of the piece that lie behind the end of the packed data. */
  readonly unused: number;
  readonly cause: unknown;
}

/** The data of one member, piece by piece. */
class Inflation {
  hasEnded = false;
  readonly #engine: InflateRaw = createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES });
  #chunks: Buffer[] = [];
  #cause: unknown = null;
  #settle: () => void = () => {};
  #given = 0;

  constructor() {
    this.#engine.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#engine.on('end', () => {
      this.hasEnded = true;
      this.#settle();
    });
    this.#engine.on('error', (cause) => {
      this.#cause = cause;
      this.#settle();
    });
  }

  /** The callback of a write never comes when the packed data end before the piece does; the end does. */
  async write(piece: Buffer): Promise<Inflated> {
    this.#given += piece.length;
    await new Promise<void>((resolve) => {
      this.#settle = resolve;
      // Copied: the engine may hold it while the source reads on.
      this.#engine.write(Buffer.from(piece), (cause) => {
        this.#cause ??= cause ?? null;
        resolve();
      });
    });
    const chunks = this.#chunks;
    this.#chunks = [];
    return { chunks, unused: this.hasEnded ? this.#given - this.#engine.bytesWritten : 0, cause: this.#cause };
  }

  close(): void {
    this.#engine.destroy();
  }
}

/** Packed bytes, taken in pieces of any size; the last piece can be given back in part. */
class PackedSource {
  /** Bytes taken and not given back. */
  used = 0;
  readonly #iterator: AsyncIterator<Buffer> | Iterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(packed: AsyncIterable<Buffer> | Iterable<Buffer>) {
    this.#iterator = Symbol.asyncIterator in packed ? packed[Symbol.asyncIterator]() : packed[Symbol.iterator]();
  }

  /** Exactly so many bytes; null, and the bytes left as taken, where there are fewer. */
  async take(length: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      const part = await this.takeSome(left);
      if (part === null) break;
      parts.push(Buffer.from(part));
      left -= part.length;
    }
    const bytes = Buffer.concat(parts);
    if (bytes.length < length) {
      this.#chunk = bytes;
      this.#at = bytes.length;
      return null;
    }
    if (parts.length > 1) {
      // What was taken out of two chunks must be there to be given back.
      this.#chunk = Buffer.concat([bytes, this.#chunk.subarray(this.#at)]);
      this.#at = bytes.length;
    }
    return bytes;
  }

  /** At most so many bytes, valid until the next are taken; null at the end. */
  async takeSome(limit: number): Promise<Buffer | null> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#iterator.next();
      if (next.done === true) return null;
      this.#chunk = next.value;
      this.#at = 0;
    }
    const piece = this.#chunk.subarray(this.#at, this.#at + limit);
    this.#at += piece.length;
    this.used += piece.length;
    return piece;
  }

  giveBack(length: number): void {
    this.#at -= length;
    this.used -= length;
  }
}
