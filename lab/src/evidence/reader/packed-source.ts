import type { InflateRaw, ZstdDecompress } from 'node:zlib';

export const OUTPUT_CHUNK_BYTES = 128 * 1024;

/** Packed bytes, taken in pieces of any size; the last piece can be given back in part. */
export class PackedSource {
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

/** @throws where there are fewer. */
export async function readExactly(source: PackedSource, length: number): Promise<Buffer> {
  const bytes = await source.take(length);
  if (bytes === null) throw new Error('unexpected end of file');
  return bytes;
}

interface Unpacked {
  readonly chunks: readonly Buffer[];
  /** These bytes of the piece lie behind the end of the packed data. */
  readonly unused: number;
  readonly cause: unknown;
}

/** Unpacks the data of one member or frame, piece by piece. */
export class UnpackEngine {
  hasEnded = false;
  readonly #engine: InflateRaw | ZstdDecompress;
  #chunks: Buffer[] = [];
  #cause: unknown = null;
  #settle: () => void = () => {};
  #given = 0;

  constructor(engine: InflateRaw | ZstdDecompress) {
    this.#engine = engine;
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
  async write(piece: Buffer): Promise<Unpacked> {
    this.#given += piece.length;
    await new Promise<void>((resolve) => {
      this.#settle = resolve;
      // Copied: the engine may hold it while the source reads on.
      this.#engine.write(Buffer.from(piece), (cause) => {
        this.#cause ??= cause ?? null;
        resolve();
      });
    });
    return this.#take();
  }

  /** No piece follows. */
  async end(): Promise<Unpacked> {
    await new Promise<void>((resolve) => {
      this.#settle = resolve;
      if (this.hasEnded || this.#cause !== null) resolve();
      else this.#engine.end();
    });
    return this.#take();
  }

  #take(): Unpacked {
    const chunks = this.#chunks;
    this.#chunks = [];
    return { chunks, unused: this.hasEnded ? this.#given - this.#engine.bytesWritten : 0, cause: this.#cause };
  }

  close(): void {
    this.#engine.destroy();
  }
}
