const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** A report's statements are in its first lines; the returned mail follows. 256 KiB of base64 have 3,500 lines. */
export const INCOMING_LINES = 16_384;
/** Bytes of one line that are looked at: mail systems pass on lines of 998 (RFC 5321). */
export const LINE_BYTES = 16_384;

/**
 * The mail up to this many lines, and of each its first bytes: postal-mime takes some microseconds and some kilobytes
 * for a line, and many times its size for a long one.
 */
export function cutLines(message: Uint8Array): Uint8Array {
  const kept = new Uint8Array(message.length);
  let [length, lines, column] = [0, 0, 0];
  for (const [at, byte] of message.entries()) {
    // A return ends a line by itself for some; with a line feed behind it the two are one.
    const isEnd = byte === LINE_FEED || (byte === RETURN && message[at + 1] !== LINE_FEED);
    column = isEnd ? 0 : column + 1;
    if (column <= LINE_BYTES || byte === RETURN) {
      kept[length] = byte;
      length += 1;
    }
    if (isEnd) lines += 1;
    if (lines === INCOMING_LINES) break;
  }
  return kept.subarray(0, length);
}
