import { FIRST_LINE_BYTES } from '../limits.ts';

/** How the lines of a message end; `open` while more of it must be seen. */
export type LineEnds = 'open' | 'feeds' | 'returns';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Old Macs ended lines with a return alone. Such a message has no line feed where its first line must have ended
 * (docs/formats/rules.md, Message-ID and fingerprint): read by line feeds, its whole header would be one odd line, and it would name nobody.
 */
export function findLineEnds(bytes: Uint8Array, last: boolean): LineEnds {
  const end = Math.min(bytes.length, FIRST_LINE_BYTES);
  let hasReturn = false;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === LINE_FEED) return 'feeds';
    if (bytes[at] === RETURN) hasReturn = true;
  }
  if (end < FIRST_LINE_BYTES && !last) return 'open';
  return hasReturn ? 'returns' : 'feeds';
}

/** A copy in which every return is a line feed, so that each byte keeps its place. */
export function toLineFeeds(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes, (byte) => (byte === RETURN ? LINE_FEED : byte));
}

/** Whether a whole message ends its lines with returns alone. */
export function endsLinesWithReturns(message: Uint8Array): boolean {
  return findLineEnds(message, true) === 'returns';
}
