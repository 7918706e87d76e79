import { isAscii, isUtf8 } from 'node:buffer';
import { createHash, type Hash, hash } from 'node:crypto';
import type { Runtime, Sha256 } from '@candor/core/base';
import { normalizeEncoding, TextDecoder as StandardTextDecoder } from '@exodus/bytes/encoding.js';

/** Above this many bytes a running hash costs no more than a one-shot call. */
const ONE_SHOT_BYTES = 1024 * 1024;

class NodeSha256 implements Sha256 {
  readonly #hash: Hash;

  constructor(hashing: Hash) {
    this.#hash = hashing;
  }

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  digest(): Uint8Array {
    return this.#hash.digest();
  }

  copy(): Sha256 {
    return new NodeSha256(this.#hash.copy());
  }
}

// Buffer's native methods work on every Uint8Array; a Buffer made for each call would cost more than the call.
const { indexOf, lastIndexOf, latin1Slice, utf8Slice } = Buffer.prototype;

/**
 * base64 goes through a string. A long string leaves the nursery, so content is decoded in pieces of this many bytes,
 * which is three times as fast.
 */
const PIECE_BYTES = 48 * 1024;
const LINE_FEED = 0x0a;
/** 1 for the characters of base64. */
const ALPHABET = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') {
  ALPHABET[character.charCodeAt(0)] = 1;
}

/** Decodes into a buffer that grows and is used again. */
class Base64Buffer {
  #decoded = Buffer.allocUnsafeSlow(64 * 1024);

  decode(bytes: Uint8Array): Uint8Array {
    const size = Math.ceil((bytes.length * 3) / 4) + 8;
    if (this.#decoded.length < size) this.#decoded = Buffer.allocUnsafeSlow(size * 2);
    const length = bytes.length > PIECE_BYTES ? this.#decodePieces(bytes) : this.#decodeRest(bytes, 0, 0);
    return this.#decoded.subarray(0, length);
  }

  /**
   * A piece ends at a line's end, where groups of four nearly always end too. That they do is checked: with the two
   * characters that follow behind whole groups, one byte more than three for each comes out. Else the rest is decoded
   * at once.
   */
  #decodePieces(bytes: Uint8Array): number {
    let from = 0;
    let to = 0;
    while (bytes.length - from > PIECE_BYTES) {
      const cut = lastIndexOf.call(bytes, LINE_FEED, from + PIECE_BYTES - 1) + 1;
      if (cut <= from || !isInAlphabet(bytes[cut]) || !isInAlphabet(bytes[cut + 1])) break;
      const written = this.#write(latin1Slice.call(bytes, from, cut + 2), to);
      if (written % 3 !== 1) break;
      from = cut;
      to += written - 1;
    }
    return this.#decodeRest(bytes, from, to);
  }

  #decodeRest(bytes: Uint8Array, from: number, to: number): number {
    return to + this.#write(latin1Slice.call(bytes, from, bytes.length), to);
  }

  #write(text: string, to: number): number {
    return this.#decoded.write(text, to, this.#decoded.length - to, 'base64');
  }
}

function isInAlphabet(byte: number | undefined): boolean {
  return byte !== undefined && ALPHABET[byte] === 1;
}

/** SHA-256 of whole bytes, or of the UTF-8 form of a text, in lower-case hex. */
export function sha256Hex(content: Uint8Array | string): string {
  if (content.length < ONE_SHOT_BYTES) return hash('sha256', content, 'hex');
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Node's primitives. It holds one buffer for decoded base64, so one runtime serves one thread and decoded bytes are
 * borrowed.
 */
export function createNodeRuntime(): Runtime {
  const base64 = new Base64Buffer();
  return {
    createSha256: () => new NodeSha256(createHash('sha256')),
    sha256Hex,
    decodeBase64: (bytes) => base64.decode(bytes),
    indexOf: (bytes, needle, from) => indexOf.call(bytes, needle, from),
    latin1: (bytes, start, end) => latin1Slice.call(bytes, start, end),
    utf8: (bytes, start, end) => utf8Slice.call(bytes, start, end),
    isAscii: (bytes) => isAscii(bytes),
    isUtf8: (bytes) => isUtf8(bytes),
    toEncoding,
    // Node's own asks ICU, which leaves the standard in big5, euc-kr and all Japanese encodings, and differently from
    // version to version.
    openDecoder: (encoding) => new StandardTextDecoder(encoding),
  };
}

function toEncoding(label: string): string | null {
  const name = normalizeEncoding(label);
  return name === 'replacement' ? null : name;
}
