import { joinBytes, type Runtime, type Sha256 } from '@candor/core/base';
import type { PartHead } from '../field/content-type.ts';
import type { Scratch } from '../scratch.ts';
import { toHex } from '../text/text-digest.ts';
import { Base64Decoder } from '../transfer/base64.ts';
import type { ByteSink } from '../transfer/byte-sink.ts';
import { QuotedPrintableDecoder } from '../transfer/quoted-printable.ts';

/** The SHA-256 of one attachment's decoded bytes. */
export class DigestSink implements ByteSink {
  readonly #runtime: Runtime;
  readonly #done: (digest: string) => void;
  #hash: Sha256 | null = null;

  constructor(runtime: Runtime, done: (digest: string) => void) {
    this.#runtime = runtime;
    this.#done = done;
  }

  write(bytes: Uint8Array): void {
    this.#hash ??= this.#runtime.createSha256();
    this.#hash.update(bytes);
  }

  end(bytes: Uint8Array): void {
    if (this.#hash === null) {
      this.#done(this.#runtime.sha256Hex(bytes));
      return;
    }
    this.#hash.update(bytes);
    this.#done(toHex(this.#hash.digest()));
  }
}

/**
 * Keeps the bytes of one part; what it is given is borrowed. `slice` of a Node Buffer is no copy, and a runtime decodes
 * the base64 of all parts into one: parts that kept such a slice had the bytes of the part that came last.
 */
export class PartSink implements ByteSink {
  readonly #done: (content: Uint8Array) => void;
  #pieces: Uint8Array[] = [];

  constructor(done: (content: Uint8Array) => void) {
    this.#done = done;
  }

  write(bytes: Uint8Array): void {
    this.#pieces.push(new Uint8Array(bytes));
  }

  end(bytes: Uint8Array): void {
    this.#done(this.#pieces.length === 0 ? new Uint8Array(bytes) : joinBytes([...this.#pieces, bytes]));
  }
}

export class TeeSink implements ByteSink {
  readonly #first: ByteSink;
  readonly #second: ByteSink;

  constructor(first: ByteSink, second: ByteSink) {
    this.#first = first;
    this.#second = second;
  }

  write(bytes: Uint8Array): void {
    this.#first.write(bytes);
    this.#second.write(bytes);
  }

  end(bytes: Uint8Array): void {
    this.#first.end(bytes);
    this.#second.end(bytes);
  }
}

const EQUALS = 0x3d;
const BLANK = 0x20;

/** Reports what stands behind the padding of base64, where it ends for us and not for every program. */
export class PaddingWatch implements ByteSink {
  readonly #sink: ByteSink;
  readonly #found: (bytes: Uint8Array) => void;
  #isOver = false;

  constructor(sink: ByteSink, found: (bytes: Uint8Array) => void) {
    this.#sink = sink;
    this.#found = found;
  }

  write(bytes: Uint8Array): void {
    this.#look(bytes);
    this.#sink.write(bytes);
  }

  end(bytes: Uint8Array): void {
    this.#look(bytes);
    this.#sink.end(bytes);
  }

  #look(bytes: Uint8Array): void {
    const equals = this.#isOver ? 0 : bytes.indexOf(EQUALS);
    if (equals === -1) return;
    this.#isOver = true;
    const behind = bytes.subarray(equals).filter((byte) => byte !== EQUALS && byte > BLANK);
    if (behind.length > 0) this.#found(behind);
  }
}

/** Puts the transfer decoding of a part before its sink. */
export function decodeTransfer(runtime: Runtime, head: PartHead, sink: ByteSink, scratch: Scratch): ByteSink {
  switch (head.encoding) {
    case 'base64':
      return new Base64Decoder(runtime, sink, scratch);
    case 'quoted-printable':
      return new QuotedPrintableDecoder(sink, scratch);
    case 'other':
      return sink;
  }
}
