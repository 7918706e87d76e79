import { type Charset, encodeText } from './charset.ts';

export type Transfer = '7bit' | '8bit' | 'quoted-printable' | 'base64';

/** Bytes as they stand in a message body, lines ended by LF. */
export function transferEncode(bytes: Buffer, transfer: Transfer): Buffer {
  if (transfer === 'base64') return Buffer.from(wrapBase64(bytes), 'latin1');
  if (transfer === 'quoted-printable') return Buffer.from(toQuotedPrintable(bytes), 'latin1');
  return bytes;
}

export function wrapBase64(bytes: Buffer): string {
  return `${bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\n')}\n`;
}

function toQuotedPrintable(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .split('\n')
    .map((line) => softBreak(line.replace(/[^\t -<>-~]/g, escapeByte).replace(/[ \t]$/, escapeByte)))
    .join('\n');
}

function escapeByte(character: string): string {
  return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Lines of at most 76 characters that never cut an escape in two. */
function softBreak(line: string): string {
  const pieces = line.match(/(?:=[0-9A-F]{2}|[^=])/g) ?? [];
  let out = '';
  let width = 0;
  for (const piece of pieces) {
    if (width + piece.length > 75) {
      out += '=\n';
      width = 0;
    }
    out += piece;
    width += piece.length;
  }
  return out;
}

/** RFC 2047: plain text stays as it is, other text becomes encoded words of at most 75 characters. */
export function encodeWords(text: string, charset: Charset): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const label = charset === 'us-ascii' ? 'utf-8' : charset;
  const words: string[] = [];
  let run = '';
  const flush = (): void => {
    if (run !== '') words.push(`=?${label}?B?${encodeText(run, label).toString('base64')}?=`);
    run = '';
  };
  for (const character of text) {
    if (encodeText(run + character, label).length > 36) flush();
    run += character;
  }
  flush();
  return words.join('\n ');
}
