import type { Runtime } from '@candor/core/base';
import { decodeText, toBytes, toCharset } from '../text/charset.ts';

const BETWEEN = /^[\t\n\r ]*$/;
/**
 * `=?charset?encoding?`: the text goes on to the next `?=`, with the spaces and question marks that real mail has in
 * it.
 */
const OPENING = /=\?([^?\s]{1,100})\?([bBqQ])\?/y;

interface EncodedWord {
  readonly start: number;
  readonly end: number;
  /** Lower case, without the language that RFC 2231 section 5 allows. */
  readonly label: string;
  readonly base64: boolean;
  readonly content: string;
}

/**
 * Decodes the encoded words of a text. White space between two of them goes (RFC 2047 section 6.2), and neighbours of
 * one charset are decoded together, since senders cut characters in two.
 */
export function decodeEncodedWords(runtime: Runtime, text: string): string {
  let word = findEncodedWord(text, 0);
  if (word === null) return text;
  let decoded = '';
  let end = 0;
  let label: string | null = null;
  let pieces: string[] = [];
  const flush = (): void => {
    if (label !== null) decoded += decodeText(runtime, toCharset(runtime, label), toBytes(pieces.join('')));
    label = null;
    pieces = [];
  };
  for (; word !== null; word = findEncodedWord(text, end)) {
    const between = text.slice(end, word.start);
    if (label === null || !BETWEEN.test(between)) {
      flush();
      decoded += between;
    } else if (word.label !== label) {
      flush();
    }
    label = word.label;
    addPiece(pieces, word.base64 ? decodeB(runtime, word.content) : decodeQ(word.content));
    end = word.end;
  }
  flush();
  return decoded + text.slice(end);
}

const TO_ASCII = '\x1b(B';

/**
 * A word of ISO-2022-JP ends in ASCII (RFC 2047 section 5), and the next one switches back at once. To the Encoding
 * Standard two switches with nothing between them are an error, so the return goes. Only the piece before is looked at:
 * of a hundred thousand words nobody reads all again for each.
 */
function addPiece(pieces: string[], next: string): void {
  if (next === '') return;
  const before = pieces.at(-1);
  if (next.startsWith('\x1b') && before?.endsWith(TO_ASCII) === true)
    pieces[pieces.length - 1] = before.slice(0, -TO_ASCII.length);
  pieces.push(next);
}

/**
 * The next encoded word. Without a `?=` ahead there is none, so that a field of mere openings is not searched again and
 * again.
 */
function findEncodedWord(text: string, from: number): EncodedWord | null {
  for (let start = text.indexOf('=?', from); start !== -1; start = text.indexOf('=?', start + 2)) {
    OPENING.lastIndex = start;
    const opening = OPENING.exec(text);
    if (opening === null) continue;
    const contentStart = start + opening[0].length;
    const close = text.indexOf('?=', contentStart);
    if (close === -1) return null;
    const label = ((opening[1] ?? '').split('*', 1)[0] ?? '').toLowerCase();
    const base64 = opening[2] === 'b' || opening[2] === 'B';
    return { start, end: close + 2, label, base64, content: text.slice(contentStart, close) };
  }
  return null;
}

const OUTSIDE_ALPHABET = /[^A-Za-z0-9+/]/g;

function decodeB(runtime: Runtime, content: string): string {
  const equals = content.indexOf('=');
  const characters = (equals === -1 ? content : content.slice(0, equals)).replace(OUTSIDE_ALPHABET, '');
  const bytes = runtime.decodeBase64(toBytes(characters));
  return runtime.latin1(bytes, 0, bytes.length);
}

/** Units above U+00FF cannot be bytes: they stand for the UTF-8 that the raw field had. */
function decodeQ(content: string): string {
  const text = /[^\0-\xff]/.test(content) ? toLatin1Utf8(content) : content;
  return text.replace(/_|=([0-9A-Fa-f]{2})/g, (found, digits: string | undefined) =>
    digits === undefined ? (found === '_' ? ' ' : found) : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

const encoder = new TextEncoder();

function toLatin1Utf8(text: string): string {
  let latin1 = '';
  for (const byte of encoder.encode(text)) latin1 += String.fromCharCode(byte);
  return latin1;
}
