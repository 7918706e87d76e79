import type { Decoder, Runtime } from '@candor/core/base';
import type { Scratch } from '../scratch.ts';
import type { Charset } from './charset.ts';
import type { TextDigest } from './text-digest.ts';
import { appendString, startsWithMark } from './text-writing.ts';

/** A text part too long to hold: bytes in, text into a digest; `end` says which digest is the right one. */
export interface TextStream {
  write(bytes: Uint8Array): void;
  end(): TextDigest;
}

export function openTextStream(runtime: Runtime, charset: Charset, digest: TextDigest, scratch: Scratch): TextStream {
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
 * UTF-8 if valid, else windows-1252, is only known at the end of the part. While all is ASCII both are the same; from
 * the first other byte on two digests are kept until the UTF-8 one is proved wrong.
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

/** How many bytes at the end begin a character of which more is to come. */
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
