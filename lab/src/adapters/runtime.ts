import { isAscii, isUtf8 } from 'node:buffer';
import { createHash, type Hash, hash } from 'node:crypto';
import type { Runtime, Sha256 } from '@candor/core/base';

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
const { indexOf, latin1Slice, utf8Slice } = Buffer.prototype;

/** Node's primitives. It holds one buffer for decoded base64, so one runtime serves one thread and decoded bytes are borrowed. */
export function createNodeRuntime(): Runtime {
  let decoded = Buffer.allocUnsafeSlow(64 * 1024);
  return {
    createSha256: () => new NodeSha256(createHash('sha256')),
    sha256Hex: (content) => {
      if (content.length < ONE_SHOT_BYTES) return hash('sha256', content, 'hex');
      return createHash('sha256').update(content).digest('hex');
    },
    decodeBase64: (bytes) => {
      const size = Math.ceil((bytes.length * 3) / 4) + 4;
      if (decoded.length < size) decoded = Buffer.allocUnsafeSlow(size * 2);
      const text = latin1Slice.call(bytes, 0, bytes.length);
      return decoded.subarray(0, decoded.write(text, 0, size, 'base64'));
    },
    indexOf: (bytes, needle, from) => indexOf.call(bytes, needle, from),
    latin1: (bytes, start, end) => latin1Slice.call(bytes, start, end),
    utf8: (bytes, start, end) => utf8Slice.call(bytes, start, end),
    isAscii: (bytes) => isAscii(bytes),
    isUtf8: (bytes) => isUtf8(bytes),
  };
}
