const standardLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const urlLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648 §4, with padding: the form of signed notes. */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, standardLetters);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** RFC 4648 §5, without padding: the form of our own documents. */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, urlLetters);
}

/**
 * The bytes of standard base64 in its one canonical form; null for anything else, so that no two texts stand for the
 * same bytes.
 */
export function readBase64(text: string): Uint8Array | null {
  const bytes = decode(text.replace(/={1,2}$/, ''), standardLetters);
  return bytes !== null && toBase64(bytes) === text ? bytes : null;
}

/** Like `readBase64`, for base64url without padding. */
export function readBase64Url(text: string): Uint8Array | null {
  const bytes = decode(text, urlLetters);
  return bytes !== null && toBase64Url(bytes) === text ? bytes : null;
}

function encode(bytes: Uint8Array, letters: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 6) {
      held -= 6;
      text += letters[(bits >> held) & 63];
    }
    bits &= (1 << held) - 1;
  }
  return held === 0 ? text : text + letters[(bits << (6 - held)) & 63];
}

function decode(text: string, letters: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 6) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
    bits &= (1 << held) - 1;
  }
  return bytes;
}
