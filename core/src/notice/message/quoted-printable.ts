/** RFC 2045, 6.7: no line of more than 76 characters, soft line ends counted. */
const LINE_CHARACTERS = 76;
const PLAIN_LINE = /^[\x20-\x3C\x3E-\x7E]*$/;
const TO_ESCAPE = /[^\x20-\x3C\x3E-\x7E]/gu;
/** What relays and mailboxes change at the beginning of a line: a dot is doubled, `From ` gets a mark. */
const FRAGILE_START = /^(?:\.|From )/;

const encoder = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);

/**
 * Text with LF as quoted-printable with CRLF, in a form that no relay has a reason to encode again. Ends with a line
 * end unless it is empty.
 */
export function toQuotedPrintable(text: string): string {
  let encoded = '';
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    const isPlain = line.length <= LINE_CHARACTERS && PLAIN_LINE.test(line) && !line.endsWith(' ');
    encoded += isPlain && !FRAGILE_START.test(line) ? `${line}\r\n` : toEncodedLine(line);
  }
  return encoded;
}

/** Escapes that were written before: a language has few letters beyond ASCII. */
const knownEscapes = new Map<string, string>();
/** Foreign names must not fill the memory. */
const MAX_KNOWN_ESCAPES = 2048;

/** One character's bytes as `=C3=A9`. */
export function toHexEscapes(character: string): string {
  const known = knownEscapes.get(character);
  if (known !== undefined) return known;
  let escapes = '';
  for (const byte of encoder.encode(character)) escapes += HEX[byte];
  if (knownEscapes.size < MAX_KNOWN_ESCAPES) knownEscapes.set(character, escapes);
  return escapes;
}

function toEncodedLine(line: string): string {
  const escaped = line.replace(TO_ESCAPE, toHexEscapes).replace(/ $/, '=20');
  let lines = '';
  let from = 0;
  do {
    let start = '';
    if (FRAGILE_START.test(escaped.slice(from, from + 5))) {
      start = HEX[escaped.charCodeAt(from)] ?? '';
      from += 1;
    }
    const end = findEnd(escaped, from, LINE_CHARACTERS - start.length);
    lines += `${start}${escaped.slice(from, end)}${end < escaped.length ? '=' : ''}\r\n`;
    from = end;
  } while (from < escaped.length);
  return lines;
}

/** Escapes are never split. */
function findEnd(escaped: string, from: number, room: number): number {
  if (escaped.length - from <= room) return escaped.length;
  const end = from + room - 1;
  if (escaped[end - 1] === '=') return end - 1;
  return escaped[end - 2] === '=' ? end - 2 : end;
}
