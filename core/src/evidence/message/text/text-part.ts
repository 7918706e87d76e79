import type { Decoder, Runtime } from '@candor/core/base';
import { TEXT_AT_ONCE_BYTES } from '../limits.ts';
import type { Scratch } from '../scratch.ts';
import type { ByteSink } from '../transfer/byte-sink.ts';
import { type Charset, readsAsciiAsIs } from './charset.ts';
import type { TextDigest } from './text-digest.ts';

const encoder = new TextEncoder();

/**
 * Adds the text of one inline part to a digest. A part up to TEXT_AT_ONCE_BYTES is decoded at once; a longer one is
 * streamed. `settle` receives the final digest, possibly a fork (see `UnlabelledStream`).
 */
export class TextPart implements ByteSink {
  readonly #runtime: Runtime;
  readonly #charset: Charset;
  readonly #digest: TextDigest;
  readonly #scratch: Scratch;
  readonly #settle: (digest: TextDigest) => void;
  readonly #atOnceBytes: number;
  #gathered: Uint8Array | null = null;
  #length = 0;
  #stream: TextStream | null = null;

  constructor(
    runtime: Runtime,
    charset: Charset,
    digest: TextDigest,
    scratch: Scratch,
    settle: (digest: TextDigest) => void,
    atOnceBytes: number = TEXT_AT_ONCE_BYTES,
  ) {
    this.#runtime = runtime;
    this.#charset = charset;
    this.#digest = digest;
    this.#scratch = scratch;
    this.#settle = settle;
    this.#atOnceBytes = atOnceBytes;
  }

  write(bytes: Uint8Array): void {
    if (this.#stream !== null) {
      this.#stream.write(bytes);
      return;
    }
    const length = this.#length + bytes.length;
    if (length > this.#atOnceBytes) {
      this.#stream = openTextStream(this.#runtime, this.#charset, this.#digest, this.#scratch);
      if (this.#gathered !== null) this.#stream.write(this.#gathered.subarray(0, this.#length));
      this.#gathered = null;
      this.#stream.write(bytes);
      return;
    }
    if (this.#gathered === null || this.#gathered.length < length) {
      const larger = new Uint8Array(Math.max(length * 2, 4096));
      if (this.#gathered !== null) larger.set(this.#gathered.subarray(0, this.#length));
      this.#gathered = larger;
    }
    this.#gathered.set(bytes, this.#length);
    this.#length = length;
  }

  end(bytes: Uint8Array): void {
    if (this.#stream === null && this.#length === 0) {
      appendText(this.#runtime, this.#charset, bytes, this.#digest, this.#scratch);
      this.#settle(this.#digest);
      return;
    }
    this.write(bytes);
    if (this.#stream !== null) {
      this.#settle(this.#stream.end());
      return;
    }
    if (this.#gathered !== null) {
      const whole = this.#gathered.subarray(0, this.#length);
      appendText(this.#runtime, this.#charset, whole, this.#digest, this.#scratch);
    }
    this.#settle(this.#digest);
  }
}

function appendText(runtime: Runtime, charset: Charset, bytes: Uint8Array, digest: TextDigest, scratch: Scratch): void {
  if (runtime.isAscii(bytes) && readsAsciiAsIs(charset, bytes)) {
    digest.append(bytes, 0, bytes.length, true);
  } else if (charset.kind === 'other') {
    appendString(charset.decoder.decode(bytes), digest, scratch);
  } else if (charset.kind !== 'windows-1252' && runtime.isUtf8(bytes)) {
    digest.append(bytes, startsWithMark(bytes) ? 3 : 0, bytes.length, false);
  } else if (charset.kind === 'utf-8') {
    appendString(new TextDecoder('utf-8').decode(bytes), digest, scratch);
  } else {
    digest.appendWindows1252(bytes);
  }
}

/** A text part too long to hold; `end` decides which digest is right. */
interface TextStream {
  write(bytes: Uint8Array): void;
  end(): TextDigest;
}

function openTextStream(runtime: Runtime, charset: Charset, digest: TextDigest, scratch: Scratch): TextStream {
  switch (charset.kind) {
    case 'unlabelled':
      return new UnlabelledStream(runtime, digest);
    case 'windows-1252':
      return {
        write: (bytes) => digest.appendWindows1252(bytes),
        end: () => digest,
      };
    case 'utf-8':
      return openDecoderStream(new TextDecoder('utf-8'), digest, scratch);
    case 'other':
      return openDecoderStream(runtime.openDecoder(charset.name), digest, scratch);
  }
}

function openDecoderStream(decoder: Decoder, digest: TextDigest, scratch: Scratch): TextStream {
  return {
    write: (bytes) => appendString(decoder.decode(bytes, { stream: true }), digest, scratch),
    end: () => {
      appendString(decoder.decode(), digest, scratch);
      return digest;
    },
  };
}

/**
 * Whether the part is UTF-8 or windows-1252 is only known at its end. Both agree while it is ASCII; from the first
 * other byte two digests are kept until the UTF-8 one is disproved.
 */
class UnlabelledStream implements TextStream {
  readonly #runtime: Runtime;
  #utf8: TextDigest | null;
  #windows: TextDigest | null = null;
  #held = new Uint8Array(0);
  #first = true;

  constructor(runtime: Runtime, digest: TextDigest) {
    this.#runtime = runtime;
    this.#utf8 = digest;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#windows === null && this.#utf8 !== null) {
      if (this.#runtime.isAscii(bytes)) {
        this.#utf8.append(bytes, 0, bytes.length, true);
        this.#first = false;
        return;
      }
      this.#windows = this.#utf8.fork();
    }
    if (this.#windows !== null) this.#windows.appendWindows1252(bytes);
    if (this.#utf8 !== null) this.#writeUtf8(this.#utf8, bytes);
  }

  end(): TextDigest {
    if (this.#utf8 !== null && this.#held.length === 0) return this.#utf8;
    return this.#windows ?? (this.#utf8 as TextDigest);
  }

  #writeUtf8(digest: TextDigest, bytes: Uint8Array): void {
    const joined = new Uint8Array(this.#held.length + bytes.length);
    joined.set(this.#held);
    joined.set(bytes, this.#held.length);
    const cut = joined.length - countOpenBytes(joined);
    const whole = joined.subarray(0, cut);
    if (!this.#runtime.isUtf8(whole)) {
      this.#utf8 = null;
      return;
    }
    this.#held = joined.slice(cut);
    if (cut === 0) return;
    digest.append(whole, this.#first && startsWithMark(whole) ? 3 : 0, cut, false);
    this.#first = false;
  }
}

/** Number of final bytes that start an incomplete character. */
function countOpenBytes(bytes: Uint8Array): number {
  const last = bytes.length - 1;
  for (let back = 0; back < 3 && back <= last; back += 1) {
    const byte = bytes[last - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back + 1 < length ? back + 1 : 0;
    }
  }
  return 0;
}

/** The UTF-8 byte order mark. */
function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function appendString(text: string, digest: TextDigest, scratch: Scratch): void {
  const out = scratch.reserve(text.length * 3);
  digest.append(out, 0, encoder.encodeInto(text, out).written, false);
}
