const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without padding (RFC 4648 §5). */
export function writeBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += ALPHABET[group >> 18];
    text += ALPHABET[(group >> 12) & 63];
    if (b !== undefined) text += ALPHABET[(group >> 6) & 63];
    if (c !== undefined) text += ALPHABET[group & 63];
  }
  return text;
}

/** The bytes, or null unless the text is exactly what `writeBase64Url` gives: one value has one text. */
export function readBase64Url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let rest = 0;
  let at = 0;
  for (const symbol of text) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) return null;
    rest = ((rest << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (rest >> bits) & 255;
    at += 1;
  }
  return at === bytes.length && writeBase64Url(bytes) === text ? bytes : null;
}
