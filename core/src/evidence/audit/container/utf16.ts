import type { ByteReader } from './byte-reader.ts';

/**
 * Converts UTF-16 (Windows exports) to UTF-8 for the next reader; drops the byte order mark. Invalid units become
 * U+FFFD.
 */
export function createUtf16Reader(label: 'utf-16le' | 'utf-16be', inner: ByteReader): ByteReader {
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  return {
    push(bytes) {
      inner.push(encoder.encode(decoder.decode(bytes, { stream: true })));
    },
    end() {
      inner.push(encoder.encode(decoder.decode()));
      inner.end();
    },
  };
}
