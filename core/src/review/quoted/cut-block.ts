import type { QuotedBlock } from './quoted-block.ts';

const SUBJECT_CHARS = 200;

/**
 * The block alone, as a message: what a person may give where no original is held (R7). Its header has nothing but the
 * sender and the subject that the block names; head and content stand in the text as they were quoted, and not a word
 * around them.
 */
export function toCutMessage({ from, subject, head, content }: QuotedBlock): Uint8Array {
  const [sender] = from;
  const fields = [
    ...(sender !== undefined && /^[\x21-\x7e]+$/.test(sender) ? [`From: <${sender}>`] : []),
    ...(subject === '' ? [] : [`Subject: ${toFieldText(subject)}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  // A bare carriage return would be a line's end to some programs and not to others.
  const text = [...head, '', ...content].map((line) => line.replaceAll('\r', ' ').trimEnd());
  return new TextEncoder().encode(`${[...fields, '', ...text].join('\r\n')}\r\n`);
}

/** Encoded words (RFC 2047), one for each piece of few characters, so that none is longer than it may be. */
function toFieldText(text: string): string {
  const plain = [...text.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, SUBJECT_CHARS);
  if (plain.every((character) => /^[\x20-\x7e]$/.test(character)) && !plain.join('').includes('=?'))
    return plain.join('');
  const words: string[] = [];
  for (let at = 0; at < plain.length; at += 10) {
    const bytes = new TextEncoder().encode(plain.slice(at, at + 10).join(''));
    const hex = Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
    words.push(`=?utf-8?Q?${hex.join('')}?=`);
  }
  return words.join('\r\n ');
}
