import { formatNoticeCode, NOTICE_CODE_SYMBOLS, readNoticeCode } from '@candor/core/notice';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const counting = Uint8Array.from({ length: 16 }, (_, at) => at);

/** The same as the code says, the slow way: one large number. */
function formatByArithmetic(from: Uint8Array): string {
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
  let value = [...from].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const check = symbols[Number(value % 37n)];
  let text = '';
  for (let at = 0; at < 26; at += 1, value /= 32n) text = `${symbols[Number(value % 32n)]}${text}`;
  return `${text}${check}`.replace(/^(.{4})(.{4})(.{4})(.{4})(.{4})(.{4})(..)(.)$/, '$1-$2-$3-$4-$5-$6-$7-$8');
}

describe('printing a code', () => {
  test('the vectors of the format page', () => {
    expect(formatNoticeCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-00-0');
    expect(formatNoticeCode(counting)).toBe('0004-1061-050R-3GG2-8A1C-60T3-GF-6');
    expect(formatNoticeCode(new Uint8Array(16).fill(255))).toBe('7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ-*');
  });

  test('every code is the number of its bytes in base 32 with its rest by 37', () => {
    fc.assert(
      fc.property(bytes, (from) => {
        expect(formatNoticeCode(from)).toBe(formatByArithmetic(from));
      }),
    );
  });

  test('nothing but 16 bytes is a code', () => {
    for (const length of [0, 15, 17]) expect(() => formatNoticeCode(new Uint8Array(length))).toThrow('16 bytes');
  });
});

describe('reading what a person typed', () => {
  test('a printed code gives its bytes back, whatever its letter case and separators', () => {
    const separators = fc.constantFrom('-', '', ' ', ' - ', '\u2011', '\u2013', '\u00A0', '_', '\n', '\u200B-');
    fc.assert(
      fc.property(bytes, separators, fc.boolean(), (from, separator, isLower) => {
        const typed = formatNoticeCode(from).replaceAll('-', separator);
        const reading = readNoticeCode(`  ${isLower ? typed.toLowerCase() : typed} `);
        expect(reading).toEqual({ state: 'code', bytes: from, text: formatNoticeCode(from) });
      }),
    );
  });

  test('marks that show nothing are none of the code: nobody finds them in a field', () => {
    const typed = formatNoticeCode(counting);
    for (const mark of ['\u200B', '\u200E', '\u200F', '\u202A', '\u202C', '\u2060', '\u2066', '\u2069', '\uFEFF'])
      expect(readNoticeCode(`${mark}${typed}${mark}`).state, mark).toBe('code');
  });

  test('O is read as 0, I and L as 1, full-width letters as plain ones', () => {
    const typed = formatNoticeCode(counting);
    for (const one of ['I', 'l', 'L', 'i'])
      expect(readNoticeCode(typed.replaceAll('1', one).replaceAll('0', 'o')).state).toBe('code');
    const wide = typed.replace(/[0-9A-Z]/g, (symbol) => String.fromCodePoint((symbol.codePointAt(0) ?? 0) + 0xfee0));
    expect(readNoticeCode(wide).state).toBe('code');
  });

  test('every single wrong symbol and every swap of two neighbours is found', () => {
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(bytes, fc.nat(25), fc.nat(31), (from, at, other) => {
        const typed = formatNoticeCode(from).replaceAll('-', '');
        const wrong = `${typed.slice(0, at)}${symbols[other]}${typed.slice(at + 1)}`;
        if (wrong !== typed) expect(readNoticeCode(wrong).state).toBe('slip');
        const swapped = `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}`;
        if (swapped !== typed) expect(readNoticeCode(swapped).state).toBe('slip');
      }),
    );
  });

  test('a slip names its group where that can be told', () => {
    const typed = formatNoticeCode(counting);
    const slips: readonly (readonly [string, string, number | null])[] = [
      [typed.replace('050R', '05!R'), 'not-a-symbol', 3],
      [typed.replace('050R', '05UR'), 'not-a-symbol', 3],
      [typed.replace('050R', '05UR').replaceAll('-', ''), 'not-a-symbol', 3],
      [typed.replace('3GG2', '3GG'), 'group-length', 4],
      [typed.replace('GF-', 'GFF-'), 'group-length', 7],
      [`8${typed.slice(1)}`, 'first-symbol', 1],
      [typed.slice(0, 15), 'too-short', null],
      [`${typed.replaceAll('-', '')}0`, 'too-long', null],
      [typed.replace(/.$/, '7'), 'check-symbol', null],
    ];
    for (const [text, slip, group] of slips) expect(readNoticeCode(text), text).toMatchObject({ slip, group });
  });

  test('how much was typed is said, so that a page can say what is missing', () => {
    expect(readNoticeCode('0000-4106-1050')).toMatchObject({ slip: 'too-short', entered: 12 });
    expect(NOTICE_CODE_SYMBOLS).toBe(27);
  });

  test('nothing that is typed or pasted throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void readNoticeCode(text)));
    expect(readNoticeCode('').state).toBe('slip');
    expect(readNoticeCode('\u202E'.repeat(100_000)).state).toBe('slip');
  });
});
