import { readShownMessage, readShownText } from '@candor/core/evidence/message';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, read, readInPieces, readResult, readText, runtime, toBytes } from './fictional-message.ts';

const PROSE = 'The pilot boards at six, bring the tide tables.\nBerth 12 is free.\n';
const FOUND = 'The pilot boards at six, bring the tide tables. Berth 12 is free.';
const toMessage = (type: string, body: string, more = ''): string => `Content-Type: ${type}\n${more}\n${body}`;
const BASE64 = 'Content-Transfer-Encoding: base64\n';
const showTexts = (message: string): string[] =>
  readShownMessage(runtime, toBytes(message)).parts.map((part) => readShownText(runtime, part));

describe('text wrongly labelled base64', () => {
  const message = toMessage('text/plain', PROSE, BASE64);

  test('is searched as raw text beside the decoded bytes, and shown raw', () => {
    expect(readText(message)).toContain(FOUND);
    expect(readText(message).length, 'the decoded bytes are there too').toBeGreaterThan(FOUND.length + 10);
    expect(showTexts(message)).toEqual([PROSE]);
  });

  test('does not change the base64 fingerprint', () => {
    const decoded = Buffer.from(PROSE.replace(/[^A-Za-z0-9+/]/g, ''), 'base64').toString('latin1');
    const same = toMessage('text/plain; charset=windows-1252', PROSE, BASE64);
    const plain = toMessage('text/plain; charset=windows-1252', decoded);
    expect(read(same).fingerprint).toBe(read(plain).fingerprint);
    expect(readResult(message, true).reading.fingerprint).toBe(readResult(message, false).reading.fingerprint);
  });

  test('is found in any chunking', () => {
    const whole = readResult(message, true).searchable?.text;
    for (const size of [1, 7, 64]) expect(readInPieces(toBytes(message), [size]).searchable?.text).toBe(whole);
  });

  test('is read in its labelled charset', () => {
    const raw = toMessage('text/plain; charset=koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4, \xf0\xd2\xc9\xd7\xc5\xd4', BASE64);
    expect(readText(raw)).toContain('Привет, Привет');
  });

  test.each([
    [
      'in lines',
      Buffer.from(PROSE)
        .toString('base64')
        .replace(/(.{20})/g, '$1\r\n'),
    ],
    [
      'with a blank in front of each line',
      ` ${Buffer.from(PROSE)
        .toString('base64')
        .replace(/(.{48})/g, '$1\n ')}`,
    ],
  ])('is not assumed for valid base64, %s', (_, body) => {
    const right = toMessage('text/plain', body, BASE64);
    expect(readText(right)).toBe(FOUND);
    expect(showTexts(right)).toEqual([PROSE]);
  });
});

describe('a multipart whose boundary never occurs', () => {
  const message = toMessage('multipart/mixed; boundary=absent', PROSE);

  test('is an attachment in the fingerprint; its text is searched and marked to be shown', () => {
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: [PROSE] }));
    expect(readText(message)).toBe(FOUND);
    const { parts } = readShownMessage(runtime, toBytes(message));
    expect(parts).toMatchObject([{ type: 'multipart/mixed', inline: false, isUndivided: true }]);
    expect(showTexts(message)).toEqual([PROSE]);
  });

  test('is no attachment where the boundary occurs', () => {
    const { parts } = readShownMessage(runtime, toBytes(message.replace('The pilot', '--absent\n\nThe pilot')));
    expect(parts).toMatchObject([{ type: 'text/plain', inline: true, isUndivided: false }]);
  });
});
