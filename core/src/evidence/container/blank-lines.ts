/**
 * Where the first line begins that holds more than blanks and tabs, however lines end; the last line's start where
 * there is none.
 */
export function skipBlankLines(bytes: Uint8Array, start: number): number {
  let line = start;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x0a || byte === 0x0d) line = at + 1;
    else if (byte !== 0x20 && byte !== 0x09) break;
  }
  return line;
}
