import type { TextDigest } from './text-digest.ts';

/** What text parts of one message reader share: the buffers that every part would otherwise allocate anew. */
export class TextScratch {
  #bytes = new Uint8Array(64 * 1024);

  reserve(length: number): Uint8Array {
    if (this.#bytes.length < length) this.#bytes = new Uint8Array(Math.max(length, this.#bytes.length * 2));
    return this.#bytes;
  }
}

const encoder = new TextEncoder();

/** The UTF-8 byte order mark. */
export function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

export function appendString(text: string, digest: TextDigest, scratch: TextScratch): void {
  const out = scratch.reserve(text.length * 3);
  digest.append(out, 0, encoder.encodeInto(text, out).written, false);
}
