import { createMessageReader, readShownMessage } from '@candor/core/evidence/message';
import { describe, expect, it } from 'vitest';
import { runtime } from './fictional-message.ts';

/** Words in their charsets, by hand: no encoder of these is at hand. */
const WORDS: readonly (readonly [charset: string, bytes: readonly number[], text: string])[] = [
  ['euc-kr', [0xc7, 0xd1, 0xb1, 0xdb], '한글'],
  ['gb2312', [0xd6, 0xd0, 0xce, 0xc4], '中文'],
  ['big5', [0xa4, 0xa4, 0xa4, 0xe5], '中文'],
  ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], 'Привет'],
  ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
  ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], '日本'],
];

function compose(word: readonly number[], contentType: string, body = 'x\n'): Uint8Array {
  const text = String.fromCharCode(...word);
  const header = `From: ${text} <ann@harbor.example>\nTo: "${text}" <bo@partner.test>\nSubject: ${text} 4\n${contentType}\n`;
  return Buffer.from(`${header}\n${body}`, 'latin1');
}

function read(bytes: Uint8Array, keepText: boolean) {
  return createMessageReader(runtime, { keepText }).end(bytes);
}

describe('raw bytes in a header', () => {
  it.each(WORDS)('are shown and searched in the charset of the text: %s', (charset, bytes, text) => {
    const message = compose(bytes, `Content-Type: text/plain; charset=${charset}`);
    const shown = readShownMessage(runtime, message);
    expect(shown.subject).toBe(`${text} 4`);
    expect(shown.addresses.map(({ name, address }) => [name, address])).toEqual([
      [text, 'ann@harbor.example'],
      [text, 'bo@partner.test'],
    ]);
    const { searchable } = read(message, true);
    expect(searchable?.subject).toBe(`${text} 4`);
    expect(searchable?.from).toContain(text);
    expect(searchable?.to).toContain(text);
  });

  it('use the charset of the first part that names one', () => {
    const [, bytes, text] = WORDS[3] ?? ['', [], ''];
    const part = '--b\nContent-Type: text/plain; charset=koi8-r\n\nx\n--b--\n';
    const message = compose(bytes, 'Content-Type: multipart/mixed; boundary=b', part);
    expect(readShownMessage(runtime, message).subject).toBe(`${text} 4`);
    expect(read(message, true).searchable?.subject).toBe(`${text} 4`);
  });

  it('are UTF-8 where valid, whatever charset the text has', () => {
    const message = compose([...Buffer.from('Grüße')], 'Content-Type: text/plain; charset=koi8-r');
    expect(readShownMessage(runtime, message).subject).toBe('Grüße 4');
  });

  it('are windows-1252 in the fingerprint, with or without a named charset', () => {
    const bytes = [0xf0, 0xd2, 0xc9];
    const fingerprints = ['koi8-r', 'windows-1251', 'windows-1252'].map(
      (charset) => read(compose(bytes, `Content-Type: text/plain; charset=${charset}`), false).reading.fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(1);
  });
});

describe('searches find text in malformed parts', () => {
  const find = (message: string): string => read(Buffer.from(message, 'latin1'), true).searchable?.text ?? '';

  it.each([
    ['never closed', 'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nberth four\n'],
    ['of another boundary', 'Content-Type: multipart/mixed; boundary=b\n\n--other\n\nberth four\n--other--\n'],
    ['without a boundary', 'Content-Type: multipart/alternative\n\n--b\n\nberth four\n--b--\n'],
    ['of an unknown charset', 'Content-Type: text/plain; charset=nowhere\n\nberth four\n'],
    ['of an unknown encoding', 'Content-Type: text/plain\nContent-Transfer-Encoding: x-odd\n\nberth four\n'],
    ['of base64 with other bytes', 'Content-Transfer-Encoding: base64\n\nYmVy!dGg\n*gZm91\ncg==\n'],
    ['of base64 that breaks off', 'Content-Transfer-Encoding: base64\n\nYmVydGggZm91cgx'],
    ['after blank lines', '\n \t\n\nContent-Type: text/plain\n\nberth four\n'],
    ['without a header', '\nberth four\n'],
    [
      'inside one that is never closed',
      'Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\nberth four\n--a--\n',
    ],
  ])('%s', (_, message) => {
    expect(find(message)).toContain('berth four');
  });

  it('and text before a boundary that does occur is not searched', () => {
    expect(find('Content-Type: multipart/mixed; boundary=b\n\nPreamble\n--b\n\nberth four\n--b--\n')).toBe(
      'berth four',
    );
  });
});
