import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const toBytes = (latin1: string): Uint8Array => new Uint8Array(Buffer.from(latin1, 'latin1'));
const decode = (encoding: string, latin1: string): string => runtime.openDecoder(encoding).decode(toBytes(latin1));

/** Every legacy encoding of more than one byte, and texts in it: whole characters, then wrong, cut and shifted ones. */
const texts: readonly (readonly [encoding: string, latin1: string])[] = [
  ['gbk', 'a\x80\xb0\xa1\xa2\xe3\x81!\xff\x84\x31\xa4\x37\x81\x30\x81z\xb0'],
  ['gb18030', '\x90\x30\x81\x30\x84\x31\xa4\x37\xe3\x32\x9a\x36\x81\x30\x81\x81\x30!\xa3\xa0\x81\x30\x81'],
  ['big5', '\x87\x40\x88\x62\xa4\x40\x80\xff\x83\x5c\xa4\xa4\xa4!\xfe\xfe\xa4'],
  ['euc-jp', '\xa4\xa2\x8e\xb1\x8f\xb0\xa1\x8f\xa1\x8f\xa4!\x8ea\x80\xa0\xff\x8f\xa2'],
  ['iso-2022-jp', 'a\x1b$B$"\x1b(J\\~\x1b(I1\x1b$@F|\n$\x1b$(D"/\x1b\x1b(B\x1b(B\x0e\xa4$\x1b$'],
  ['shift_jis', 'a\\~\x1a\x1c\x7f\x80\x82\xa0\xb1\xf0\x40\x81\xad\x82!\xa0\xfd\xff\x81\x7f\x82'],
  ['euc-kr', '\xb0\xa1\x81\x41\xc6\x52\xa2\xe6\xc9\xa1\xb0!\x80\xff\xb0'],
  ['utf-16le', 'a\0\x3d\xd8\0\xde\x3d\xd8b\0\0\xdec'],
  ['utf-16be', '\0a\xd8\x3d\xde\0\xd8\x3d\0b\xde\0c'],
];

test.each([
  [
    'big5',
    '\x87\x40\x87\x41\x88\x62\x88\x64\x88\xa3\x88\xa5',
    '\u43f0\u4c32\u00ca\u0304\u00ca\u030c\u00ea\u0304\u00ea\u030c',
  ],
  ['big5', '\x83\x5c\x81\xff\x80', '\ufffd\\\ufffd\ufffd'],
  ['big5', '\xfb\x40', '\ud862\uddbc'],
  ['euc-jp', '\xa4\xa2\x8e\xb1\x8f\xb0\xa1\x8f\xa1!', 'あｱ丂\ufffd!'],
  ['shift_jis', '\\~\x80\x1a\x1c\x7f\xf0\x40\x81\xad\x82!', '\\~\x80\x1a\x1c\x7f\ue000\ufffd\ufffd!'],
  ['iso-2022-jp', '\x1b$B$"\x1b(B a\xe9 \x1b(J\\~\x1b(I1\x1b$B!\r\n\x1b(Bz', 'あ a\ufffd ¥‾ｱ\ufffd\ufffdz'],
  ['iso-2022-jp', '\x1b$(D"/\x1b(B', '\ufffd$(D"/'],
  ['iso-2022-jp', '\x1b$B\x1b$', '\ufffd\ufffd'],
  ['iso-2022-jp', '\x1b$B\x1b(Ba\x0e', '\ufffda\ufffd'],
  ['euc-kr', '\x81\x41\xc6\x52\xa2\xe6\xc9\xa1\xb0!', '갂힣€\ufffd\ufffd!'],
  ['gb18030', '\x84\x31\xa4\x37\x90\x30\x81\x30\x81\x30!', '\ufffd\ud800\udc00\ufffd0!'],
  ['gbk', '\x80\xa2\xe3\x81\x35\xf4\x37', '€€\ue7c7'],
  ['iso-8859-16', '\xa4', '€'],
  ['windows-1255', '\xd9\xca', '\ufffd\u05ba'],
  ['x-user-defined', 'a\x80\xff', 'a\uf780\uf7ff'],
  ['utf-16le', '\xff\xfea\0\0\xd8b\0\0\xd8c', 'a\ufffdb\ufffd'],
])('%s decodes %j as the Encoding Standard says', (encoding, latin1, text) => {
  expect(decode(encoding, latin1)).toBe(text);
});

test.each([
  ['  BIG5-HKSCS\n', 'big5'],
  ['x-sjis', 'shift_jis'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['latin1', 'windows-1252'],
  ['utf-16', 'utf-16le'],
  ['iso-8859-8-i', 'iso-8859-8-i'],
  ['x-user-defined', 'x-user-defined'],
  ['hz-gb-2312', null],
  ['replacement', null],
  ['utf-7', null],
  ['\u212aoi8-r', null],
  ['__proto__', null],
  ['', null],
])('the label %j means %s', (label, encoding) => {
  expect(runtime.toEncoding(label)).toBe(encoding);
});

test.each(texts)(
  '%s decodes the same with any chunking, and so does the next text with one decoder',
  (encoding, latin1) => {
    const bytes = toBytes(latin1);
    const whole = decode(encoding, latin1);
    expect(whole).toContain('\ufffd');
    const decoder = runtime.openDecoder(encoding);
    const stream = (...pieces: readonly Uint8Array[]): string =>
      pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
    for (let first = 0; first <= bytes.length; first += 1)
      for (let second = first; second <= bytes.length; second += 1) {
        const pieces = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
        expect(stream(...pieces)).toBe(whole);
      }
    expect(stream(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toBe(whole);
    for (let end = 0; end < bytes.length; end += 1) {
      decoder.decode(bytes.subarray(0, end));
      expect(decoder.decode(bytes)).toBe(whole);
    }
  },
);

test('no bytes throw, and chunks decode like the whole', () => {
  const likely = fc.constantFrom(
    ...toBytes('a!\x1b$(BJI@D\x0e"\x30\x39\x5c\x80\x81\x84\x87\x8e\x8f\xa0\xa1\xa4\xb0\xd8\xdc\xfe\xff'),
  );
  const input = fc.array(fc.oneof(likely, fc.nat(255)), { maxLength: 24 });
  const encodings = fc.constantFrom(...texts.map(([encoding]) => encoding), 'windows-1255', 'x-user-defined');
  fc.assert(
    fc.property(encodings, input, fc.array(fc.nat(5), { minLength: 1 }), (encoding, units, sizes) => {
      const bytes = Uint8Array.from(units);
      const decoder = runtime.openDecoder(encoding);
      let text = '';
      let at = 0;
      for (const size of [...sizes, bytes.length]) {
        text += decoder.decode(bytes.subarray(at, at + size), { stream: true });
        at += size;
      }
      expect(text + decoder.decode()).toBe(runtime.openDecoder(encoding).decode(bytes));
    }),
    { numRuns: 2000 },
  );
});
