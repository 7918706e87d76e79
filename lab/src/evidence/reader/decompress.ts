import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib';

/** Packed bytes handed over at once: their worst output (1,032 times as much) is what memory must hold. */
const INPUT_STEP_BYTES = 16 * 1024;
const OUTPUT_CHUNK_BYTES = 128 * 1024;

export interface Decompressed {
  readonly chunks: AsyncIterable<Buffer>;
  /** Packed bytes that were used; known when the chunks are taken. What follows them is no part of the packing. */
  usedBytes(): number;
  /** True when the packed data came to their own end without damage. */
  isWhole(): boolean;
}

export function gunzip(packed: AsyncIterable<Buffer> | Iterable<Buffer>): Decompressed {
  return decompress(packed, createGunzip({ chunkSize: OUTPUT_CHUNK_BYTES }));
}

export function inflateRaw(packed: AsyncIterable<Buffer> | Iterable<Buffer>): Decompressed {
  return decompress(packed, createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES }));
}

/**
 * Everything that could be unpacked comes out before an error is thrown, so that a truncated file gives what it has. (Piping would lose
 * what lies in the stream's buffers at the error.)
 */
function decompress(packed: AsyncIterable<Buffer> | Iterable<Buffer>, engine: Gunzip | InflateRaw): Decompressed {
  let used = 0;
  let whole = false;
  async function* chunks(): AsyncIterable<Buffer> {
    const out: Buffer[] = [];
    let broken: Error | null = null;
    engine.on('data', (chunk: Buffer) => out.push(chunk));
    engine.on('error', (cause: Error) => {
      broken = cause;
    });
    try {
      for await (const chunk of packed) {
        for (let at = 0; at < chunk.length && broken === null; at += INPUT_STEP_BYTES) {
          await write(engine, Buffer.from(chunk.subarray(at, at + INPUT_STEP_BYTES)));
          yield* out.splice(0);
        }
        if (broken !== null) break;
      }
      if (broken === null) await finish(engine);
      yield* out.splice(0);
      if (broken !== null) throw broken;
      whole = true;
    } finally {
      used = engine.bytesWritten;
      engine.destroy();
    }
  }
  return { chunks: chunks(), usedBytes: () => used, isWhole: () => whole };
}

function write(engine: Gunzip | InflateRaw, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    engine.once('error', () => resolve());
    engine.write(bytes, () => {
      engine.removeAllListeners('drain');
      resolve();
    });
  });
}

function finish(engine: Gunzip | InflateRaw): Promise<void> {
  return new Promise((resolve) => {
    engine.once('error', () => resolve());
    engine.once('end', () => resolve());
    engine.end();
  });
}
