import type { Scratch } from '../scratch.ts';
import type { TextDigest } from './text-digest.ts';

const encoder = new TextEncoder();

/** The UTF-8 byte order mark. */
export function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

export function appendString(text: string, digest: TextDigest, scratch: Scratch): void {
  const out = scratch.reserve(text.length * 3);
  digest.append(out, 0, encoder.encodeInto(text, out).written, false);
}
