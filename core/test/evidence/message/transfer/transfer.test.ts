import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scratch } from '../../../../src/evidence/message/scratch.ts';
import { Base64Decoder } from '../../../../src/evidence/message/transfer/base64.ts';
import type { ByteSink } from '../../../../src/evidence/message/transfer/byte-sink.ts';
import { QuotedPrintableDecoder } from '../../../../src/evidence/message/transfer/quoted-printable.ts';
import { runtime, toBytes } from '../fictional-message.ts';

class Gatherer implements ByteSink {
  text = '';
  write(bytes: Uint8Array): void {
    this.text += Buffer.from(bytes).toString('latin1');
  }
  end(bytes: Uint8Array): void {
    this.write(bytes);
  }
}

type Decoding = 'base64' | 'quoted-printable';

function decode(decoding: Decoding, pieces: readonly string[], last: string): string {
  const gathered = new Gatherer();
  const decoder =
    decoding === 'base64'
      ? new Base64Decoder(runtime, gathered, new Scratch())
      : new QuotedPrintableDecoder(gathered, new Scratch());
  for (const piece of pieces) decoder.write(Buffer.from(piece, 'latin1'));
  decoder.end(toBytes(last));
  return gathered.text;
}

/** base64 letter by letter, from the page and not from a library. */
function decodeSlowly(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let bits = '';
  for (const letter of text.split('=', 1)[0] ?? '') {
    const value = alphabet.indexOf(letter);
    if (value !== -1) bits += value.toString(2).padStart(6, '0');
  }
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}

const letters = fc.constantFrom(...'ABCyz019+/=-_ \n\r!\0\xff');
const likelyBase64 = fc.oneof(
  fc.string({ unit: letters, maxLength: 200 }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) =>
    Buffer.from(bytes)
      .toString('base64')
      .replace(/.{1,20}/g, '$&\r\n'),
  ),
);

describe('base64', () => {
  test.each([
    ['aGVsbG8=', 'hello'],
    ['aGVs\r\nbG8', 'hello'],
    ['a G!V*s\0b\xffG8=', 'hello'],
    ['aGVs-_bG8=', 'hello'],
    ['aGVs=bG8=', 'hel'],
    ['aGVsbG8=aGVsbG8=', 'hello'],
    ['aGVsb', 'hel'],
    ['=', ''],
    ['', ''],
  ])('%j decodes to %j', (text, decoded) => {
    expect(decode('base64', [], text)).toBe(decoded);
  });

  test('skips, ends and truncates as documented, in any chunks', () => {
    fc.assert(
      fc.property(fc.array(likelyBase64, { maxLength: 5 }), likelyBase64, (pieces, last) => {
        expect(decode('base64', pieces, last)).toBe(decodeSlowly(pieces.join('') + last));
      }),
      { numRuns: 500 },
    );
  });

  test('decodes long content with odd lines like short content', () => {
    const body = Buffer.from(Array.from({ length: 150_000 }, (_, at) => (at * 31) % 256));
    for (const width of [76, 77, 61]) {
      const text = body.toString('base64').replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
      expect(decode('base64', [], text)).toBe(body.toString('latin1'));
      expect(decode('base64', [text.slice(0, 100_001)], text.slice(100_001))).toBe(body.toString('latin1'));
    }
  });
});

/** quoted-printable by patterns over the whole text. */
function decodeQuotedSlowly(text: string): string {
  return text
    .replace(/[ \t]+(?=\r?\n|$(?!\n))/g, '')
    .replace(/=\r?\n|=([0-9A-Fa-f]{2})/g, (_, digits: string | undefined) =>
      digits === undefined ? '' : String.fromCharCode(Number.parseInt(digits, 16)),
    );
}

describe('quoted-printable', () => {
  test.each([
    ['a=3D=e9', 'a=\xe9'],
    ['a =\r\nb=\nc', 'a bc'],
    ['a \t\r\nb  \n', 'a\r\nb\n'],
    ['a= \t\nb', 'ab'],
    ['a=zz=4', 'a=zz=4'],
    ['a=', 'a='],
    ['a  ', 'a'],
    ['=20 \n', ' \n'],
    ['a \r b', 'a \r b'],
    ['==41', '=A'],
  ])('%j decodes to %j', (text, decoded) => {
    expect(decode('quoted-printable', [], text)).toBe(decoded);
  });

  test('follows the documentation in any chunks', () => {
    const part = fc.string({ unit: fc.constantFrom(...'==4dDz \t\n', '\r\n'), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), part, (pieces, last) => {
        expect(decode('quoted-printable', pieces, last)).toBe(decodeQuotedSlowly(pieces.join('') + last));
      }),
      { numRuns: 1000 },
    );
  });
});
