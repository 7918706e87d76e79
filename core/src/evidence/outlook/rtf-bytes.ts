const HEADER_BYTES = 16;
/** Header marks of a compressed body, `LZFu`, and an uncompressed one, `MELA` ([MS-OXRTFCP] section 2.1.3.1). */
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;

/** What references may point to before anything was written ([MS-OXRTFCP] section 2.1.2.1). */
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier' +
  '{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY_BYTES = 4096;
/** Two bytes give at most seventeen, and eight pairs share one flag byte. */
const MAX_GROWTH = 9;

/** Bytes of one body. The text of real mail has kilobytes; a picture in it may have megabytes. */
const BODY_BYTES = 64 * 1024 * 1024;

/** The decompressed RTF of an Outlook item, as far as readable; empty when invalid. */
export function decompressRtf(bytes: Uint8Array, limitBytes: number = BODY_BYTES): Uint8Array {
  if (bytes.length < HEADER_BYTES) return new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = Math.min(view.getUint32(4, true), limitBytes, bytes.length * MAX_GROWTH);
  const form = view.getUint32(8, true);
  if (form === PLAIN) return bytes.subarray(HEADER_BYTES, HEADER_BYTES + size);
  return form === COMPRESSED ? expand(bytes, size) : new Uint8Array();
}

function expand(bytes: Uint8Array, size: number): Uint8Array {
  const dictionary = new Uint8Array(DICTIONARY_BYTES);
  for (let at = 0; at < DICTIONARY.length; at += 1) dictionary[at] = DICTIONARY.charCodeAt(at);
  const content = new Uint8Array(size);
  let place = DICTIONARY.length;
  let written = 0;
  const write = (byte: number): void => {
    content[written] = byte;
    written += 1;
    dictionary[place] = byte;
    place = (place + 1) % DICTIONARY_BYTES;
  };
  for (let at = HEADER_BYTES; at < bytes.length && written < size; ) {
    const control = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length && written < size; bit += 1) {
      if (((control >> bit) & 1) === 0) {
        write(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      if (at + 1 >= bytes.length) return content.subarray(0, written);
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      // A reference to where the next byte goes is the end.
      if (from === place) return content.subarray(0, written);
      for (let step = 0; step < (reference & 0xf) + 2 && written < size; step += 1)
        write(dictionary[(from + step) % DICTIONARY_BYTES] ?? 0);
    }
  }
  return content.subarray(0, written);
}
