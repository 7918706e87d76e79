import { createInflateRaw, type InflateRaw } from 'node:zlib';

/** Packed bytes handed over at once: their worst output (1,032 times as much) is what memory must hold. */
const INPUT_STEP_BYTES = 16 * 1024;
const OUTPUT_CHUNK_BYTES = 128 * 1024;

export interface Decompressed {
  readonly chunks: AsyncIterable<Buffer>;
  /** Packed bytes that were used; known when the chunks are taken. What follows them is no part of the packing. */
  usedBytes(): number;
  /** It is true if the packed data ended without damage. */
  isWhole(): boolean;
}

export function inflateRaw(packed: AsyncIterable<Buffer> | Iterable<Buffer>): Decompressed {
  return new Decompression(packed, createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES }));
}

/**
 * Returns everything unpacked before throwing an error, so that a truncated file gives its content. (Piping would lose
 * buffered data.)
 */
class Decompression implements Decompressed {
  readonly chunks: AsyncIterable<Buffer>;
  readonly #packed: AsyncIterable<Buffer> | Iterable<Buffer>;
  readonly #engine: InflateRaw;
  #out: Buffer[] = [];
  #state: 'open' | 'ended' | 'broken' = 'open';
  #cause: unknown = null;
  #settle: () => void = () => {};
  #used = 0;

  constructor(packed: AsyncIterable<Buffer> | Iterable<Buffer>, engine: InflateRaw) {
    this.#packed = packed;
    this.#engine = engine;
    this.chunks = this.#unpack();
  }

  usedBytes(): number {
    return this.#used;
  }

  isWhole(): boolean {
    return this.#state === 'ended';
  }

  async *#unpack(): AsyncIterable<Buffer> {
    const engine = this.#engine;
    engine.on('data', (chunk: Buffer) => this.#out.push(chunk));
    engine.on('end', () => this.#stop('ended', null));
    engine.on('error', (cause) => this.#stop('broken', cause));
    try {
      for await (const chunk of this.#packed) {
        for (let at = 0; at < chunk.length && this.#state === 'open'; at += INPUT_STEP_BYTES) {
          await this.#write(Buffer.from(chunk.subarray(at, at + INPUT_STEP_BYTES)));
          yield* this.#take();
        }
        if (this.#state !== 'open') break;
      }
      if (this.#state === 'open') await this.#finish();
      yield* this.#take();
      if (this.#state === 'broken') throw this.#cause;
    } finally {
      this.#used = engine.bytesWritten;
      engine.destroy();
    }
  }

  #take(): Buffer[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #stop(state: 'ended' | 'broken', cause: unknown): void {
    if (this.#state === 'open') {
      this.#state = state;
      this.#cause = cause;
    }
    this.#settle();
  }

  /** The callback of a write never comes when the packed data end before the bytes do; the end does. */
  #write(bytes: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#engine.write(bytes, () => resolve());
    });
  }

  #finish(): Promise<void> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#engine.end();
    });
  }
}
