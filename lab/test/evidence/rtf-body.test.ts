import { decompressRtf } from '@candor/core/evidence/outlook';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillBody, readRtf } from '../../src/evidence/reader/outlook/rtf-body.ts';

/** An example of [MS-OXRTFCP] section 4.1.1. */
const COMPRESSED = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
);
const unpack = (bytes: Buffer) => Buffer.from(decompressRtf(bytes)).toString();
const plain = (rtf: string) => {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.write('MELA', 8, 'latin1');
  return Buffer.concat([header, Buffer.from(rtf, 'latin1')]);
};
const text = (rtf: string) => readRtf(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${rtf}}`).text;

describe('a compressed body', () => {
  test('is unpacked', () => {
    expect(unpack(COMPRESSED)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
    expect(unpack(plain('{\\rtf1 x}'))).toBe('{\\rtf1 x}');
    // It ends with a reference to where the next byte goes, whatever follows and however long it is said to be.
    const longer = Buffer.concat([COMPRESSED, Buffer.from('\0abcdefgh')]);
    longer.writeUInt32LE(200, 4);
    expect(unpack(longer)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  });

  test('that is invalid or truncated gives what there is', () => {
    expect(decompressRtf(Buffer.alloc(3))).toHaveLength(0);
    expect(decompressRtf(Buffer.alloc(40))).toHaveLength(0);
    expect(unpack(COMPRESSED.subarray(0, 30))).toBe('{\\rtf1\\ansi\\ansicpg1252');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const bytes = Buffer.concat([COMPRESSED.subarray(0, 16), rest]);
        bytes.writeUInt32LE(0xffffffff, 4);
        expect(decompressRtf(bytes).length).toBeLessThanOrEqual(bytes.length * 9);
      }),
    );
  });
});

describe('the text of RTF', () => {
  test('excludes header tables and pictures', () => {
    const tables =
      '{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset128 MS Gothic;}}{\\colortbl;\\red0;}{\\stylesheet{ Normal;}}{\\*\\generator x;}{\\info{\\title secret}}';
    expect(
      text(
        `${tables}\\pard\\f0\\fs20 One {\\b bold} word.\\par\r\nTwo\\tab three{\\pict 00ff}{\\*\\objdata 11}\\line end`,
      ),
    ).toBe('One bold word.\r\nTwo\tthree\r\nend');
  });

  test("is not confused by names of JavaScript's object prototype", () => {
    expect(text('a\\constructor b')).toBe('ab');
  });

  test("loses nothing after a number at a group's end, or where another number starts before its fallback text", () => {
    expect(text('{\\u8364}10{\\u8364 {\\b 20}}\\u8364 ?30\\uc2\\u8364 ??40')).toBe('€10€20€30€40');
  });

  test("uses the document's font by default", () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset204 R;}{\\f1\\fcharset161 G;}}';
    expect(text(`\\deff0${fonts}\\'e4{\\f1 \\'e4\\plain \\'e4}`)).toBe('дδд');
  });

  test('separates words at a wide space', () => {
    expect(text('a\\emspace b\\enspace c\\qmspace d')).toBe('a\u2003b\u2002c\u2005d');
  });

  test('separates cells of nested tables, and lines', () => {
    expect(text('a\\nestcell b\\nestrow c\\column d\\softline e\\lbr0 f')).toBe('a\tb\r\nc\r\nd\r\ne\r\nf');
  });

  test('includes text boxes', () => {
    expect(text('a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt  boxed}}} b')).toBe('a boxed b');
  });

  const link = (instruction: string, shown: string) =>
    `{\\field\\fldedit{\\*\\fldinst{ ${instruction}}}{\\fldrslt{\\ul ${shown}}}}`;
  test.each([
    ['HYPERLINK "https://files.example/a?sig=b"', 'the file', 'the file <https://files.example/a?sig=b>'],
    ['HYPERLINK https://files.example/a \\\\t "_blank"', 'file', 'file <https://files.example/a>'],
    ['hyperlink "https://files.example/\\\'e9\\{1\\}" ', 'x', 'x <https://files.example/é{1}>'],
    ['HYPERLINK "https://files.example/a"', 'https://files.example/a', 'https://files.example/a'],
    ['HYPERLINK "mailto:a@harbor.example"', 'a@harbor.example', 'a@harbor.example'],
    ['HYPERLINK "mailto:a@harbor.example"', 'b@harbor.example', 'b@harbor.example <mailto:a@harbor.example>'],
    ['HYPERLINK \\\\l "bookmark"', 'below', 'below'],
    ['HYPERLINK ""', 'x', 'x'],
    ['PAGEREF "https://files.example"', '1', '1'],
  ])('includes link targets: %s', (instruction, shown, expected) => {
    expect(text(`see ${link(instruction, shown)}, end`)).toBe(`see ${expected}, end`);
  });

  test('includes targets of nested and unclosed links, and nothing hidden', () => {
    const inner = link('HYPERLINK "https://b.example"', 'b');
    expect(text(link('HYPERLINK "https://a.example"', `a ${inner}`))).toBe(
      'a b <https://b.example> <https://a.example>',
    );
    expect(text(`{\\info ${inner}}x`)).toBe('x');
    expect(readRtf(`{\\rtf1 ${inner.slice(0, -2)}`).text).toBe('b <https://b.example>');
    expect(readRtf(`{\\rtf1\\fromhtml1 ${inner}}`).text).toBe('b');
  });

  test('decodes code pages, numbers and symbols', () => {
    expect(text("caf\\'e9 \\'80 \\{x\\}\\\\ a\\~b\\_c\\-d \\ldblquote q\\rdblquote\\emdash")).toBe(
      'café € {x}\\ a\u00a0b-cd “q”—',
    );
    expect(
      text("{\\fonttbl{\\f0 A;}{\\f1\\fcharset128 G;}{\\f2\\fcharset204 R;}}{\\f1 \\'82\\'a0\\'83A}{\\f2 \\'d0}\\'d0"),
    ).toBe('あアРÐ');
    // A character of two bytes, of which one stands in a group of its own.
    expect(text("{\\fonttbl{\\f1\\fcharset128 G;}}\\f1 \\'82{\\f1 \\'a0}")).toBe('あ');
    expect(text("\\u26085?\\u-10179?\\u-8704?\\uc2\\u8364xy!\\uc0\\u8364!{\\uc1\\u65\\'42}")).toBe('日😀€!€!A');
    expect(text('a\\bin3 {}}b')).toBe('ab');
  });

  test('is the HTML packed into it', () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg1251\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\r\n{\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 ' +
      "Hello\\htmlrtf\\par x\\htmlrtf0  w\\'ee{\\*\\htmltag84 &amp;}\\htmlrtf &\\htmlrtf0 rld{\\*\\mhtmltag84 old}\\htmlrtf }\\htmlrtf0{\\*\\htmltag72 </p>\\par }{\\*\\htmltag27 </html>}}";
    expect(readRtf(rtf)).toEqual({ text: '<html><p>Hello wо&amp;rld</p>\r\n</html>', isHtml: true });
  });

  test('is read in bounded time for any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."\\{}\r\n'*u1f-bhtmlrg 0\xe9"), maxLength: 200 }), (rtf) => {
        expect(typeof readRtf(rtf).text).toBe('string');
      }),
    );
    for (const piece of ['{', '{\\f1', "\\'e9{", '\\u8364 ', '\\bin9', '\\*', 'x}']) readRtf(piece.repeat(200_000));
    expect(readRtf(`${'{'.repeat(900)}x`).text).toBe('x');
    expect(readRtf(`a${'{'.repeat(200_000)}x${'}'.repeat(200_000)}y`).text).toBe('axy');
    // Too deep to tell groups apart: their text stays, what is behind them is read as ever, and nothing is kept of
    // each.
    const deep = (inner: string) => `a${'{'.repeat(100_000)}${inner}${'}'.repeat(100_000)}{\\pict p}y`;
    expect(readRtf(deep('{\\pict {x}}{z}')).text).toBe('axzy');
    expect(readRtf(deep('{\\*\\b x}\\b z')).text).toBe('axzy');
    for (const piece of ['{\\field', '{\\field{\\*\\fldinst HYPERLINK "u"}x', '{\\*\\fldinst', '{\\field x}'])
      readRtf(piece.repeat(100_000));
  });
});

describe('an Outlook item', () => {
  const html = { bytes: Buffer.from('<p>x'), charset: 'utf-8' };

  test('with text or HTML keeps it and unpacks nothing', () => {
    const never = () => {
      throw new Error('looked at');
    };
    expect(fillBody('x', null, never)).toEqual({ text: 'x', html: null });
    expect(fillBody('', html, never)).toEqual({ text: '', html });
  });

  test('with only RTF has the text packed in it', () => {
    expect(fillBody('', null, () => COMPRESSED)).toEqual({ text: 'hello world', html: null });
    expect(fillBody('', null, () => plain('{\\rtf1\\fromhtml1 {\\*\\htmltag64 <p>}x}'))).toEqual({ text: '', html });
    for (const none of [null, undefined, plain('{\\rtf1\\par }'), Buffer.alloc(3)])
      expect(fillBody('', null, () => none)).toEqual({ text: '', html: null });
  });
});
