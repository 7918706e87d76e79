import {
  FORMER_CODE_SYMBOLS,
  formatNoticeCode,
  listPrintedForms,
  NOTICE_CODE_SYMBOLS,
  readNoticeCode,
} from '@candor/core/notice/code';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const counting = Uint8Array.from({ length: 16 }, (_, at) => at);

const BASE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same as the format page says, the slow way: one large number. */
function formatByArithmetic(from: Uint8Array): readonly [present: string, former: string] {
  const whole = [...from].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (let at = 0, value = whole; at < 26; at += 1, value /= 32n) text = `${BASE[Number(value % 32n)]}${text}`;
  const check = Number(whole % 1021n);
  const present = `${text}${BASE[Math.floor(check / 32)]}${BASE[check % 32]}`;
  const former = `${text}${`${BASE}*~$=U`[Number(whole % 37n)]}`;
  return [
    (present.match(/.{4}/g) ?? []).join('-'),
    former.replace(/^(.{4})(.{4})(.{4})(.{4})(.{4})(.{4})(..)(.)$/, '$1-$2-$3-$4-$5-$6-$7-$8'),
  ];
}

describe('printing a code', () => {
  test('matches the documented vectors', () => {
    const vectors = [new Uint8Array(16), counting, new Uint8Array(16).fill(255)];
    expect(vectors.map(listPrintedForms)).toEqual([
      ['0000-0000-0000-0000-0000-0000-0000', '0000-0000-0000-0000-0000-0000-00-0'],
      ['0004-1061-050R-3GG2-8A1C-60T3-GF5E', '0004-1061-050R-3GG2-8A1C-60T3-GF-6'],
      ['7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZM5', '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ-*'],
    ]);
  });

  test('a code is its bytes in base 32 with the remainder by 1021, formerly by 37', () => {
    fc.assert(
      fc.property(bytes, (from) => {
        expect(listPrintedForms(from)).toEqual(formatByArithmetic(from));
        expect(formatNoticeCode(from)).toBe(formatByArithmetic(from)[0]);
        expect(formatNoticeCode(from)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
      }),
    );
  });

  test('only 16 bytes are a code', () => {
    for (const length of [0, 15, 17]) expect(() => formatNoticeCode(new Uint8Array(length))).toThrow('16 bytes');
  });
});

describe('reading a typed code', () => {
  test('a printed code gives its bytes back, whatever its letter case and separators', () => {
    const separators = fc.constantFrom('-', '', ' ', ' - ', '\u2011', '\u2013', '\u00A0', '_', '\n', '\u200B-');
    fc.assert(
      fc.property(bytes, separators, fc.boolean(), fc.boolean(), (from, separator, isLower, isFormer) => {
        const text = listPrintedForms(from)[isFormer ? 1 : 0];
        const typed = text.replaceAll('-', separator);
        const reading = readNoticeCode(`  ${isLower ? typed.toLowerCase() : typed} `);
        const entered = isFormer ? FORMER_CODE_SYMBOLS : NOTICE_CODE_SYMBOLS;
        expect(reading).toEqual({ state: 'code', bytes: from, text, entered });
      }),
    );
  });

  test('ignores invisible characters, which nobody can find in a field', () => {
    const typed = formatNoticeCode(counting);
    for (const mark of ['\u200B', '\u200E', '\u200F', '\u202A', '\u202C', '\u2060', '\u2066', '\u2069', '\uFEFF'])
      expect(readNoticeCode(`${mark}${typed}${mark}`).state, mark).toBe('code');
  });

  test('reads O as 0, I and L as 1, and full-width letters as plain ones', () => {
    const typed = formatNoticeCode(counting);
    for (const one of ['I', 'l', 'L', 'i'])
      expect(readNoticeCode(typed.replaceAll('1', one).replaceAll('0', 'o')).state).toBe('code');
    const wide = typed.replace(/[0-9A-Z]/g, (symbol) => String.fromCodePoint((symbol.codePointAt(0) ?? 0) + 0xfee0));
    expect(readNoticeCode(wide).state).toBe('code');
  });

  test('detects every single wrong symbol and names its group among others', () => {
    fc.assert(
      fc.property(bytes, fc.nat(27), fc.nat(31), fc.boolean(), (from, at, other, isGrouped) => {
        const typed = formatNoticeCode(from).replaceAll('-', '');
        const wrong = `${typed.slice(0, at)}${BASE[other]}${typed.slice(at + 1)}`;
        if (wrong === typed) return;
        const reading = readNoticeCode(isGrouped ? (wrong.match(/.{4}/g) ?? []).join('-') : wrong);
        if (reading.state !== 'slip') throw new Error(`${wrong} is read as a code`);
        if (reading.groups.length > 0) expect(reading.groups).toContain(Math.floor(at / 4) + 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('detects every swap of two symbols, of neighbours with their groups', () => {
    fc.assert(
      fc.property(bytes, fc.nat(27), fc.nat(27), (from, one, other) => {
        const symbols = [...formatNoticeCode(from).replaceAll('-', '')];
        const [a = '', b = ''] = [symbols[one], symbols[other]];
        if (a === b) return;
        [symbols[one], symbols[other]] = [b, a];
        const reading = readNoticeCode(symbols.join(''));
        if (reading.state !== 'slip') throw new Error(`${symbols.join('')} is read as a code`);
        if (Math.abs(one - other) === 1 && reading.groups.length > 0 && reading.slip === 'check-symbol')
          expect(reading.groups).toEqual(expect.arrayContaining([one, other].map((at) => Math.floor(at / 4) + 1)));
      }),
      { numRuns: 1000 },
    );
  });

  test('names at most three groups for most single slips without further knowledge', () => {
    let named = 0;
    for (let at = 0; at < 28; at += 1) {
      const typed = formatNoticeCode(counting).replaceAll('-', '');
      const other = typed[at] === '3' ? '4' : '3';
      const reading = readNoticeCode(`${typed.slice(0, at)}${other}${typed.slice(at + 1)}`);
      if (reading.state === 'slip' && reading.groups.length > 0) named += 1;
      if (reading.state === 'slip') expect(reading.groups.length).toBeLessThanOrEqual(3);
    }
    expect(named).toBeGreaterThan(20);
  });

  test('detects every wrong symbol and every swap of neighbours in a former code', () => {
    fc.assert(
      fc.property(bytes, fc.nat(25), fc.nat(31), (from, at, other) => {
        const typed = listPrintedForms(from)[1].replaceAll('-', '');
        const toGroups = (text: string) =>
          text.replace(/^(.{4})(.{4})(.{4})(.{4})(.{4})(.{4})(..)(.)$/, '$1-$2-$3-$4-$5-$6-$7-$8');
        const wrong = `${typed.slice(0, at)}${BASE[other]}${typed.slice(at + 1)}`;
        if (wrong !== typed) expect(readNoticeCode(toGroups(wrong)).state).toBe('slip');
        const swapped = `${typed.slice(0, at)}${typed[at + 1]}${typed[at]}${typed.slice(at + 2)}`;
        if (swapped !== typed) expect(readNoticeCode(toGroups(swapped)).state).toBe('slip');
      }),
    );
  });

  test('names the group of a slip where it is certain', () => {
    const [typed, former] = listPrintedForms(counting);
    const slips: readonly (readonly [string, string, readonly number[]])[] = [
      [typed.replace('050R', '05!R'), 'not-a-symbol', [3]],
      [typed.replace('050R', '05UR'), 'not-a-symbol', [3]],
      [typed.replace('050R', '05UR').replaceAll('-', ''), 'not-a-symbol', [3]],
      [typed.replace('GF5E', 'GFU5'), 'not-a-symbol', [7]],
      [typed.replace('3GG2', '3GG'), 'group-length', [4]],
      [former.replace('3GG2', '3GG'), 'group-length', [4]],
      [former.replace('GF-', 'GFF-'), 'group-length', [7]],
      [`8${typed.slice(1)}`, 'first-symbol', [1]],
      [typed.slice(0, 15), 'too-short', []],
      [typed.replaceAll('-', '').slice(0, -1), 'too-short', []],
      [`${typed.replaceAll('-', '')}0`, 'too-long', []],
      [former.replace(/.$/, '7'), 'check-symbol', []],
      [former.replace(/.$/, '=').replaceAll('-', ''), 'check-symbol', []],
    ];
    for (const [text, slip, groups] of slips) expect(readNoticeCode(text), text).toMatchObject({ slip, groups });
  });

  test('a symbol missing inside a grouped code is a slip, whatever the former check says', () => {
    fc.assert(
      fc.property(bytes, fc.nat(23), (from, at) => {
        const groups = formatNoticeCode(from).split('-');
        const group = Math.floor(at / 4);
        groups[group] = `${groups[group]?.slice(0, at % 4)}${groups[group]?.slice((at % 4) + 1)}`;
        expect(readNoticeCode(groups.join('-'))).toMatchObject({ slip: 'group-length', groups: [group + 1] });
      }),
      { numRuns: 500 },
    );
  });

  test('reports how much was typed, so that a page can say what is missing', () => {
    expect(readNoticeCode('0000-4106-1050')).toMatchObject({ slip: 'too-short', entered: 12 });
    expect([NOTICE_CODE_SYMBOLS, FORMER_CODE_SYMBOLS]).toEqual([28, 27]);
  });

  test('never throws on typed or pasted input', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void readNoticeCode(text)));
    expect(readNoticeCode('').state).toBe('slip');
    expect(readNoticeCode('\u202E'.repeat(100_000)).state).toBe('slip');
  });
});
