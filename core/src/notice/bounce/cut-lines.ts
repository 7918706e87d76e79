const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/**
 * What a report says stands in its first hundreds of lines; behind it lies what it returns, 5 MB of it in so many lines
 * of base64.
 */
export const INCOMING_LINES = 65_536;

/**
 * The mail without the lines beyond these: postal-mime takes some microseconds for each, and a mail of 1 MiB may have a
 * million of them.
 */
export function cutLines(message: Uint8Array): Uint8Array {
  let lines = 0;
  for (const [at, byte] of message.entries()) {
    // A return ends a line by itself for some; with a line feed behind it the two are one.
    if (byte !== LINE_FEED && !(byte === RETURN && message[at + 1] !== LINE_FEED)) continue;
    lines += 1;
    if (lines === INCOMING_LINES) return message.subarray(0, at + 1);
  }
  return message;
}
