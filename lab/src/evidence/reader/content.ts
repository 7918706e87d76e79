import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { RECOGNITION_BYTES } from '@candor/core/evidence/container';
import { toRawBytes, toRawPath } from '../file-name.ts';
import { OPEN_FLAGS } from '../walk.ts';

/** One read of a file. Larger gains nothing; every open file of a reader holds one. */
export const CHUNK_BYTES = 1024 * 1024;

/** Memory of the consumer for the next `bytes`: what is read into it need not be copied. */
export type AllocateChunk = (bytes: number) => Uint8Array<ArrayBuffer>;

/** The bytes of a file, or of something packed in one. */
export interface Content {
  /** It is the first RECOGNITION_BYTES, or everything if there are fewer. */
  readonly head: Buffer;
  /** How many bytes the chunks are together; null when that is not known before they are taken. */
  readonly bytes: number | null;
  /**
   * Every chunk from the start, once. A chunk is only valid until the next one is asked for. A file's are read into
   * `room`, if given.
   */
  chunks(room?: AllocateChunk): AsyncIterable<Buffer> | Iterable<Buffer>;
  /** It gives the same content from the start, for a second pass. */
  reopen(): Promise<Content>;
  /** Raw path of a file on disk with these bytes, for formats that need random access. */
  toFile(): Promise<string>;
  close(): void;
}

/** A range of a file on disk, opened read-only. */
export class FileContent implements Content {
  readonly head: Buffer;
  readonly bytes: number;
  /** It is the size of the whole file, however little of it is read. */
  readonly fileBytes: number;
  readonly #raw: string;
  readonly #fd: number;
  readonly #buffer: Buffer;
  readonly #start: number;
  readonly #end: number;
  readonly #first: number;

  /** `buffer` is lent until the content is closed. */
  constructor(raw: string, buffer: Buffer, start = 0, end = Number.POSITIVE_INFINITY) {
    this.#raw = raw;
    this.#buffer = buffer;
    this.#start = start;
    this.#fd = openSync(toRawBytes(raw), OPEN_FLAGS);
    try {
      const status = fstatSync(this.#fd);
      if (!status.isFile()) throw new Error('not a file');
      this.fileBytes = status.size;
      this.#end = Math.min(end, status.size);
      this.#first = this.#read(buffer, start);
    } catch (cause) {
      closeSync(this.#fd);
      throw cause;
    }
    this.bytes = Math.max(0, this.#end - start);
    const head = buffer.subarray(0, Math.min(this.#first, RECOGNITION_BYTES));
    // A later read would write over it.
    this.head = this.#first < this.bytes ? Buffer.from(head) : head;
  }

  *chunks(room?: AllocateChunk): Iterable<Buffer> {
    let at = this.#start + this.#first;
    if (this.#first > 0) yield this.#buffer.subarray(0, this.#first);
    while (at < this.#end) {
      const space = room === undefined ? this.#buffer : toBuffer(room(CHUNK_BYTES));
      const read = this.#read(space, at);
      if (read === 0) return;
      yield space.subarray(0, read);
      at += read;
    }
  }

  reopen(): Promise<Content> {
    return Promise.resolve(new FileContent(this.#raw, Buffer.allocUnsafe(CHUNK_BYTES), this.#start, this.#end));
  }

  toFile(): Promise<string> {
    return Promise.resolve(this.#raw);
  }

  close(): void {
    closeSync(this.#fd);
  }

  #read(into: Buffer, at: number): number {
    // A file that was cut since the run began may end before the range does.
    const length = Math.max(0, Math.min(into.length, CHUNK_BYTES, this.#end - at));
    return readSync(this.#fd, into, 0, length, at);
  }
}

function toBuffer(bytes: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Where a reader may put a member that needs random access. */
export class Spool {
  readonly #parent: string | null;
  readonly #folders: string[] = [];

  constructor(parent: string | null) {
    this.#parent = parent;
  }

  /** Writes the chunks to a file that only this user may read, and gives its raw path. */
  async write(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> {
    if (this.#parent === null) throw new Error('there is no folder for spooled members');
    const folder = mkdtempSync(`${this.#parent}/reader-`);
    this.#folders.push(folder);
    const path = `${folder}/member`;
    const fd = openSync(path, 'wx', 0o600);
    try {
      for await (const chunk of chunks) {
        for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
      }
    } catch (cause) {
      this.remove(toRawPath(path));
      throw cause;
    } finally {
      closeSync(fd);
    }
    return toRawPath(path);
  }

  remove(raw: string): void {
    rmSync(toRawBytes(raw), { force: true });
  }

  clear(): void {
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Output of a decompressor or archive. `open` restarts the stream for every pass. */
export class StreamContent implements Content {
  readonly head: Buffer;
  readonly bytes = null;
  readonly #held: Buffer;
  readonly #rest: AsyncIterator<Buffer>;
  readonly #open: () => Promise<AsyncIterable<Buffer>>;
  readonly #spool: Spool;

  private constructor(
    held: Buffer,
    rest: AsyncIterator<Buffer>,
    open: () => Promise<AsyncIterable<Buffer>>,
    spool: Spool,
  ) {
    this.#held = held;
    this.head = held.subarray(0, RECOGNITION_BYTES);
    this.#rest = rest;
    this.#open = open;
    this.#spool = spool;
  }

  /** Reads as far as recognition needs. A stream that breaks before that shows it when the chunks are taken. */
  static async open(open: () => Promise<AsyncIterable<Buffer>>, spool: Spool): Promise<StreamContent> {
    let rest = (await open())[Symbol.asyncIterator]();
    const held: Buffer[] = [];
    for (let length = 0; length < RECOGNITION_BYTES; ) {
      try {
        const next = await rest.next();
        if (next.done === true) break;
        held.push(next.value);
        length += next.value.length;
      } catch (cause) {
        rest = { next: () => Promise.reject(cause) };
        break;
      }
    }
    return new StreamContent(Buffer.concat(held), rest, open, spool);
  }

  async *chunks(): AsyncIterable<Buffer> {
    if (this.#held.length > 0) yield this.#held;
    for (let next = await this.#rest.next(); next.done !== true; next = await this.#rest.next()) yield next.value;
  }

  reopen(): Promise<Content> {
    return StreamContent.open(this.#open, this.#spool);
  }

  toFile(): Promise<string> {
    return this.#spool.write(this.chunks());
  }

  close(): void {
    void this.#rest.return?.();
  }
}
