import type { Decoder, Runtime, Sha256 } from '@candor/core/base';
import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
/** Code units that one call of `fromCharCode` accepts in every browser. */
const UNITS_AT_ONCE = 8192;

class BrowserSha256 implements Sha256 {
  readonly #hash: ReturnType<typeof sha256.create>;

  constructor(hash: ReturnType<typeof sha256.create>) {
    this.#hash = hash;
  }

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  digest(): Uint8Array {
    return this.#hash.digest();
  }

  copy(): Sha256 {
    return new BrowserSha256(this.#hash.clone());
  }
}

/** Core's runtime in a browser. Messages are small here, so plain code is enough. */
export const browserRuntime: Runtime = {
  createSha256: () => new BrowserSha256(sha256.create()),
  sha256Hex: (content) => toHex(sha256(typeof content === 'string' ? encoder.encode(content) : content)),
  decodeBase64,
  indexOf,
  latin1,
  utf8: (bytes, start, end) => utf8.decode(bytes.subarray(start, end)),
  isAscii: (bytes) => bytes.every((byte) => byte < 0x80),
  isUtf8: (bytes) => {
    try {
      strictUtf8.decode(bytes);
      return true;
    } catch {
      return false;
    }
  },
  toEncoding: (label) => {
    try {
      return new TextDecoder(label).encoding;
    } catch {
      return null;
    }
  },
  openDecoder,
};

/**
 * The browser's decoder: the lab's tables are larger than a page, and here texts are only shown. Chromium keeps
 * iso-2022-jp state beyond a text's end and would garble the next, so each text gets a new decoder.
 */
function openDecoder(encoding: string): Decoder {
  let decoder = new TextDecoder(encoding);
  return {
    decode: (bytes, options) => {
      const text = decoder.decode(bytes as Uint8Array<ArrayBuffer> | undefined, options);
      if (options?.stream !== true) decoder = new TextDecoder(encoding);
      return text;
    },
  };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += UNITS_AT_ONCE)
    // `apply`, not spread, which would iterate over every unit.
    text += String.fromCharCode.apply(
      null,
      bytes.subarray(from, Math.min(end, from + UNITS_AT_ONCE)) as unknown as number[],
    );
  return text;
}

function indexOf(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const first = needle[0];
  if (first === undefined) return from;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < needle.length && bytes[at + length] === needle[length]) length += 1;
    if (length === needle.length) return at;
  }
  return -1;
}

const OUTSIDE_ALPHABET = /[^A-Za-z0-9+/]/g;

/** `atob` needs complete groups; a single letter contains no byte. */
function decodeBase64(bytes: Uint8Array): Uint8Array {
  const letters = latin1(bytes, 0, bytes.length).replace(OUTSIDE_ALPHABET, '');
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  const decoded = atob(whole);
  return Uint8Array.from(decoded, (unit) => unit.charCodeAt(0));
}
